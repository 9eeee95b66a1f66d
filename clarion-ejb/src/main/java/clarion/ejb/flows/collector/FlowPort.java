package clarion.ejb.flows.collector;

import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.wire.ExporterTable;
import clarion.domain.flows.wire.FlowDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;

/**
 * The open UDP port: a socket for each thread. Where the system knows {@code SO_REUSEPORT}, it gives all packets of an
 * exporter to the same one; else one thread reads alone.
 */
final class FlowPort {

    /** Records of a batch: a good megabyte. */
    private static final int BATCH = 8192;

    private final int port;
    private final int receiveBuffer;
    private final List<FlowReceiver> receivers;
    private final KernelDrops drops = new KernelDrops();

    private FlowPort(int port, int receiveBuffer, List<FlowReceiver> receivers) {
        this.port = port;
        this.receiveBuffer = receiveBuffer;
        this.receivers = List.copyOf(receivers);
    }

    /**
     * Opens the port and begins to read.
     *
     * @throws IOException if it cannot be had; nothing stays open
     */
    static FlowPort open(
            FlowCollectorSettings settings,
            ExporterTable table,
            UnaryOperator<FlowBatch> intake,
            Clock clock,
            ThreadFactory threads)
            throws IOException {
        InetSocketAddress address = address(settings);
        List<FlowReceiver> receivers = new ArrayList<>();
        int granted = Integer.MAX_VALUE;
        int port = settings.port();
        try {
            // With SO_REUSEPORT alone a second Clarion would share the port, and each would get a part.
            probe(address);
            boolean several = supportsSharing();
            for (int i = 0; i < (several ? settings.threads() : 1); i++) {
                DatagramChannel channel = DatagramChannel.open();
                try {
                    granted = Math.min(granted, prepare(channel, settings.receiveBuffer(), several));
                    channel.bind(i == 0 ? address : new InetSocketAddress(address.getAddress(), port));
                    port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
                    FlowDecoder decoder = new FlowDecoder(table, new FlowBatch(BATCH), intake);
                    receivers.add(new FlowReceiver(channel, decoder, clock));
                } catch (IOException | RuntimeException e) {
                    channel.close();
                    throw e;
                }
            }
        } catch (IOException | RuntimeException e) {
            receivers.forEach(FlowReceiver::close);
            throw e;
        }
        receivers.forEach(receiver -> threads.newThread(receiver).start());
        return new FlowPort(port, granted, receivers);
    }

    private static InetSocketAddress address(FlowCollectorSettings settings) throws IOException {
        return settings.bind().isPresent()
                ? new InetSocketAddress(InetAddress.getByName(settings.bind().get()), settings.port())
                : new InetSocketAddress(settings.port());
    }

    private static void probe(InetSocketAddress address) throws IOException {
        if (address.getPort() != 0) {
            try (DatagramChannel alone = DatagramChannel.open()) {
                alone.bind(address);
            }
        }
    }

    private static boolean supportsSharing() throws IOException {
        try (DatagramChannel any = DatagramChannel.open()) {
            return any.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT);
        }
    }

    private static int prepare(DatagramChannel channel, int buffer, boolean several) throws IOException {
        if (several) {
            channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
        channel.setOption(StandardSocketOptions.SO_RCVBUF, buffer);
        return channel.getOption(StandardSocketOptions.SO_RCVBUF);
    }

    int port() {
        return port;
    }

    int threads() {
        return receivers.size();
    }

    /** Octets that the kernel keeps for each socket: no more than {@code net.core.rmem_max}. */
    int receiveBuffer() {
        return receiveBuffer;
    }

    long packets() {
        return receivers.stream().mapToLong(FlowReceiver::packets).sum();
    }

    long octets() {
        return receivers.stream().mapToLong(FlowReceiver::octets).sum();
    }

    /** Datagrams that the kernel dropped since the port was opened; empty where it does not say. */
    OptionalLong kernelDrops() {
        return drops.of(port);
    }

    /** False once a thread has ended by itself. */
    boolean isWhole() {
        return receivers.stream().noneMatch(FlowReceiver::hasEnded);
    }

    /** Hands over what was read, and closes the port. */
    void close() throws InterruptedException {
        try {
            for (FlowReceiver receiver : receivers) {
                receiver.stop();
            }
        } finally {
            receivers.forEach(FlowReceiver::close);
        }
    }
}
