package clarion.simulator.ers;

import clarion.simulator.control.AccountState;
import clarion.simulator.control.Accounts;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    boolean isFor(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.equals(AUTO_APPROVE) || APPROVE.matcher(lower).matches();
    }

    /** Answers 204, or refuses an account that does not wait. */
    ErsReply answer(String method, String path) {
        if (!method.equals("PUT")) {
            throw ErsFault.unsupportedMethod(method, "PUT");
        }
        Matcher approve = APPROVE.matcher(path.toLowerCase(Locale.ROOT));
        if (!approve.matches()) {
            accounts.autoApprove(true);
            return ErsReply.done();
        }
        String name = approve.group(1);
        AccountState state = accounts.find(name).orElse(AccountState.DISABLED);
        if (state == AccountState.DISABLED) { // one that is enabled already stays so
            throw ErsFault.notFound("no pxGrid client of this name waits for approval");
        }
        accounts.set(name, AccountState.ENABLED);
        return ErsReply.done();
    }
}
