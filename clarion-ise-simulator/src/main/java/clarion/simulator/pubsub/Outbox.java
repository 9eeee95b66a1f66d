package clarion.simulator.pubsub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** Frames on their way to one connection, in order, one at a time, within a limit of octets that wait. */
final class Outbox {

    private static final int ROOM = 2 * 1024 * 1024;

    private final Session session;
    private final Pace pace;
    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private long octets;
    private boolean sending;
    private boolean closed;
    private int closeStatus;
    private long lastSentNanos;

    /** What holds a connection up. */
    interface Pace {
        /** Whether nothing goes out at all. */
        boolean frozen();

        /** The least time between two messages, in milliseconds. */
        long slowMillis();

        /** Octets above which a consumer counts as too slow. */
        int limit();
    }

    private enum Form {
        WHOLE,
        TEXT,
        PART,
        LAST_PART
    }

    private record Parcel(ByteBuffer data, Form form) {}

    Outbox(Session session, Pace pace) {
        this.session = session;
        this.pace = pace;
    }

    /** Queues octets in a shape; false if the queue is too long for them. */
    boolean add(ByteBuffer frame, Message.Shape shape) {
        synchronized (this) {
            if (closed || closeStatus != 0) {
                return true;
            }
            if (octets > 0 && octets + frame.remaining() > pace.limit()) {
                return false;
            }
            octets += frame.remaining();
            int third = frame.remaining() / 3;
            switch (shape) {
                case BINARY -> waiting.add(new Parcel(frame, Form.WHOLE));
                case TEXT -> waiting.add(new Parcel(frame, Form.TEXT));
                case SPLIT -> cut(frame, third, Form.WHOLE, Form.WHOLE);
                case FRAGMENT -> cut(frame, third, Form.PART, Form.LAST_PART);
            }
        }
        send();
        return true;
    }

    private void cut(ByteBuffer frame, int size, Form form, Form last) {
        waiting.add(new Parcel(frame.slice(0, size), form));
        waiting.add(new Parcel(frame.slice(size, size), form));
        waiting.add(new Parcel(frame.slice(2 * size, frame.remaining() - 2 * size), last));
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

    /** Sends on, unless somebody does already or the connection is held up. */
    void send() {
        synchronized (this) {
            if (sending || closed || pace.frozen()) {
                return;
            }
            sending = true;
        }
        for (Parcel next = next(); next != null; next = next()) {
            int size = next.data().remaining();
            AtomicBoolean other = new AtomicBoolean();
            send(
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

    private void send(Parcel parcel, Callback callback) {
        switch (parcel.form()) {
            case WHOLE -> session.sendBinary(parcel.data(), callback);
            case TEXT ->
                session.sendText(StandardCharsets.UTF_8.decode(parcel.data()).toString(), callback);
            case PART -> session.sendPartialBinary(parcel.data(), false, callback);
            case LAST_PART -> session.sendPartialBinary(parcel.data(), true, callback);
        }
    }

    private synchronized void sending(boolean now) {
        sending = now;
    }

    private synchronized void sent(int size) {
        octets -= size;
        lastSentNanos = System.nanoTime();
        notifyAll();
    }

    private @Nullable Parcel next() {
        int status;
        synchronized (this) {
            Parcel next = closed || pace.frozen() || resting() ? null : waiting.poll();
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

    private boolean resting() {
        long millis = pace.slowMillis();
        return millis > 0 && System.nanoTime() - lastSentNanos < TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
