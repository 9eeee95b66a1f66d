package clarion.pxgrid.stream;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.stomp.Frame;
import clarion.pxgrid.stomp.FrameDecoder;
import clarion.pxgrid.stomp.HeartBeat;
import clarion.pxgrid.stomp.StompException;
import clarion.pxgrid.wire.StompWire;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A STOMP conversation with one pubsub node, made by {@link PubSubConnector}.
 *
 * <p>Life: made, {@link #connect}, {@link #subscribe} any number of times, then messages come until {@link #failure} is
 * there or {@link #close} is called. {@link #tick} is to be called several times per ping interval.
 */
public final class PubSubStream implements Socket.Owner {

    private static final byte[] END_OF_LINE = {'\n'};

    private final String node;
    private final Duration pingInterval;
    private final Clock clock;
    private final BooleanSupplier hasRoom;
    private final Runnable onGone;
    private final FrameDecoder decoder;
    private final Socket socket = new Socket(this);
    private final Routes routes = new Routes();
    private final Map<String, CompletableFuture<Frame>> receipts = new ConcurrentHashMap<>();
    private final Map<String, String> unconfirmed = new ConcurrentHashMap<>();
    private final CompletableFuture<Frame> connected = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    private volatile @Nullable PxGridException failure;
    private volatile boolean closing;
    private volatile @Nullable String refused;
    private volatile boolean ambiguous;
    private volatile @Nullable String oversized;
    private volatile Instant lastReceivedAt;
    private volatile long lastReceivedNanos = System.nanoTime();
    private volatile Duration heartBeatDuty = Duration.ZERO;
    private long lastPingNanos = System.nanoTime();
    private long lastBeatNanos = System.nanoTime();

    /**
     * @param node the pubsub node's account, also the STOMP host
     * @param hasRoom false while no further message can be taken
     * @param onGone runs when the connection has failed; must not block
     */
    PubSubStream(
            String node, Duration pingInterval, int maxMessage, Clock clock, BooleanSupplier hasRoom, Runnable onGone) {
        this.node = node;
        this.pingInterval = pingInterval;
        this.clock = clock;
        this.hasRoom = hasRoom;
        this.onGone = onGone;
        this.decoder = new FrameDecoder(maxMessage, this::take);
        this.lastReceivedAt = clock.instant();
    }

    Socket socket() {
        return socket;
    }

    public String node() {
        return node;
    }

    /** When anything last came, pongs and heart-beats included. */
    public Instant lastReceivedAt() {
        return lastReceivedAt;
    }

    /** Why the connection is gone, or null while it is there. */
    public @Nullable PxGridException failure() {
        return failure;
    }

    /** Sends CONNECT and waits for CONNECTED. */
    void connect(Duration patience) throws PxGridException, InterruptedException {
        HeartBeat ours = new HeartBeat(2 * pingInterval.toMillis(), pingInterval.toMillis());
        send(Frame.of(
                StompWire.CONNECT,
                StompWire.ACCEPT_VERSION,
                StompWire.VERSION_1_2,
                StompWire.HOST,
                node,
                StompWire.HEART_BEAT,
                ours.toString()));
        try {
            Frame answer = connected.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            heartBeatDuty = ours.dutyTowards(HeartBeat.of(answer));
        } catch (TimeoutException e) {
            throw new PxGridException(
                    Fault.NO_CONNECTED, node + " did not answer CONNECT within " + patience.toMillis() + " ms.", e);
        } catch (ExecutionException e) {
            PxGridException why = failure;
            throw why != null ? why : new PxGridException(Fault.STREAM_CLOSED, node + " closed the connection.", e);
        }
    }

    /** A topic to subscribe to, and who takes its messages' bodies; the receiver must not block. */
    public record Subscription(String destination, Consumer<byte[]> receiver) {}

    /**
     * Subscribes to topics and waits, for a moment, until the server has confirmed them; a server that confirms nothing
     * is taken at its silence. One that refuses answers with an ERROR frame, which ends the connection:
     * {@link #refused} then says which topic it was.
     */
    public void subscribe(List<Subscription> topics, Duration patience) throws InterruptedException {
        List<CompletableFuture<Frame>> receipts = new ArrayList<>();
        for (Subscription topic : topics) {
            String id = routes.open(topic.destination(), topic.receiver());
            String receiptId = "subscribed-" + id;
            unconfirmed.put(receiptId, topic.destination());
            receipts.add(sendWithReceipt(
                    receiptId, StompWire.SUBSCRIBE, StompWire.DESTINATION, topic.destination(), StompWire.ID, id));
        }
        await(CompletableFuture.allOf(receipts.toArray(CompletableFuture[]::new)), patience);
        if (failure == null) {
            topics.forEach(topic -> unconfirmed.values().remove(topic.destination()));
        }
    }

    /**
     * The destination that the server refused, as far as it said so; null if the end was another, or it did not say.
     */
    public @Nullable String refused() {
        return refused;
    }

    /** True if the server refused a subscription and did not say which of several. */
    public boolean refusedSomething() {
        return refused == null && ambiguous;
    }

    /** The destination whose message was above the limit, if that ended the connection and it is known. */
    public @Nullable String oversized() {
        return oversized;
    }

    /** Ends the connection from this side, for a reason of this side. */
    public void giveUp(PxGridException why) {
        fail(why);
        socket.abort();
    }

    private CompletableFuture<Frame> sendWithReceipt(String receiptId, String command, String... headers) {
        CompletableFuture<Frame> receipt = new CompletableFuture<>();
        receipts.put(receiptId, receipt);
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = StompWire.RECEIPT_REQUEST;
        all[headers.length + 1] = receiptId;
        send(Frame.of(command, all));
        return receipt;
    }

    private void send(Frame frame) {
        CompletableFuture<?> sent = socket.send(frame.encode());
        var unused = sent.exceptionally(failed -> {
            gone(1006, "", failed);
            return null;
        });
    }

    /** Reads on after {@code hasRoom} was false. */
    public void resume() {
        if (socket.isPaused()) {
            lastReceivedNanos = System.nanoTime(); // silence during a pause is ours, not the peer's
            socket.resume();
        }
    }

    /** Pings when due, beats when due, and ends the connection when the peer was silent for two intervals. */
    public synchronized void tick() {
        if (failure != null || closing) {
            return;
        }
        long now = System.nanoTime();
        if (!socket.isPaused() && now - lastReceivedNanos > 2 * pingInterval.toNanos()) {
            fail(new PxGridException(
                    Fault.PEER_SILENT,
                    node + " has been silent for " + (now - lastReceivedNanos) / 1_000_000 + " ms, even to pings."));
            socket.abort();
            return;
        }
        if (now - lastPingNanos >= pingInterval.toNanos()) {
            lastPingNanos = now;
            socket.ping();
        }
        if (!heartBeatDuty.isZero() && now - lastBeatNanos >= heartBeatDuty.toNanos() / 2) {
            lastBeatNanos = now;
            var unused = socket.send(END_OF_LINE); // a failure shows as silence or as the connection's end
        }
    }

    /** Says goodbye: UNSUBSCRIBE, DISCONNECT with receipt, close 1000; cuts the line when the peer does not follow. */
    public void close(Duration patience) throws InterruptedException {
        closing = true;
        Iterable<String> subscriptions = routes.subscriptions();
        if (failure == null) {
            subscriptions.forEach(id -> send(Frame.of(StompWire.UNSUBSCRIBE, StompWire.ID, id)));
        }
        routes.close();
        if (failure == null) {
            CompletableFuture<Frame> receipt = sendWithReceipt("goodbye", StompWire.DISCONNECT);
            resume();
            await(CompletableFuture.anyOf(receipt, gone), patience);
            socket.close(WebSocket.NORMAL_CLOSURE);
            await(gone, patience);
        }
        socket.abort();
    }

    private static void await(CompletableFuture<?> future, Duration patience) throws InterruptedException {
        try {
            future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // the caller goes on without it
        }
    }

    @Override
    public void alive() {
        lastReceivedAt = clock.instant();
        lastReceivedNanos = System.nanoTime();
    }

    @Override
    public boolean wantsMore() {
        return closing || hasRoom.getAsBoolean();
    }

    @Override
    public void octets(ByteBuffer octets) throws StompException {
        decoder.feed(octets);
    }

    private void take(Frame frame) {
        switch (frame.command()) {
            case StompWire.MESSAGE -> routes.deliver(frame);
            case StompWire.CONNECTED -> connected.complete(frame);
            case StompWire.RECEIPT -> {
                String id = frame.header(StompWire.RECEIPT_ID).orElse("");
                unconfirmed.remove(id);
                CompletableFuture<Frame> receipt = receipts.remove(id);
                if (receipt != null) {
                    receipt.complete(frame);
                }
            }
            case StompWire.ERROR -> refuse(frame);
            default -> {
                // nothing else is for clients
            }
        }
    }

    private void refuse(Frame error) {
        String words = words(error);
        List<String> open = List.copyOf(unconfirmed.values());
        if (!open.isEmpty()) {
            String byReceipt =
                    unconfirmed.get(error.header(StompWire.RECEIPT_ID).orElse(""));
            refused = byReceipt != null ? byReceipt : open.size() == 1 ? open.get(0) : named(words, open);
            ambiguous = refused == null;
        }
        fail(new PxGridException(
                refused == null ? Fault.STOMP_ERROR : Fault.TOPIC_REFUSED,
                node + " answers ERROR" + (refused == null ? "" : " to the subscription of " + refused) + ": "
                        + words));
        socket.close(WebSocket.NORMAL_CLOSURE);
    }

    /** What the broker says: its headline and its body, once if they are the same. */
    private static String words(Frame error) {
        String body = error.bodyText();
        String start = body.substring(0, Math.min(body.length(), 500)).strip();
        String headline = error.header(StompWire.MESSAGE_TEXT).orElse("").strip();
        String both = start.equals(headline) ? headline : (headline + " " + start).strip();
        return both.isEmpty() ? "no message" : both;
    }

    /** The longest of the destinations that the words name: one may be the beginning of another. */
    private static @Nullable String named(String words, List<String> destinations) {
        return destinations.stream()
                .filter(words::contains)
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    @Override
    public void gone(int status, String reason, @Nullable Throwable cause) {
        if (cause instanceof StompException stomp) {
            oversized = stomp.isTooLarge() ? routes.destinationOf(stomp.subscription()) : null;
            fail(new PxGridException(
                    stomp.isTooLarge() ? Fault.MESSAGE_TOO_LARGE : Fault.STREAM_MALFORMED,
                    node + ": " + stomp.getMessage() + ".",
                    stomp));
            socket.close(stomp.isTooLarge() ? 1009 : 1002);
        } else {
            fail(new PxGridException(
                    Fault.STREAM_CLOSED,
                    cause == null
                            ? node + " closed the connection (" + status + (reason.isBlank() ? "" : " " + reason) + ")."
                            : "The connection to " + node + " broke off" + words(cause) + ".",
                    cause));
        }
        gone.complete(null);
    }

    private static String words(Throwable cause) {
        return cause.getMessage() == null ? "" : ": " + cause.getMessage();
    }

    private void fail(PxGridException why) {
        synchronized (this) {
            if (failure != null || closing) {
                return;
            }
            failure = why;
        }
        connected.completeExceptionally(why);
        receipts.values().forEach(receipt -> receipt.completeExceptionally(why));
        onGone.run();
    }
}
