package clarion.pxgrid.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import clarion.pxgrid.accounts.AccountPasswords;
import clarion.pxgrid.control.AccountState;
import clarion.pxgrid.control.ControlClient;
import clarion.pxgrid.control.DataService;
import clarion.pxgrid.control.HttpCaller;
import clarion.pxgrid.control.HttpClients;
import clarion.pxgrid.control.NetworkFaults;
import clarion.pxgrid.control.Secret;
import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.stream.PubSubConnector;
import clarion.pxgrid.stream.PubSubStream;
import clarion.pxgrid.tls.PxGridIdentity;
import clarion.pxgrid.tls.TlsFaults;
import clarion.pxgrid.wire.ServiceWire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** The calls of a test, over an HTTP client of its own. */
final class CheckLink implements AutoCloseable {

    /** A test is not to wait as long for an answer as the connection may. */
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(10);

    private static final Duration RECEIPT = Duration.ofSeconds(2);
    private static final int HEAD = 16 * 1024;

    private final PxGridSettings settings;
    private final HttpClient http;
    private final HttpCaller caller;
    private final NetworkFaults faults;
    private final PubSubConnector connector;
    private ControlClient control;

    CheckLink(PxGridSettings settings, PxGridIdentity identity, Executor executor, Clock clock, StopSignal stop) {
        this.settings = settings;
        this.http = HttpClients.of(identity, settings, executor);
        this.faults =
                new NetworkFaults(new TlsFaults(clock, settings.connectTimeout(), identity), settings.connectTimeout());
        Duration patience =
                settings.requestTimeout().compareTo(MOST_PATIENCE) < 0 ? settings.requestTimeout() : MOST_PATIENCE;
        this.caller = new HttpCaller(http, settings.nodeName(), patience, stop);
        this.connector = new PubSubConnector(http, settings, faults, clock, stop);
        this.control = controlAt(settings.controllers());
    }

    private ControlClient controlAt(List<Controller> controllers) {
        return new ControlClient(controllers, caller, faults);
    }

    /** Asks one controller how the account stands; no account by password is made. */
    AccountState activateAt(Controller controller) throws PxGridException, InterruptedException {
        ControlClient one = controlAt(List.of(controller));
        if (settings.account().isPassword()) {
            one.actAs(new AccountPasswords(settings.account())
                    .find(settings.nodeName())
                    .orElseThrow(() -> new PxGridException(
                            Fault.ACCOUNT_PASSWORD_UNUSABLE,
                            "There is no password of the account '" + settings.nodeName()
                                    + "' yet; Clarion asks ISE for it when it connects for the first time.")));
        }
        AccountState state = one.activate(settings.description()).state();
        if (state == AccountState.ENABLED) {
            control = one; // the calls that follow go where the account is known to work
        }
        return state;
    }

    List<ServiceNode> lookUp(String service) throws PxGridException, InterruptedException {
        return control.lookUp(service);
    }

    Secret secret(String peerNodeName) throws PxGridException, InterruptedException {
        return control.accessSecret(peerNodeName);
    }

    PubSubStream open(ServiceNode node, Secret secret) throws PxGridException, InterruptedException {
        String url = node.require(ServiceWire.WS_URL);
        try {
            return connector.open(node.nodeName(), URI.create(url), secret, () -> true, () -> {});
        } catch (IllegalArgumentException e) {
            throw new PxGridException(
                    Fault.SERVICE_INCOMPLETE, node.nodeName() + " names no usable address: " + url + ".", e);
        }
    }

    void subscribe(PubSubStream stream, String topic) throws PxGridException, InterruptedException {
        stream.subscribe(List.of(new PubSubStream.Subscription(topic, body -> {})), RECEIPT);
        PxGridException failure = stream.failure();
        if (failure != null) {
            throw failure;
        }
    }

    /** Reads the beginning of the answer to getSessions and lets the rest go; says how many octets that were. */
    int headOfBulk(ServiceNode node) throws PxGridException, InterruptedException {
        DataService service = new DataService(control, caller, faults, List.of(node));
        return service.call(ServiceWire.GET_SESSIONS, "{}", new DataService.Reader<Integer>() {
            @Override
            public Integer read(InputStream body) throws IOException, PxGridException {
                byte[] head = body.readNBytes(HEAD);
                if (head.length == 0 || !new String(head, UTF_8).stripLeading().startsWith("{")) {
                    throw new PxGridException(
                            Fault.DATA_CALL_FAILED,
                            node.nodeName() + " answers getSessions with something that is no JSON object.");
                }
                return head.length;
            }

            @Override
            public Integer nothing() {
                return 0;
            }
        });
    }

    @Override
    public void close() {
        HttpClients.close(http);
    }
}
