package clarion.pxgrid.life;

import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.control.StoppedException;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer of ISE's on one thread while another delivers what was read, so that download and commit overlap. At
 * most {@value #AHEAD} pages wait between them.
 */
final class PagePump<E> {

    static final int AHEAD = 4;

    private static final long LOOK_UP_MILLIS = 20;

    /** Reads the answer into the sink. */
    @FunctionalInterface
    interface Call<E> {
        void run(Page.Sink<E> sink) throws PxGridException, InterruptedException;
    }

    /** Delivers a page. */
    @FunctionalInterface
    interface Delivering<E> {
        void page(Page<E> page) throws PxGridException, InterruptedException;
    }

    private final Executor executor;
    private final StopSignal stop;
    private final BlockingQueue<Page<E>> pages = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean givenUp;
    private volatile boolean done;
    private volatile @Nullable Throwable failure;

    PagePump(Executor executor, StopSignal stop) {
        this.executor = executor;
        this.stop = stop;
    }

    /**
     * Runs the call to its end.
     *
     * @param meanwhile runs again and again, between pages and while none comes
     */
    void run(Call<E> call, Delivering<E> delivering, Delivery.Checkpoint meanwhile)
            throws PxGridException, InterruptedException {
        try {
            executor.execute(() -> read(call));
        } catch (RejectedExecutionException e) {
            throw (StoppedException) new StoppedException().initCause(e);
        }
        try {
            while (true) {
                boolean last = done; // read before the queue: after it nothing is added
                Page<E> page = pages.poll(last ? 0 : LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (page != null) {
                    delivering.page(page);
                } else if (last) {
                    break;
                }
                meanwhile.check();
            }
        } finally {
            givenUp = true;
        }
        Throwable why = failure;
        if (why instanceof PxGridException known) {
            throw known;
        } else if (why instanceof InterruptedException stopped) {
            throw (StoppedException) new StoppedException().initCause(stopped);
        } else if (why != null) {
            throw new PxGridException(
                    Fault.INTERNAL, "Clarion could not read what ISE answered: " + Causes.deepest(why) + ".", why);
        }
    }

    private void read(Call<E> call) {
        try {
            call.run(this::put);
        } catch (PxGridException | InterruptedException | RuntimeException | Error e) {
            failure = e;
        } finally {
            done = true;
        }
    }

    private void put(Page<E> page) throws InterruptedException {
        while (!pages.offer(page, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
            stop.check();
            if (givenUp) {
                throw new StoppedException();
            }
        }
        if (givenUp) {
            throw new StoppedException();
        }
    }
}
