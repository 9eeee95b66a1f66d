package clarion.it.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends a campus's conversations as several exporters of this machine, at a rate, and adds up what it sent. */
final class FlowReplay implements AutoCloseable {

    private static final int EXPORTERS = CampusTraffic.EXPORTERS;
    private static final int CONVERSATIONS = CampusTraffic.TURN;

    private final CampusTraffic campus;
    private final List<DatagramChannel> channels = new ArrayList<>();
    private final ByteBuffer packet = ByteBuffer.allocateDirect(65_000);

    private long next;
    private long octets;

    FlowReplay(CampusTraffic campus, int port) throws IOException {
        this.campus = campus;
        ByteBuffer template = ByteBuffer.wrap(FlowPackets.template(9));
        for (int i = 0; i < EXPORTERS; i++) {
            DatagramChannel channel = DatagramChannel.open();
            channels.add(channel);
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (i + 1)}), 0));
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(template.duplicate());
        }
    }

    /** Sends for a while and gives the rate that it reached, in records a second. */
    double send(int recordsPerSecond, Duration time) throws IOException {
        double packetsPerSecond = recordsPerSecond / (2.0 * CONVERSATIONS);
        long began = System.nanoTime();
        long packets = (long) (packetsPerSecond * time.toSeconds());
        for (long sent = 0; sent < packets; ) {
            long due = Math.min(packets, (long) ((System.nanoTime() - began) / 1e9 * packetsPerSecond) + 1);
            for (; sent < due; sent++) {
                octets += FlowPackets.campus(packet, campus, next, CONVERSATIONS);
                channels.get((int) (next / CONVERSATIONS % EXPORTERS)).write(packet);
                next += CONVERSATIONS;
            }
            pause();
        }
        return packets * 2.0 * CONVERSATIONS * 1e9 / (System.nanoTime() - began);
    }

    /** A little, so that the two cores are for those who receive. */
    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(500_000);
    }

    /** All conversations so far, two records each. */
    long conversations() {
        return next;
    }

    /** All octets that the records so far told of. */
    long octets() {
        return octets;
    }

    @Override
    public void close() throws IOException {
        for (DatagramChannel channel : channels) {
            channel.close();
        }
    }
}
