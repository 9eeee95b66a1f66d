package clarion.simulator;

import clarion.simulator.crowd.SyntheticSessions;
import clarion.simulator.pubsub.Broker;
import clarion.simulator.topics.IseTopic;
import clarion.simulator.topics.TopicFeed;
import clarion.simulator.topics.Topics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Publishes events of the synthetic sessions at a rate, one burst at a time. */
public final class Bursts {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long PAUSE_NANOS = 2_000_000;

    private final SyntheticSessions crowd;
    private final TopicFeed topic;
    private final TopicFeed all;
    private final Broker broker;
    private volatile boolean closed;
    private volatile @Nullable Burst current;
    private int number;

    /** A burst under way, or the last one. */
    public static final class Burst {

        private final String id;
        private final long events;
        private final AtomicLong published = new AtomicLong();
        private volatile double seconds;
        private volatile boolean cancelled;
        private final CompletableFuture<Burst> end = new CompletableFuture<>();

        Burst(String id, long events) {
            this.id = id;
            this.events = events;
        }

        public String id() {
            return id;
        }

        /** How many events it has. */
        public long events() {
            return events;
        }

        /** How many have been published so far. */
        public long published() {
            return published.get();
        }

        /** How long it has taken, in the end. */
        public double seconds() {
            return seconds;
        }

        public boolean isDone() {
            return end.isDone();
        }

        /** Ends it before its end. */
        public void cancel() {
            cancelled = true;
        }

        /** Waits until the last event is published. */
        public Burst await() {
            return end.join();
        }
    }

    Bursts(SyntheticSessions crowd, Topics topics, Broker broker) {
        this.crowd = crowd;
        this.topic = topics.of(IseTopic.SESSIONS);
        this.all = topics.of(IseTopic.SESSIONS_ALL);
        this.broker = broker;
    }

    /**
     * Begins a burst and returns at once.
     *
     * @param rate events per second; 0 is as fast as the slowest subscriber takes them
     * @param batch events in a message
     * @throws IllegalStateException if there are no synthetic sessions, or a burst is under way
     */
    public synchronized Burst start(long events, double rate, int batch) {
        if (crowd.count() == 0) {
            throw new IllegalStateException("a burst needs synthetic sessions: set their number");
        }
        if (events < 1 || rate < 0 || batch < 1 || batch > 100_000) {
            throw new IllegalArgumentException("a burst has events, a rate of 0 or more, and 1 to 100000 in a message");
        }
        Burst before = current;
        if (before != null && !before.isDone()) {
            throw new IllegalStateException("a burst is under way");
        }
        Burst burst = new Burst("b" + ++number, events);
        current = burst;
        Thread thread = new Thread(() -> run(burst, rate, batch), "ise-burst");
        thread.setDaemon(true);
        thread.start();
        return burst;
    }

    /** The burst under way, or the last one; null if there was none. */
    public @Nullable Burst current() {
        return current;
    }

    void close() {
        closed = true;
    }

    private void run(Burst burst, double rate, int batch) {
        long start = System.nanoTime();
        try {
            while (burst.published() < burst.events && !burst.cancelled && !closed) {
                int size = (int) Math.min(batch, burst.events - burst.published());
                if (rate > 0) {
                    await(start + (long) ((burst.published() + size) / rate * NANOS_PER_SECOND));
                } else {
                    broker.awaitRoom();
                }
                publish(burst.id, size);
                burst.published.addAndGet(size);
            }
        } finally {
            burst.seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            burst.end.complete(burst);
        }
    }

    /** Publishes some events as one message. */
    void publish(String burst, int size) {
        topic.publishBurst(
                sequence -> {
                    byte[] body = crowd.next(size, sequence);
                    all.publishIfHeard(other -> body);
                    return body;
                },
                burst,
                crowd.made(),
                size);
    }

    private void await(long untilNanos) {
        while (!closed && untilNanos - System.nanoTime() > 0) {
            LockSupport.parkNanos(Math.min(PAUSE_NANOS, Math.max(1, untilNanos - System.nanoTime())));
        }
    }
}
