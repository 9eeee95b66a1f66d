package clarion.launcher.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads a stream on a thread of its own, a few blocks ahead: unpacking is a third of reading a packed file. */
final class ReadAhead extends InputStream {

    private static final int BLOCK = 256 * 1024;
    private static final int BLOCKS = 8;

    /** A piece of the stream; at its end an empty one, perhaps with what went wrong. */
    private static final class Block {

        final byte[] bytes;
        final int length;
        final @Nullable IOException fault;

        Block(byte[] bytes, int length, @Nullable IOException fault) {
            this.bytes = bytes;
            this.length = length;
            this.fault = fault;
        }
    }

    private final BlockingQueue<Block> ready = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread thread;
    private Block block = new Block(new byte[0], 0, null);
    private int at;
    private boolean ended;

    ReadAhead(InputStream in) {
        thread = new Thread(() -> readAll(in), "unpack");
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll(InputStream in) {
        try {
            try {
                while (true) {
                    byte[] bytes = new byte[BLOCK];
                    int length = in.readNBytes(bytes, 0, BLOCK);
                    ready.put(new Block(bytes, length, null));
                    if (length == 0) {
                        return;
                    }
                }
            } catch (IOException e) {
                ready.put(new Block(new byte[0], 0, e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: nobody reads any more
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (at == block.length && !next()) {
            return -1;
        }
        int read = Math.min(length, block.length - at);
        System.arraycopy(block.bytes, at, into, from, read);
        at += read;
        return read;
    }

    private boolean next() throws IOException {
        if (ended) {
            return false;
        }
        try {
            block = ready.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        }
        at = 0;
        ended = block.length == 0;
        if (block.fault != null) {
            throw block.fault;
        }
        return !ended;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
