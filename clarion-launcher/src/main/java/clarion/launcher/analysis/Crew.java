package clarion.launcher.analysis;

import clarion.domain.segmentation.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** One worker for each processor. */
final class Crew implements Workers, AutoCloseable {

    private final int size = Math.max(1, Runtime.getRuntime().availableProcessors());
    private final ExecutorService threads = Executors.newFixedThreadPool(size, work -> {
        Thread thread = new Thread(work, "crew");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void each(int pieces, IntConsumer work) {
        if (size == 1 || pieces < 2) {
            Workers.ALONE.each(pieces, work);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                work.accept(piece);
            }
        };
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(size, pieces); i++) {
            others.add(threads.submit(share));
        }
        share.run();
        for (Future<?> other : others) {
            wait(other);
        }
    }

    private static void wait(Future<?> other) {
        try {
            other.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalysisException("Interrupted; nothing was written.");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
