package clarion.web.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One connected browser or script. Sending never blocks: what the connection does not take at once waits in a bounded
 * queue, and the container's write call-back goes on from there. When the queue is full, the client is dropped; it
 * connects again and learns by its last event id what it missed.
 */
final class EventClient implements WriteListener, AsyncListener {

    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final BooleanSupplier loggedIn;
    private final Consumer<EventClient> onEnd;
    private final Clock clock;
    private final EventQueue queue = new EventQueue();

    private boolean started;
    private boolean draining;
    private boolean unflushed;
    private boolean ended;
    private Instant progress;

    /**
     * A client that has yet to be {@linkplain #open opened}.
     *
     * @param loggedIn whether the login that opened the stream is still good; asks the database
     * @param onEnd called once
     */
    EventClient(AsyncContext exchange, BooleanSupplier loggedIn, Consumer<EventClient> onEnd, Clock clock)
            throws IOException {
        this.exchange = exchange;
        this.out = exchange.getResponse().getOutputStream();
        this.loggedIn = loggedIn;
        this.onEnd = onEnd;
        this.clock = clock;
        this.progress = clock.instant();
    }

    /** Hands the stream to the container, which says when it can be written to. */
    void open() {
        exchange.setTimeout(0);
        exchange.addListener(this);
        out.setWriteListener(this);
    }

    /** Sends, or keeps for later, or drops a client that is too slow. */
    void send(EventFrame frame) {
        send(frame.bytes(), frame.name().equals(EventFrame.STATUS));
    }

    void send(byte[] bytes, boolean replaceable) {
        boolean full;
        synchronized (this) {
            if (ended) {
                return;
            }
            full = !queue.add(bytes, replaceable);
            if (!full) {
                drain();
            }
        }
        if (full) {
            end();
        }
    }

    /** Whether the login still stands. */
    boolean isLoggedIn() {
        return loggedIn.getAsBoolean();
    }

    /** Whether something has been waiting since before this time without the connection taking any of it. */
    synchronized boolean isStuckSince(Instant time) {
        return !queue.isEmpty() && progress.isBefore(time);
    }

    @Override
    public synchronized void onWritePossible() {
        started = true;
        drain();
    }

    /** Call with the lock held. {@code isReady} comes before every write and flush, as the servlet API demands. */
    private void drain() {
        if (!started || ended || draining) {
            return;
        }
        draining = true;
        try {
            while (!ended && out.isReady()) {
                byte[] next = queue.poll();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    break;
                }
                progress = clock.instant();
            }
        } catch (IOException | RuntimeException e) {
            end();
        } finally {
            draining = false;
        }
    }

    /** Ends the stream; safe to call more than once. */
    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            queue.clear();
        }
        onEnd.accept(this);
        try {
            exchange.complete();
        } catch (IllegalStateException alreadyOver) {
            // The container noticed first.
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
