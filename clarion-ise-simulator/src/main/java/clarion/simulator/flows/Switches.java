package clarion.simulator.flows;

import clarion.simulator.export.ExportProcess;
import clarion.simulator.export.Format;
import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.FlowRecord;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Imperfections;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The exporters of the living campus, each with its own sequence, several to a source address. Not thread-safe. */
final class Switches implements AutoCloseable {

    private static final int SAMPLING = 16;
    private static final int SEND_BUFFER = 1 << 20;

    private final FlowSettings settings;
    private final Destination destination;
    private final Map<Integer, String> groups;
    private final long seed;
    private final Map<String, Exporter> byName = new LinkedHashMap<>();
    private final List<ExportProcess> processes = new ArrayList<>();
    private final List<DatagramChannel> channels = new ArrayList<>();
    private long unsent;

    Switches(FlowSettings settings, Map<Integer, String> groups, long seed) throws IOException {
        this.settings = settings;
        this.groups = groups;
        this.seed = seed;
        this.destination = Destination.of(settings.target());
        boolean here = destination.isHere();
        try {
            for (int i = 1; i <= (here ? settings.exporters() : 1); i++) {
                DatagramChannel channel = DatagramChannel.open();
                channels.add(channel);
                channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
                if (here && settings.target().getAddress().getAddress().length == 4) {
                    channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) i}), 0));
                }
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The exporter of a name; access switches and controllers are not all as good as the others. */
    Exporter named(String name, long nowMillis) {
        Exporter known = byName.get(name);
        if (known != null) {
            return known;
        }
        int number = byName.size();
        SplittableRandom random = new SplittableRandom(Draws.seed(seed, name.hashCode()));
        Imperfections imperfections = settings.imperfections();
        boolean edge = name.contains("-sw") && !name.startsWith("dc");
        Exporter made = new Exporter(
                number,
                name,
                Draws.chance(imperfections.of(Imperfection.SGTS), random),
                edge && Draws.chance(imperfections.of(Imperfection.ONE_WAY), random),
                edge && Draws.chance(imperfections.of(Imperfection.SAMPLED), random) ? SAMPLING : 1,
                settings.activeMillis());
        byName.put(name, made);
        DatagramChannel channel = channels.get(number % channels.size());
        Format format = number % 2 == 0 ? Format.IPFIX : Format.NETFLOW_9;
        processes.add(new ExportProcess(made, format, groups, nowMillis, message -> send(channel, message)));
        return made;
    }

    private void send(DatagramChannel channel, ByteBuffer message) {
        Optional<InetSocketAddress> target = destination.address();
        if (target.isEmpty()) {
            unsent++;
            return;
        }
        try {
            channel.send(message, target.get());
        } catch (IOException e) {
            unsent++; // nobody listens yet, or no longer: exporters do not care
        }
    }

    void export(FlowRecord record, long nowMillis) {
        processes.get(record.exporter().number()).add(record, nowMillis);
    }

    void flush(long nowMillis) {
        processes.forEach(process -> process.flush(nowMillis));
    }

    int count() {
        return processes.size();
    }

    long records() {
        return processes.stream().mapToLong(ExportProcess::records).sum();
    }

    long messages() {
        return processes.stream().mapToLong(ExportProcess::messages).sum();
    }

    /** Messages that the system did not take, or that were for nobody knows whom. */
    long unsent() {
        return unsent;
    }

    @Override
    public void close() {
        destination.close();
        for (DatagramChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                System.getLogger(Switches.class.getName()).log(System.Logger.Level.DEBUG, "event=close-failed", e);
            }
        }
    }
}
