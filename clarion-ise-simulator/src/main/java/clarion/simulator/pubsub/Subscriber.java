package clarion.simulator.pubsub;

import clarion.simulator.stomp.StompDecoder;
import clarion.simulator.stomp.StompException;
import clarion.simulator.stomp.StompFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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
    private final long number = NUMBERS.incrementAndGet();
    private final StompDecoder decoder = new StompDecoder();
    private final Map<String, String> destinations = new ConcurrentHashMap<>();
    private final AtomicLong messageIds = new AtomicLong();
    private volatile @Nullable Session session;
    private volatile @Nullable Outbox outbox;
    private volatile long lastHeardNanos = System.nanoTime();
    private volatile boolean wantsDemand;
    private boolean connected;
    private volatile boolean ended;

    Subscriber(Broker broker) {
        this.broker = broker;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        outbox = new Outbox(opened, broker::frozen);
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
        if (open != null && !broker.frozen()) {
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

    void deliver(String destination, byte[] body) {
        destinations.forEach((id, subscribed) -> {
            if (subscribed.equals(destination)) {
                Map<String, String> headers = new LinkedHashMap<>();
                headers.put("destination", destination);
                headers.put("subscription", id);
                headers.put("message-id", number + "-" + messageIds.incrementAndGet());
                headers.put("content-length", Integer.toString(body.length));
                send(StompFrame.of("MESSAGE", headers, body));
            }
        });
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

    void close(int status) {
        Outbox open = outbox;
        if (open != null) {
            open.closeAfterwards(status);
        }
    }

    /** Answers with an ERROR frame and closes, as STOMP asks. */
    void fail(String message) {
        ended = true;
        destinations.clear();
        send(StompFrame.of(
                "ERROR",
                Map.of("message", message, "content-type", "text/plain"),
                message.getBytes(StandardCharsets.UTF_8)));
        close(StatusCode.POLICY_VIOLATION);
    }

    int subscriptions(String destination) {
        return (int) destinations.values().stream().filter(destination::equals).count();
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
        if (!connected) {
            throw new StompException("CONNECT comes first");
        }
        switch (command) {
            case "SUBSCRIBE" -> subscribe(frame);
            case "UNSUBSCRIBE" -> destinations.remove(needed(frame, "id"));
            case "DISCONNECT" -> destinations.clear();
            case "SEND" -> throw new StompException("not authorized to publish");
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
        if (frame.header("filter") != null) {
            throw new StompException("filter is not supported");
        }
        if (!broker.mayPublish(destination)) {
            throw new StompException("not authorized to subscribe " + destination);
        }
        if (destinations.putIfAbsent(id, destination) != null) {
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
        Outbox open = outbox;
        if (open != null && !open.add(frame.encode())) {
            drop();
        }
    }

    private void demand() {
        Session open = session;
        if (broker.frozen()) {
            wantsDemand = true;
        } else if (open != null && open.isOpen()) {
            open.demand();
        }
    }

    private void end() {
        destinations.clear();
        broker.remove(this);
        Outbox open = outbox;
        if (open != null) {
            open.close();
        }
    }
}
