package clarion.simulator.pubsub;

import clarion.simulator.filter.Filter;
import clarion.simulator.stomp.StompDecoder;
import clarion.simulator.stomp.StompException;
import clarion.simulator.stomp.StompFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * One pubsub connection: STOMP 1.2 frames in binary WebSocket messages; text ones are understood too. Public because
 * Jetty calls it by method handles.
 */
public final class Subscriber implements Session.Listener {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Broker broker;
    private final int node;
    private final String consumer;
    private final EndPoint endPoint;
    private final long number = NUMBERS.incrementAndGet();
    private final StompDecoder decoder = new StompDecoder();
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final AtomicLong messageIds = new AtomicLong();
    private volatile @Nullable Session session;
    private volatile @Nullable Outbox outbox;
    private volatile long lastHeardNanos = System.nanoTime();
    private volatile boolean wantsDemand;
    private boolean connected;
    private volatile boolean ended;

    private record Subscription(
            String destination, @Nullable Filter filter) {}

    Subscriber(Broker broker, int node, String consumer, EndPoint endPoint) {
        this.broker = broker;
        this.node = node;
        this.consumer = consumer;
        this.endPoint = endPoint;
    }

    /** The node that this connection is with. */
    int node() {
        return node;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        outbox = new Outbox(opened, broker.pace(node));
        broker.add(this);
        opened.demand();
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        receive(payload);
        callback.succeed();
        demand();
    }

    @Override
    public void onWebSocketText(String message) {
        receive(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
        demand();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        lastHeardNanos = System.nanoTime();
        Session open = session;
        if (open != null && !broker.frozen(node)) {
            open.sendPong(payload, Callback.NOOP);
        }
        demand();
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        lastHeardNanos = System.nanoTime();
        demand();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        end();
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason) {
        end();
    }

    void deliver(String destination, Message message) {
        subscriptions.forEach((id, subscription) -> {
            if (subscription.destination().equals(destination)) {
                List<ByteBuffer> frames = message.bodies().stream()
                        .flatMap(body -> filtered(subscription, body).stream())
                        .map(body -> frame(id, destination, body))
                        .toList();
                if (!frames.isEmpty()) {
                    send(frames.size() == 1 ? frames.get(0) : joined(frames), message.shape());
                }
            }
        });
    }

    private static Optional<byte[]> filtered(Subscription subscription, byte[] body) {
        return subscription.filter() == null
                ? Optional.of(body)
                : subscription.filter().apply(body);
    }

    private ByteBuffer frame(String id, String destination, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("destination", destination);
        headers.put("subscription", id);
        headers.put("message-id", number + "-" + messageIds.incrementAndGet());
        headers.put("content-length", Integer.toString(body.length));
        return StompFrame.of("MESSAGE", headers, body).encode();
    }

    private static ByteBuffer joined(List<ByteBuffer> frames) {
        ByteBuffer all = ByteBuffer.allocate(
                frames.stream().mapToInt(ByteBuffer::remaining).sum() + frames.size());
        frames.forEach(frame -> all.put(frame).put((byte) '\n'));
        return all.flip();
    }

    void awaitRoom() {
        Outbox open = outbox;
        if (open != null) {
            open.awaitRoom();
        }
    }

    void drop() {
        Session open = session;
        end();
        if (open != null) {
            open.disconnect();
        }
    }

    /** Ends the connection with a TCP reset. */
    void reset(java.util.function.Consumer<EndPoint> resetter) {
        end();
        resetter.accept(endPoint);
    }

    void close(int status) {
        Outbox open = outbox;
        if (open != null) {
            open.closeAfterwards(status);
        }
    }

    /** Answers with an ERROR frame and closes, as STOMP asks. */
    void fail(String message) {
        ended = true;
        subscriptions.clear();
        send(StompFrame.of(
                "ERROR",
                Map.of("message", message, "content-type", "text/plain"),
                message.getBytes(StandardCharsets.UTF_8)));
        close(StatusCode.POLICY_VIOLATION);
    }

    int subscriptions(String destination) {
        return (int) subscriptions.values().stream()
                .filter(subscription -> subscription.destination().equals(destination))
                .count();
    }

    /** What cannot be heard is not held against the consumer. */
    void excuse() {
        lastHeardNanos = System.nanoTime();
    }

    void check(long silenceLimitMillis) {
        Session open = session;
        if (open == null) {
            return;
        }
        if (System.nanoTime() - lastHeardNanos > silenceLimitMillis * 1_000_000) {
            drop();
        } else {
            open.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    void thaw() {
        Session open = session;
        Outbox out = outbox;
        if (open != null && out != null) {
            out.send();
            if (wantsDemand) {
                wantsDemand = false;
                lastHeardNanos = System.nanoTime();
                open.demand();
            }
        }
    }

    private void receive(ByteBuffer octets) {
        lastHeardNanos = System.nanoTime();
        try {
            List<StompFrame> frames = decoder.decode(octets);
            for (StompFrame frame : frames) {
                if (!ended) {
                    handle(frame);
                }
            }
        } catch (StompException e) {
            fail(e.text());
        }
    }

    private void handle(StompFrame frame) throws StompException {
        String command = frame.command();
        if (command.equals("CONNECT") || command.equals("STOMP")) {
            connect(frame);
            return;
        }
        // Cisco's Go sample subscribes without a CONNECT
        switch (command) {
            case "SUBSCRIBE" -> subscribe(frame);
            case "UNSUBSCRIBE" -> subscriptions.remove(needed(frame, "id"));
            case "DISCONNECT" -> subscriptions.clear();
            case "SEND" -> broker.receive(consumer, needed(frame, "destination"), frame.body());
            default -> throw new StompException(command + " is not supported");
        }
        String receipt = frame.header("receipt");
        if (receipt != null) {
            send(StompFrame.of("RECEIPT", Map.of("receipt-id", receipt)));
        }
        if (command.equals("DISCONNECT")) {
            ended = true;
            close(StatusCode.NORMAL);
        }
    }

    private void connect(StompFrame frame) throws StompException {
        if (connected) {
            throw new StompException("already connected");
        }
        if (!List.of(needed(frame, "accept-version").split(",")).contains("1.2")) {
            throw new StompException("supported protocol versions are 1.2");
        }
        needed(frame, "host");
        if (broker.ignoresConnect()) {
            ended = true; // whatever else comes goes unanswered too
            return;
        }
        connected = true;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("version", "1.2");
        headers.put("heart-beat", "0,0");
        send(StompFrame.of("CONNECTED", headers));
    }

    private void subscribe(StompFrame frame) throws StompException {
        String id = needed(frame, "id");
        String destination = needed(frame, "destination");
        Filter filter = broker.filter(frame.header("filter"));
        if (!broker.mayPublish(destination)) {
            throw new StompException("not authorized to subscribe " + destination);
        }
        if (subscriptions.putIfAbsent(id, new Subscription(destination, filter)) != null) {
            throw new StompException("subscription id " + id + " is in use");
        }
    }

    private static String needed(StompFrame frame, String header) throws StompException {
        String value = frame.header(header);
        if (value == null || value.isEmpty()) {
            throw new StompException(frame.command() + " needs the header " + header);
        }
        return value;
    }

    private void send(StompFrame frame) {
        send(frame.encode(), Message.Shape.BINARY);
    }

    private void send(ByteBuffer octets, Message.Shape shape) {
        Outbox open = outbox;
        if (open != null && !open.add(octets, shape)) {
            drop();
        }
    }

    private void demand() {
        Session open = session;
        if (broker.frozen(node)) {
            wantsDemand = true;
        } else if (open != null) {
            open.demand(); // after a close of our own too: the peer's close frame has to be read
        }
    }

    private void end() {
        subscriptions.clear();
        broker.remove(this);
        Outbox open = outbox;
        if (open != null) {
            open.close();
        }
    }
}
