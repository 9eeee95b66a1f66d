package clarion.it.containers;

import clarion.it.harness.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** People who read all the time, from the start until closed: how long each had to wait, and what went wrong. */
final class Readers implements AutoCloseable {

    private static final int READERS = 3;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Integer> failures = Collections.synchronizedMap(new TreeMap<>());
    private volatile boolean closed;
    private int answers;
    private long longestNanos;

    Readers(Api api) {
        for (int i = 0; i < READERS; i++) {
            Thread thread = new Thread(() -> read(api), "reader-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void read(Api api) {
        long last = System.nanoTime();
        while (!closed) {
            try {
                int status = api.get("/api/v1/sessions?live=true&limit=200").status();
                if (status == 200) {
                    long now = System.nanoTime();
                    answered(now - last);
                    last = now;
                } else {
                    failures.merge("status " + status, 1, Integer::sum);
                }
            } catch (RuntimeException e) {
                failures.merge(String.valueOf(e.getCause()), 1, Integer::sum);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        answered(System.nanoTime() - last);
    }

    private synchronized void answered(long nanos) {
        answers++;
        longestNanos = Math.max(longestNanos, nanos);
    }

    /** Requests that were answered as they should. */
    synchronized int answers() {
        return answers;
    }

    /** The longest time that a reader was without an answer. */
    synchronized Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    /** What else came, and how often: statuses, and reasons for none. */
    Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(70).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized String toString() {
        return answers + " answers, the longest wait " + longestNanos / 1_000_000 + " ms, failures " + failures;
    }
}
