package clarion.pxgrid.control;

import clarion.pxgrid.control.HttpCaller.Answer;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.wire.ControlWire;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls the pxGrid control plane: the last good controller first, then all in the configured order. A fault of the
 * network, of TLS or of the server (5xx) moves on to the next controller; a refusal (401, 403) does not, since it would
 * be the same everywhere.
 */
public final class ControlClient {

    private static final System.Logger LOG = System.getLogger(ControlClient.class.getName());

    /** Far above any control answer; a lookup of a large deployment takes some KiB. */
    private static final int MAX_ANSWER = 4 * 1024 * 1024;

    private final List<Controller> controllers;
    private final HttpCaller caller;
    private final NetworkFaults faults;
    private int good;

    public ControlClient(List<Controller> controllers, HttpCaller caller, NetworkFaults faults) {
        this.controllers = controllers;
        this.caller = caller;
        this.faults = faults;
    }

    /** Asks for the account to be activated, or how that stands. */
    public AccountState activate(String description) throws PxGridException, InterruptedException {
        JsonObject answer = call(ControlWire.ACCOUNT_ACTIVATE, Json.object(ControlWire.DESCRIPTION, description));
        return AccountState.of(Json.text(answer, ControlWire.ACCOUNT_STATE).orElse(""));
    }

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
        int first = good;
        for (int i = 0; i < controllers.size(); i++) {
            // the last good one, then the others in the configured order
            int index = i == 0 ? first : i <= first ? i - 1 : i;
            Controller controller = controllers.get(index);
            try {
                JsonObject answer = callAt(controller, method, body);
                good = index;
                return answer;
            } catch (PxGridException e) {
                if (e.fault() == Fault.UNAUTHORIZED || e.fault() == Fault.FORBIDDEN) {
                    throw e;
                }
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "event=controller-failed controller={0} method={1} code={2}",
                        controller,
                        method,
                        e.fault().code());
                failures.add(e);
            }
        }
        good = 0;
        throw summary(failures);
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
        try (Answer answer = caller.post(uri, Secret.EMPTY, body)) {
            byte[] octets = answer.body().readNBytes(MAX_ANSWER);
            switch (answer.status()) {
                case 200 -> {
                    return objectOf(octets, controller, method);
                }
                case 401 ->
                    throw new PxGridException(
                            Fault.UNAUTHORIZED,
                            controller + " answers " + method + " with 401: it does not know this account or"
                                    + " certificate.");
                case 403 ->
                    throw new PxGridException(
                            Fault.FORBIDDEN,
                            controller + " answers " + method + " with 403: the account may not do this.");
                default ->
                    throw new PxGridException(
                            Fault.CONTROLLER_BROKEN,
                            controller + " answers " + method + " with HTTP status " + answer.status() + ".");
            }
        } catch (IOException e) {
            throw faults.explain(uri, e, Fault.CONTROLLER_BROKEN);
        }
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
