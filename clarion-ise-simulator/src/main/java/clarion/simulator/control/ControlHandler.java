package clarion.simulator.control;

import clarion.simulator.Fault;
import clarion.simulator.Faults;
import clarion.simulator.http.Answers;
import clarion.simulator.http.BasicCredentials;
import clarion.simulator.http.Exchange;
import clarion.simulator.http.JsonBody;
import clarion.simulator.http.JsonBody.BadRequest;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.EndPoint.SslSessionData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * {@code /pxgrid/control}: accounts, service lookup and registration, access secrets, authorization and version.
 *
 * <p>A client certificate of the simulator's CA is the credential; the node name comes from the Basic header and its
 * password is ignored then, because official samples send {@code name:null}. Without a certificate the password of an
 * account made by AccountCreate counts.
 */
public final class ControlHandler extends Handler.Abstract {

    /** Path before the method name. */
    public static final String PATH = "/pxgrid/control/";

    private static final String VERSION = "2.0.0.13";
    private static final Set<String> METHODS = Set.of(
            "AccountCreate",
            "AccountActivate",
            "ServiceLookup",
            "ServiceRegister",
            "ServiceReregister",
            "ServiceUnregister",
            "AccessSecret",
            "Authorization");

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
        if (faults.intercept(method, Exchange.of(request).node(), response, callback)) {
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
        } else {
            serve(method, nodeName, Exchange.of(request).node(), body, response, callback);
        }
    }

    private void serve(String method, String nodeName, int here, JsonBody body, Response response, Callback callback)
            throws BadRequest {
        switch (method) {
            case "ServiceLookup" -> {
                String name = body.required("name");
                Optional<Fault> fault = faults.take(Fault.Kind.STATUS, name, here);
                if (fault.isPresent()) {
                    Answers.text(response, callback, fault.get().status(), "simulated fault");
                } else {
                    Answers.json(response, callback, 200, lookup(name, here));
                }
            }
            case "AccessSecret" ->
                Answers.json(
                        response,
                        callback,
                        200,
                        Json.createObjectBuilder()
                                .add("secret", accounts.secret(nodeName, body.required("peerNodeName")))
                                .build());
            case "ServiceRegister" -> {
                String id =
                        services.register(new ServiceNode(body.required("name"), nodeName, properties(body.object())));
                Answers.json(
                        response,
                        callback,
                        200,
                        Json.createObjectBuilder()
                                .add("id", id)
                                .add("reregisterTimeMillis", Services.REREGISTER.toMillis())
                                .build());
            }
            case "ServiceReregister" -> {
                boolean known = services.reregister(body.required("id"), nodeName);
                if (known) {
                    Answers.json(response, callback, 200, JsonValue.EMPTY_JSON_OBJECT);
                } else {
                    Answers.text(response, callback, 404, "no such registration");
                }
            }
            case "ServiceUnregister" -> {
                services.unregister(body.required("id"));
                Answers.json(response, callback, 200, JsonValue.EMPTY_JSON_OBJECT);
            }
            default -> {
                boolean permitted =
                        accounts.find(body.required("requestNodeName")).stream().anyMatch(AccountState.ENABLED::equals);
                Answers.json(
                        response,
                        callback,
                        200,
                        Json.createObjectBuilder()
                                .add("authorization", permitted ? "PERMIT" : "DENY")
                                .build());
            }
        }
    }

    private static Map<String, String> properties(JsonObject body) throws BadRequest {
        Map<String, String> properties = new HashMap<>();
        if (body.get("properties") instanceof JsonObject given) {
            for (Map.Entry<String, JsonValue> property : given.entrySet()) {
                if (!(property.getValue() instanceof JsonString text)) {
                    throw new BadRequest(400, "properties." + property.getKey() + " must be a string");
                }
                properties.put(property.getKey(), text.getString());
            }
        }
        return properties;
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

    private JsonObject lookup(String name, int here) {
        JsonArrayBuilder found = Json.createArrayBuilder();
        boolean empty = faults.take(Fault.Kind.EMPTY_LOOKUP, name, here).isPresent();
        for (ServiceNode node : empty ? List.<ServiceNode>of() : services.lookup(name)) {
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
