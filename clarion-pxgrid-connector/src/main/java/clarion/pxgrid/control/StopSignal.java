package clarion.pxgrid.control;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says once and for good that the work is to end, wakes who waits and runs what frees those who are blocked. It takes
 * the place of interrupts, which would also hit a database call of the listener.
 */
public final class StopSignal {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<Runnable> wakers = new LinkedHashSet<>();

    /** Takes a waker back. */
    @FunctionalInterface
    public interface Registration {
        void close();
    }

    /** Signals; further calls do nothing. */
    public void stop() {
        Set<Runnable> due;
        synchronized (this) {
            stopped.countDown();
            due = Set.copyOf(wakers);
            wakers.clear();
        }
        due.forEach(Runnable::run);
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    public void check() throws StoppedException {
        if (isStopped()) {
            throw new StoppedException();
        }
    }

    /** Waits; true if stopped by then. */
    public boolean await(Duration time) throws InterruptedException {
        return stopped.await(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
    }

    /** Runs the waker on stop, at once if that has been. The waker must not block. */
    public Registration onStop(Runnable waker) {
        synchronized (this) {
            if (!isStopped()) {
                wakers.add(waker);
                return () -> forget(waker);
            }
        }
        waker.run();
        return () -> {};
    }

    private synchronized void forget(Runnable waker) {
        wakers.remove(waker);
    }
}
