package clarion.ejb.flows.collector;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.wire.FlowDecoder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the packets of one socket, on one thread, until it is stopped. */
final class FlowReceiver implements Runnable {

    private static final System.Logger LOG = clarion.domain.logging.ContextLogger.of(FlowReceiver.class);

    /** The longest datagram there is. */
    private static final int LONGEST = 65_535;

    /** Records wait no longer than this for their batch to fill, in milliseconds. */
    private static final long FLUSH = 250;

    /** With traffic that never pauses the clock is asked for that only after as many packets. */
    private static final int BETWEEN_LOOKS = 64;

    private final DatagramChannel channel;
    private final FlowDecoder decoder;
    private final Clock clock;
    private final Selector selector;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
    private final byte[] packet = new byte[LONGEST];

    private volatile boolean stopped;
    private volatile long packets;
    private volatile long octets;
    private long failures;
    private long flushedAt;

    FlowReceiver(DatagramChannel channel, FlowDecoder decoder, Clock clock) throws IOException {
        this.channel = channel;
        this.decoder = decoder;
        this.clock = clock;
        this.selector = Selector.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                try {
                    receive();
                } catch (RuntimeException e) {
                    survive(e);
                }
            }
        } catch (ClosedChannelException | ClosedSelectorException e) {
            // It is being stopped.
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "CLARION-FLW-003 event=receive-failed a thread of the flow collector ended; the collector opens its"
                            + " port anew: " + e.getMessage());
        } finally {
            decoder.flush();
            ended.countDown();
        }
    }

    /** What went wrong with some records must not cost those that come after them; said once, not for every packet. */
    private void survive(RuntimeException failure) {
        if (failure instanceof ClosedSelectorException) {
            throw failure;
        }
        if (failures++ == 0) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "CLARION-FLW-004 event=flow-read-failed records were lost by a fault of Clarion; report it with the"
                            + " log. Further ones of this thread are not logged.",
                    failure);
        }
    }

    private void receive() throws IOException {
        int taken = 0;
        while (!stopped && taken < BETWEEN_LOOKS && takeOne()) {
            taken++;
        }
        long now = clock.millis();
        if (decoder.waiting() == 0) {
            flushedAt = now;
        } else if (now - flushedAt >= FLUSH || now < flushedAt) {
            decoder.flush();
            flushedAt = now;
        }
        if (taken == 0) {
            selector.select(FLUSH);
            selector.selectedKeys().clear();
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // this thread alone writes them
    private boolean takeOne() throws IOException {
        buffer.clear();
        @Nullable SocketAddress sender;
        try {
            sender = channel.receive(buffer);
        } catch (java.net.PortUnreachableException e) {
            return true;
        }
        if (sender == null) {
            return false;
        }
        int length = buffer.flip().remaining();
        buffer.get(packet, 0, length);
        packets++;
        octets += length;
        if (sender instanceof InetSocketAddress from) {
            decoder.decode(packet, length, IpAddress.of(from.getAddress().getAddress()), clock.millis());
        }
        return true;
    }

    /** Ends the thread, whose records are handed over, and waits for it for a little while. */
    void stop() throws InterruptedException {
        stopped = true;
        selector.wakeup();
        var unused = ended.await(5, TimeUnit.SECONDS);
        close();
    }

    /** Closes the socket. */
    void close() {
        stopped = true;
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "event=close-failed", e);
        }
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    long packets() {
        return packets;
    }

    long octets() {
        return octets;
    }
}
