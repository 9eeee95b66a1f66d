package clarion.simulator.flows;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.export.Wire;
import clarion.simulator.traffic.Address;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Receives what exporters send, and reads it strictly. */
final class Collector implements AutoCloseable {

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final DatagramSocket socket;
    private final Wire wire = new Wire();
    private final Set<InetAddress> sources = new HashSet<>();
    private @Nullable Throwable fault;

    Collector() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setReceiveBufferSize(4 << 20);
        Thread thread = new Thread(this::receive, "collector");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    synchronized int sources() {
        return sources.size();
    }

    private void receive() {
        byte[] buffer = new byte[65_536];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (IOException e) {
                return;
            }
            take(packet);
        }
    }

    private synchronized void take(DatagramPacket packet) {
        sources.add(packet.getAddress());
        try {
            wire.read(packet.getAddress().getHostAddress(), Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (AssertionError | RuntimeException e) {
            fault = fault == null ? e : fault;
        }
    }

    /** Waits until so many flow records have come. */
    List<Wire.Data> await(long records) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            synchronized (this) {
                if (fault != null) {
                    throw new AssertionError("a message is not as it should be", fault);
                }
                List<Wire.Data> flows = wire.flows();
                if (flows.size() >= records) {
                    return flows;
                }
                assertTrue(System.nanoTime() < end, flows.size() + " of " + records + " records have come");
            }
            Thread.sleep(50);
        }
    }

    /** Addresses, ports and protocol of a record. */
    static String key(Wire.Data flow) {
        boolean v6 = flow.has("27");
        return text(flow.octets(v6 ? "27" : "8")) + ":" + flow.number("7") + ">" + text(flow.octets(v6 ? "28" : "12"))
                + ":" + flow.number("11") + "/" + flow.number("4");
    }

    private static String text(byte[] octets) {
        long high = 0;
        long low = 0;
        for (byte octet : octets) {
            high = high << 8 | low >>> 56;
            low = low << 8 | octet & 255;
        }
        return (octets.length == 4 ? Address.v4((int) low) : new Address(high, low)).toString();
    }

    @Override
    public void close() {
        socket.close();
    }
}
