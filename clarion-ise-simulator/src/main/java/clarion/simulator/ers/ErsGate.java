package clarion.simulator.ers;

import clarion.simulator.http.BasicCredentials;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Who may call: credentials and roles, the switches of the APIs, media types, CSRF tokens, the primary node. */
final class ErsGate {

    private static final String TOKEN = "X-CSRF-Token";

    private final ErsSettings settings;
    private final ErsSessions sessions;
    private final Administration administration;
    private final ErsCredentials admin;
    private final ErsCredentials operator;

    ErsGate(
            ErsSettings settings,
            ErsSessions sessions,
            Administration administration,
            ErsCredentials admin,
            ErsCredentials operator) {
        this.settings = settings;
        this.sessions = sessions;
        this.administration = administration;
        this.admin = admin;
        this.operator = operator;
    }

    Administration administration() {
        return administration;
    }

    /** Refuses who is nobody. */
    void authenticate(Request request) {
        Optional<BasicCredentials> given = BasicCredentials.of(request);
        boolean known = given.isPresent()
                && (admin.match(given.get().name(), given.get().password())
                        || operator.match(given.get().name(), given.get().password()));
        if (!known) {
            throw ErsFault.unauthorized();
        }
    }

    /** The name that a caller gives, whether or not it is right. */
    static String user(Request request) {
        return BasicCredentials.of(request).map(BasicCredentials::name).orElse("");
    }

    void authorize(ErsCall call, String user) {
        if (call.isWrite() && !user.equals(admin.username())) {
            throw ErsFault.forbidden("An ERS Operator may read only; writes need an ERS Admin");
        }
        if (call.isWrite() && !administration.takesWrites(call.node())) {
            throw ErsFault.forbidden("This node is not the primary administration node, to which writes go");
        }
    }

    /** Refuses calls of an API that is off. */
    void checkOn(boolean openApi) {
        if (openApi ? !settings.openApi() : !settings.ers()) {
            throw ErsFault.forbidden(
                    openApi
                            ? "The OpenAPI is disabled; enable it under API Settings"
                            : "ERS is disabled; enable it under API Settings");
        }
    }

    /** Accept is mandatory, and so is Content-Type for a body. */
    static void checkMediaTypes(ErsCall call) {
        if (!ErsCall.isJson(call.header("Accept"))) {
            throw ErsFault.mediaType("Accept must be application/json, not '" + call.header("Accept") + "'");
        }
        if (call.isWrite() && call.hasBody() && !ErsCall.isJson(call.header("Content-Type"))) {
            throw ErsFault.mediaType(
                    "Content-Type must be application/json, not '" + call.header("Content-Type") + "'");
        }
    }

    /** Gives a token to who fetches one, and refuses writes without one, if tokens are asked for. */
    void checkToken(ErsCall call, String user, Response response) {
        String cookie = call.cookie(ErsSessions.COOKIE);
        if (!settings.csrf()) {
            return;
        }
        if (!call.isWrite()) {
            if (call.header(TOKEN).equalsIgnoreCase("fetch")) {
                ErsSessions.Given given = sessions.token(cookie, user);
                response.getHeaders().put(TOKEN, given.token());
                for (String name : new String[] {ErsSessions.SINGLE_SIGN_ON, ErsSessions.COOKIE}) {
                    response.getHeaders().add("Set-Cookie", name + "=" + given.cookie() + "; Path=/; Secure; HttpOnly");
                }
            } else {
                sessions.touch(cookie, user);
            }
        } else if (!sessions.accepts(cookie, user, call.header(TOKEN))) {
            throw ErsFault.noToken();
        }
    }
}
