package clarion.pxgrid.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response body as a stream that asks the network for more only when it is read, and that fails when nothing comes
 * for too long. The JDK's own stream waits for ever once the headers are there (JDK-8208693).
 */
final class PacedBody extends InputStream implements BodySubscriber<InputStream> {

    private sealed interface Item {}

    private record Data(List<ByteBuffer> buffers) implements Item {}

    private record End(@Nullable Throwable cause) implements Item {}

    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> current = new ArrayDeque<>();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final Duration patience;
    private @Nullable End end;

    PacedBody(Duration patience) {
        this.patience = patience;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        subscription.complete(upstream);
        upstream.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        items.add(new Data(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        items.add(new End(cause));
    }

    @Override
    public void onComplete() {
        items.add(new End(null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            ByteBuffer buffer = current.peek();
            if (buffer != null && buffer.hasRemaining()) {
                int count = Math.min(length, buffer.remaining());
                buffer.get(target, offset, count);
                return count;
            }
            if (buffer != null) {
                current.remove();
                if (current.isEmpty()) {
                    subscription.join().request(1);
                }
            } else if (!await()) {
                return -1;
            }
        }
    }

    /** Waits for more; false at the end of the body. */
    private boolean await() throws IOException {
        if (end == null) {
            Item item;
            try {
                item = items.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("interrupted").initCause(e);
            }
            if (item == null) {
                close();
                throw new HttpTimeoutException("nothing came for " + patience);
            }
            if (item instanceof Data data) {
                current.addAll(data.buffers());
                if (current.isEmpty()) {
                    subscription.join().request(1);
                }
                return true;
            }
            end = (End) item;
        }
        Throwable cause = end.cause();
        if (cause != null) {
            throw new IOException(cause.getMessage(), cause);
        }
        return false;
    }

    /** Gives up the rest; a reader that waits is woken. */
    @Override
    public void close() {
        var unused = subscription.thenAccept(Subscription::cancel);
        items.add(new End(new IOException("the response was given up")));
    }
}
