package clarion.simulator.ers;

import clarion.simulator.control.AccountState;
import clarion.simulator.control.Accounts;
import clarion.simulator.http.Answers;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What ERS lets an administrator do with pxGrid accounts: approve one that waits, and have all of them approved by
 * themselves from now on. Paths are taken in any case, as Cisco's own client writes one otherwise than its guide.
 */
final class PxGridNodesHandler {

    private static final Pattern APPROVE = Pattern.compile("/ers/config/pxgridnode/name/([^/]+)/approve");
    private static final String AUTO_APPROVE = "/ers/config/pxgridsettings/autoapprove";

    private final Accounts accounts;

    PxGridNodesHandler(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Answers 204, or 404 for an account that does not wait; false if the request is for something else. */
    boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request).toLowerCase(Locale.ROOT);
        Matcher approve = APPROVE.matcher(path);
        boolean approves = approve.matches();
        if (!approves && !path.equals(AUTO_APPROVE)) {
            return false;
        }
        if (!request.getMethod().equals("PUT")) {
            Answers.methodNotAllowed(response, callback, "PUT");
            return true;
        }
        boolean done = true;
        if (approves) {
            String name = approve.group(1);
            AccountState state = accounts.find(name).orElse(AccountState.DISABLED);
            done = state != AccountState.DISABLED; // an account that is enabled already stays so
            if (done) {
                accounts.set(name, AccountState.ENABLED);
            }
        } else {
            accounts.autoApprove(true);
        }
        if (done) {
            Answers.empty(response, callback, 204);
        } else {
            Answers.text(response, callback, 404, "no pxGrid client of this name waits for approval");
        }
        return true;
    }
}
