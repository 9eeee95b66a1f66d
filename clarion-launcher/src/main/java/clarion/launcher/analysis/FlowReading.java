package clarion.launcher.analysis;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.FlowSink;
import clarion.domain.flows.text.FlowFileReader;
import clarion.domain.flows.text.FlowFileReport;
import clarion.domain.flows.text.Unpacked;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * Reads a flow file once: text becomes records on one thread, and what is made of the records happens on the caller's,
 * in the order of the file.
 */
final class FlowReading {

    private static final int BATCHES = 16;
    private static final int BATCH = 1024;

    private final Path file;
    private final Exporters exporters = new Exporters(100_000);
    private final BlockingQueue<FlowBatch> free = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<Optional<FlowBatch>> full = new ArrayBlockingQueue<>(BATCHES + 1);
    private final AtomicLong position = new AtomicLong();

    FlowReading(Path file) {
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @param sink takes the records, on the caller's thread
     * @param progress is told how many percent of the file are read, now and then
     * @return what became of the lines; nothing for an empty file
     */
    Optional<FlowFileReport> run(FlowSink sink, IntConsumer progress) throws IOException, InterruptedException {
        long size = Math.max(1, Files.size(file));
        free.clear();
        full.clear();
        for (int i = 0; i < BATCHES; i++) {
            free.add(new FlowBatch(BATCH));
        }
        FutureTask<Optional<FlowFileReport>> reading = new FutureTask<>(this::read);
        Thread thread = new Thread(reading, "read");
        thread.setDaemon(true);
        thread.start();
        try {
            int told = 0;
            for (Optional<FlowBatch> batch = full.take(); batch.isPresent(); batch = full.take()) {
                sink.accept(batch.get());
                free.put(batch.get());
                int percent = (int) Math.min(100, 100 * position.get() / size);
                if (percent >= told + 10) {
                    told = percent;
                    progress.accept(percent);
                }
            }
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            thread.interrupt();
        }
    }

    private Optional<FlowFileReport> read() throws IOException, InterruptedException {
        try (InputStream opened = new Counted(Files.newInputStream(file));
                InputStream ahead = new ReadAhead(Unpacked.of(opened, "flow file"));
                PushbackInputStream in = new PushbackInputStream(ahead, 1)) {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            in.unread(first);
            return Optional.of(new FlowFileReader(exporters).read(in, this::handOver));
        } finally {
            full.put(Optional.empty());
        }
    }

    private void handOver(FlowBatch batch) {
        try {
            FlowBatch copy = free.take();
            copy.copyOf(batch);
            full.put(Optional.of(copy));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", e);
        }
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
            position.set(0);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            position.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            position.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
