package clarion.simulator.pubsub;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** Frames on their way to one connection, in order, one at a time, at most {@link #LIMIT} octets waiting. */
final class Outbox {

    /** Octets above which a consumer counts as too slow. */
    static final int LIMIT = 16 * 1024 * 1024;

    private static final int ROOM = 2 * 1024 * 1024;

    private final Session session;
    private final BooleanSupplier frozen;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private long octets;
    private boolean sending;
    private boolean closed;
    private int closeStatus;

    Outbox(Session session, BooleanSupplier frozen) {
        this.session = session;
        this.frozen = frozen;
    }

    /** Queues a frame; false if the queue is too long for it. */
    boolean add(ByteBuffer frame) {
        synchronized (this) {
            if (closed || closeStatus != 0) {
                return true;
            }
            if (octets > 0 && octets + frame.remaining() > LIMIT) {
                return false;
            }
            octets += frame.remaining();
            waiting.add(frame);
        }
        send();
        return true;
    }

    /** Closes the connection when everything queued is out. */
    void closeAfterwards(int status) {
        synchronized (this) {
            closeStatus = status;
        }
        send();
    }

    /** Waits until at most 2 MiB wait, or the connection is gone. */
    synchronized void awaitRoom() {
        boolean interrupted = false;
        while (!closed && octets > ROOM) {
            try {
                wait(1000);
            } catch (InterruptedException e) {
                interrupted = true;
                closed = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets what waits. */
    synchronized void close() {
        closed = true;
        waiting.clear();
        octets = 0;
        notifyAll();
    }

    /** Sends on, unless somebody does already or the connection is frozen. */
    void send() {
        synchronized (this) {
            if (sending || closed || frozen.getAsBoolean()) {
                return;
            }
            sending = true;
        }
        for (ByteBuffer next = next(); next != null; next = next()) {
            int size = next.remaining();
            AtomicBoolean other = new AtomicBoolean();
            session.sendBinary(
                    next,
                    Callback.from(
                            () -> {
                                sent(size);
                                if (!other.compareAndSet(false, true)) {
                                    sending(false);
                                    send();
                                }
                            },
                            failure -> close()));
            if (other.compareAndSet(false, true)) {
                return;
            }
        }
    }

    private synchronized void sending(boolean now) {
        sending = now;
    }

    private synchronized void sent(int size) {
        octets -= size;
        notifyAll();
    }

    private @org.jspecify.annotations.Nullable ByteBuffer next() {
        int status;
        synchronized (this) {
            ByteBuffer next = closed || frozen.getAsBoolean() ? null : waiting.poll();
            if (next != null) {
                return next;
            }
            sending = false;
            status = closed || !waiting.isEmpty() ? 0 : closeStatus;
        }
        if (status != 0) {
            session.close(status, null, Callback.NOOP);
        }
        return null;
    }
}
