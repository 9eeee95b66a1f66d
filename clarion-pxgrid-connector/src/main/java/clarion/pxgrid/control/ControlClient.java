package clarion.pxgrid.control;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.control.HttpCaller.Answer;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.wire.ControlWire;
import clarion.pxgrid.wire.ServiceWire;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls the pxGrid control plane: the last good controller first, then all in the configured order. A fault of the
 * network, of TLS or of the server (5xx) moves on to the next controller; a refusal (401, 403) does not, since it would
 * be the same everywhere.
 */
public final class ControlClient {

    private static final System.Logger LOG = ContextLogger.of(ControlClient.class);

    /** Far above any control answer; a lookup of a large deployment takes some KiB. */
    private static final int MAX_ANSWER = 4 * 1024 * 1024;

    /** What would be the same at every controller. */
    private static final Set<Fault> REFUSALS =
            EnumSet.of(Fault.UNAUTHORIZED, Fault.FORBIDDEN, Fault.ACCOUNT_NAME_TAKEN, Fault.PASSWORD_ACCOUNTS_OFF);

    private final Controllers controllers;
    private final HttpCaller caller;
    private final NetworkFaults faults;
    private Secret account = Secret.EMPTY;

    /** For a short conversation that leaves no trace on how the controllers are seen to do. */
    public ControlClient(List<Controller> controllers, HttpCaller caller, NetworkFaults faults) {
        this(new Controllers(controllers, Clock.systemUTC()), caller, faults);
    }

    public ControlClient(Controllers controllers, HttpCaller caller, NetworkFaults faults) {
        this.controllers = controllers;
        this.caller = caller;
        this.faults = faults;
    }

    /** From now on the account's password goes with each call; without, the client certificate alone counts. */
    public void actAs(Secret password) {
        account = password;
    }

    /**
     * Makes an account by password; ISE tells the password this once.
     *
     * @throws PxGridException with {@link Fault#ACCOUNT_NAME_TAKEN} or {@link Fault#PASSWORD_ACCOUNTS_OFF}
     */
    public String create(String nodeName) throws PxGridException, InterruptedException {
        JsonObject answer = call(ControlWire.ACCOUNT_CREATE, Json.object(ControlWire.NODE_NAME, nodeName));
        return Json.text(answer, ControlWire.PASSWORD)
                .filter(password -> !password.isEmpty())
                .orElseThrow(() -> new PxGridException(
                        Fault.CONTROLLER_BROKEN, "The controller gave the account '" + nodeName + "' no password."));
    }

    /** Asks for the account to be activated, or how that stands. */
    public Activation activate(String description) throws PxGridException, InterruptedException {
        JsonObject answer = call(ControlWire.ACCOUNT_ACTIVATE, Json.object(ControlWire.DESCRIPTION, description));
        return new Activation(
                AccountState.of(Json.text(answer, ControlWire.ACCOUNT_STATE).orElse("")),
                Json.text(answer, ControlWire.VERSION).orElse(null));
    }

    /**
     * How ISE answers an activation.
     *
     * @param state of the account
     * @param version of pxGrid, or null if ISE did not say
     */
    public record Activation(AccountState state, @Nullable String version) {}

    /** The providers of a service; empty if ISE knows none at the moment. */
    public List<ServiceNode> lookUp(String service) throws PxGridException, InterruptedException {
        JsonObject answer = call(ControlWire.SERVICE_LOOKUP, Json.object(ControlWire.NAME, service));
        List<ServiceNode> nodes = new ArrayList<>();
        if (answer.get(ControlWire.SERVICES) instanceof List<?> services) {
            for (Object entry : services) {
                if (entry instanceof JsonObject node) {
                    Json.text(node, ControlWire.NODE_NAME)
                            .ifPresent(name -> nodes.add(new ServiceNode(service, name, propertiesOf(node))));
                }
            }
        }
        return nodes;
    }

    /** A fresh secret between us and one peer; not valid for any other. */
    public Secret accessSecret(String peerNodeName) throws PxGridException, InterruptedException {
        JsonObject answer = call(ControlWire.ACCESS_SECRET, Json.object(ControlWire.PEER_NODE_NAME, peerNodeName));
        return new Secret(Json.text(answer, ControlWire.SECRET)
                .orElseThrow(() -> new PxGridException(
                        Fault.CONTROLLER_BROKEN, "The controller gave no access secret for " + peerNodeName + ".")));
    }

    private static Map<String, String> propertiesOf(JsonObject node) {
        Map<String, String> properties = new TreeMap<>();
        if (node.get(ControlWire.PROPERTIES) instanceof JsonObject map) {
            for (Map.Entry<String, JsonValue> entry : map.entrySet()) {
                if (entry.getValue() instanceof JsonString text) {
                    properties.put(entry.getKey(), text.getString());
                }
            }
        }
        return properties;
    }

    private JsonObject call(String method, String body) throws PxGridException, InterruptedException {
        List<PxGridException> failures = new ArrayList<>();
        for (Controller controller : controllers.order()) {
            try {
                JsonObject answer = callAt(controller, method, body);
                controllers.answered(controller, true);
                return answer;
            } catch (PxGridException e) {
                if (REFUSALS.contains(e.fault())) {
                    controllers.answered(controller, true);
                    throw e;
                }
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "event=controller-failed controller={0} method={1} code={2}",
                        controller,
                        method,
                        e.fault().code());
                controllers.failed(controller, e);
                failures.add(e);
            }
        }
        throw summary(failures);
    }

    /** Controllers that failed, to be tried again when there is time. */
    public List<Controller> failedControllers() {
        return controllers.failed();
    }

    /** Asks one that failed whether it is back, and notes the answer; nothing is moved to it. */
    public void tryAgain(Controller controller) throws InterruptedException {
        try {
            var unused = callAt(
                    controller, ControlWire.SERVICE_LOOKUP, Json.object(ControlWire.NAME, ServiceWire.PUBSUB_SERVICE));
            controllers.answered(controller, false);
        } catch (PxGridException e) {
            controllers.failed(controller, e);
        }
    }

    private static PxGridException summary(List<PxGridException> failures) {
        PxGridException first = failures.get(0);
        if (failures.size() == 1) {
            return first;
        }
        List<String> words =
                failures.stream().map(PxGridException::what).distinct().toList();
        return new PxGridException(first.fault(), "No controller answers. " + String.join(" ", words), first);
    }

    private JsonObject callAt(Controller controller, String method, String body)
            throws PxGridException, InterruptedException {
        URI uri = URI.create("https://" + controller + ControlWire.BASE_PATH + method);
        boolean creating = method.equals(ControlWire.ACCOUNT_CREATE);
        try (Answer answer = creating
                ? caller.postAnonymously(uri, body, patience())
                : caller.post(uri, account, body, patience())) {
            byte[] octets = answer.body().readNBytes(MAX_ANSWER);
            if (answer.status() == 200) {
                return objectOf(octets, controller, method);
            }
            throw refusal(controller, method, answer.status());
        } catch (IOException e) {
            throw faults.explain(uri, e, Fault.CONTROLLER_BROKEN);
        }
    }

    private PxGridException refusal(Controller controller, String method, int status) {
        String answers = controller + " answers " + method + " with HTTP status " + status;
        if (method.equals(ControlWire.ACCOUNT_CREATE)) {
            switch (status) {
                case 409 -> {
                    return new PxGridException(
                            Fault.ACCOUNT_NAME_TAKEN,
                            answers + ": ISE has a client of this name, and Clarion has no password for it.");
                }
                case 403, 503 -> {
                    return new PxGridException(
                            Fault.PASSWORD_ACCOUNTS_OFF,
                            answers + ": it makes no accounts by password, or none of this name.");
                }
                default -> {
                    // as for any other call
                }
            }
        }
        return switch (status) {
            case 401 ->
                new PxGridException(
                        Fault.UNAUTHORIZED,
                        answers + ": it does not know this account by its "
                                + (account == Secret.EMPTY ? "certificate." : "password."));
            case 403 -> new PxGridException(Fault.FORBIDDEN, answers + ": the account may not do this.");
            default -> new PxGridException(Fault.CONTROLLER_BROKEN, answers + ".");
        };
    }

    /** Where there is another controller to go to, one that takes the call and says nothing is soon left. */
    private Duration patience() {
        return controllers.size() == 1
                ? caller.timeout()
                : caller.connectTimeout().multipliedBy(2);
    }

    private static JsonObject objectOf(byte[] octets, Controller controller, String method) throws PxGridException {
        try (JsonReader reader = Json.PROVIDER.createReader(new ByteArrayInputStream(octets))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new PxGridException(
                    Fault.CONTROLLER_BROKEN,
                    controller + " answers " + method + " with something that is no JSON object.",
                    e);
        }
    }
}
