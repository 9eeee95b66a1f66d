package clarion.simulator.control;

import clarion.simulator.Faults;
import clarion.simulator.http.Answers;
import clarion.simulator.http.BasicCredentials;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.EndPoint.SslSessionData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * {@code /pxgrid/control}: AccountCreate, AccountActivate, ServiceLookup, AccessSecret and version.
 *
 * <p>A client certificate of the simulator's CA is the credential; the node name comes from the Basic header and its
 * password is ignored then, because official samples send {@code name:null}. Without a certificate the password of an
 * account made by AccountCreate counts.
 */
public final class ControlHandler extends Handler.Abstract {

    /** Path before the method name. */
    public static final String PATH = "/pxgrid/control/";

    private static final String VERSION = "2.0.0.13";
    private static final Set<String> METHODS =
            Set.of("AccountCreate", "AccountActivate", "ServiceLookup", "AccessSecret");

    private final Accounts accounts;
    private final Services services;
    private final Faults faults;

    public ControlHandler(Accounts accounts, Services services, Faults faults) {
        this.accounts = accounts;
        this.services = services;
        this.faults = faults;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PATH)) {
            return false;
        }
        String method = path.substring(PATH.length());
        if (faults.intercept(method, response, callback)) {
            return true;
        }
        if (method.equals("version")) {
            version(request, response, callback);
        } else if (!METHODS.contains(method)) {
            Answers.text(response, callback, 404, "no such method: " + method);
        } else if (!request.getMethod().equals("POST")) {
            Answers.methodNotAllowed(response, callback, "POST");
        } else {
            try {
                call(method, request, response, callback);
            } catch (BadRequest e) {
                Answers.text(response, callback, e.status(), e.text());
            }
        }
        return true;
    }

    private static void version(Request request, Response response, Callback callback) {
        if (request.getMethod().equals("GET")) {
            Answers.text(response, callback, 200, VERSION);
        } else {
            Answers.methodNotAllowed(response, callback, "GET");
        }
    }

    private void call(String method, Request request, Response response, Callback callback)
            throws IOException, BadRequest {
        if (method.equals("AccountCreate")) {
            create(JsonBody.read(request), response, callback);
            return;
        }
        String nodeName = authenticated(request);
        if (nodeName == null) {
            Answers.unauthorized(response, callback, "pxGrid");
            return;
        }
        JsonBody body = JsonBody.read(request);
        if (method.equals("AccountActivate")) {
            body.optional("description");
            Answers.json(
                    response,
                    callback,
                    200,
                    Json.createObjectBuilder()
                            .add("accountState", accounts.activate(nodeName).name())
                            .add("version", VERSION)
                            .build());
            return;
        }
        Optional<AccountState> state = accounts.find(nodeName);
        if (state.isEmpty()) {
            Answers.unauthorized(response, callback, "pxGrid");
        } else if (state.get() != AccountState.ENABLED) {
            Answers.text(response, callback, 403, "Forbidden: the account is " + state.get());
        } else if (method.equals("ServiceLookup")) {
            Answers.json(response, callback, 200, lookup(body.required("name")));
        } else {
            String secret = accounts.secret(nodeName, body.required("peerNodeName"));
            Answers.json(
                    response,
                    callback,
                    200,
                    Json.createObjectBuilder().add("secret", secret).build());
        }
    }

    private void create(JsonBody body, Response response, Callback callback) throws BadRequest {
        String nodeName = body.optional("nodeName");
        String name = nodeName == null ? body.required("userName") : nodeName;
        if (!faults.passwordAccounts()) {
            Answers.text(response, callback, 503, "password based accounts are disabled");
        } else if (!Accounts.isNodeName(name)) {
            Answers.text(response, callback, 400, "not a node name");
        } else {
            accounts.create(name)
                    .ifPresentOrElse(
                            password -> Answers.json(
                                    response,
                                    callback,
                                    200,
                                    Json.createObjectBuilder()
                                            .add("nodeName", name)
                                            .add("password", password)
                                            .add("userName", name)
                                            .build()),
                            () -> Answers.text(response, callback, 409, "the node name is taken"));
        }
    }

    private @Nullable String authenticated(Request request) {
        Optional<BasicCredentials> credentials = BasicCredentials.of(request);
        if (credentials.isEmpty() || !Accounts.isNodeName(credentials.get().name())) {
            return null;
        }
        String name = credentials.get().name();
        boolean known = hasCertificate(request)
                || faults.passwordAccounts()
                        && accounts.isPassword(name, credentials.get().password());
        return known ? name : null;
    }

    private static boolean hasCertificate(Request request) {
        return request.getAttribute(SslSessionData.ATTRIBUTE) instanceof SslSessionData data
                && data.peerCertificates() != null
                && data.peerCertificates().length > 0;
    }

    private JsonObject lookup(String name) {
        JsonArrayBuilder found = Json.createArrayBuilder();
        for (ServiceNode node : services.lookup(name)) {
            JsonObjectBuilder properties = Json.createObjectBuilder();
            node.properties().forEach(properties::add);
            found.add(Json.createObjectBuilder()
                    .add("name", node.name())
                    .add("nodeName", node.nodeName())
                    .add("properties", properties));
        }
        return Json.createObjectBuilder().add("services", found).build();
    }
}
