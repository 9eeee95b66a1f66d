package clarion.pxgrid.stream;

import clarion.pxgrid.control.NetworkFaults;
import clarion.pxgrid.control.Secret;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.control.StopSignal.Registration;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.PxGridSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Opens {@link PubSubStream}s: WebSocket upgrade with pre-emptive Basic authorization, then STOMP CONNECT. */
public final class PubSubConnector {

    /** How long a pubsub node may take to answer CONNECT. */
    private static final Duration CONNECTED_PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final PxGridSettings settings;
    private final NetworkFaults faults;
    private final Clock clock;
    private final StopSignal stop;

    public PubSubConnector(
            HttpClient http, PxGridSettings settings, NetworkFaults faults, Clock clock, StopSignal stop) {
        this.http = http;
        this.settings = settings;
        this.faults = faults;
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * Connects to one node.
     *
     * @param node its account name
     * @param uri its WebSocket address
     * @param secret the access secret between us and that node
     * @param hasRoom false while no further message can be taken
     * @param onGone runs when the connection has failed; must not block
     * @throws PxGridException with {@link Fault#SECRET_REFUSED} if the node refuses the secret
     */
    public PubSubStream open(String node, URI uri, Secret secret, BooleanSupplier hasRoom, Runnable onGone)
            throws PxGridException, InterruptedException {
        PubSubStream stream =
                new PubSubStream(node, settings.pingInterval(), settings.maxMessageBytes(), clock, hasRoom, onGone);
        CompletableFuture<WebSocket> pending = http.newWebSocketBuilder()
                .connectTimeout(settings.connectTimeout())
                .header("Authorization", secret.basicAuthorization(settings.nodeName()))
                .buildAsync(uri, stream.socket());
        Registration registration = stop.onStop(() -> pending.cancel(true));
        try {
            pending.get(settings.connectTimeout().toMillis() + 1000, TimeUnit.MILLISECONDS);
            stream.connect(CONNECTED_PATIENCE);
            return stream;
        } catch (ExecutionException e) {
            throw refusal(node, uri, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | CancellationException e) {
            pending.cancel(true);
            stream.socket().abort();
            throw new PxGridException(Fault.CONTROLLER_TIMEOUT, "No answer from " + uri + " in time.", e);
        } catch (PxGridException | InterruptedException e) {
            stream.socket().abort();
            throw e;
        } finally {
            registration.close();
        }
    }

    private PxGridException refusal(String node, URI uri, Throwable cause) {
        WebSocketHandshakeException handshake = NetworkFaults.find(cause, WebSocketHandshakeException.class);
        if (handshake == null) {
            return faults.explain(uri, cause, Fault.UPGRADE_REFUSED);
        }
        int status =
                handshake.getResponse() == null ? 0 : handshake.getResponse().statusCode();
        return switch (status) {
            case 401 ->
                new PxGridException(
                        Fault.SECRET_REFUSED,
                        node + " refuses the access secret at the WebSocket upgrade (401).",
                        cause);
            case 403 -> new PxGridException(Fault.FORBIDDEN, node + " forbids the WebSocket upgrade (403).", cause);
            default ->
                new PxGridException(
                        Fault.UPGRADE_REFUSED, node + " refuses the WebSocket upgrade (HTTP " + status + ").", cause);
        };
    }
}
