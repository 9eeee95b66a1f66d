package clarion.it.bench;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.wire.DecoderLimits;
import clarion.domain.flows.wire.ExporterTable;
import clarion.domain.flows.wire.FlowDecoder;
import clarion.ejb.flows.FlowIntake;
import clarion.ejb.flows.collector.ExporterNetworks;
import clarion.ejb.flows.collector.FlowCollector;
import clarion.ejb.flows.collector.FlowCollectorSettings;
import clarion.it.harness.Project;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reading flow export: how many records a second one core decodes, how many packets of one record come through a real
 * socket without loss, and what a record costs, beside nfcapd and nfacctd where they are installed.
 */
final class FlowsBench implements Bench.Suite {

    private static final int[] RATES = {25_000, 50_000, 75_000, 100_000, 150_000, 200_000};
    private static final int RECORDS = 29;
    private static final int PACKETS = 2_000;
    private static final Duration STEP = Duration.ofSeconds(2);

    @Override
    public List<Measure> run() throws Exception {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("decode v5, 29 a packet, one core", decode(5), "records/s", "asked for", 1_000_000));
        measures.add(new Measure("decode v9, 29 a packet, one core", decode(9), "records/s", "asked for", 1_000_000));
        measures.add(new Measure("decode IPFIX, 29 a packet, one core", decode(10), "records/s", "asked for", 700_000));
        Path work = Project.work("bench-flows-" + ProcessHandle.current().pid());
        Sent own = own();
        Sent nfcapd = peer(FlowPeer.nfcapd(work, freePort()));
        Sent nfacctd = peer(FlowPeer.nfacctd(work, freePort()));
        String lossless = "one-record v9 packets without loss";
        measures.add(new Measure(lossless, own.rate, "packets/s", "asked for", 50_000));
        measures.add(new Measure(lossless, own.rate, "packets/s", "nfcapd", nfcapd.rate));
        measures.add(new Measure(lossless, own.rate, "packets/s", "nfacctd", nfacctd.rate));
        String cost = "CPU of a record, v9, 29 a packet";
        measures.add(new Measure(cost, own.micros, "us", "nfcapd", nfcapd.micros));
        measures.add(new Measure(cost, own.micros, "us", "nfacctd", nfacctd.micros));
        return measures;
    }

    /** What a collector took: the highest rate of one-record packets without loss, and microseconds for a record. */
    private record Sent(double rate, double micros) {}

    private static double decode(int version) {
        ExporterTable table = new ExporterTable(DecoderLimits.DEFAULT, new Exporters(10), address -> true, true);
        long[] records = {0};
        FlowDecoder decoder = FlowDecoder.into(table, new FlowBatch(8192), batch -> records[0] += batch.size());
        IpAddress exporter = IpAddress.parse("192.0.2.1");
        byte[] template = FlowPackets.template(version);
        List<byte[]> packets = packets(version, RECORDS);
        double best = 0;
        for (int round = 0; round < 4; round++) {
            decoder.decode(template, template.length, exporter, System.currentTimeMillis());
            records[0] = 0;
            long began = System.nanoTime();
            long spent = 0;
            while (spent < 1_500_000_000L) {
                long now = System.currentTimeMillis();
                for (byte[] packet : packets) {
                    decoder.decode(packet, packet.length, exporter, now);
                }
                spent = System.nanoTime() - began;
            }
            decoder.flush();
            best = Math.max(best, records[0] * 1e9 / spent);
        }
        long errors = table.statistics().get(0).decodeErrors();
        if (errors > 0) {
            throw new IllegalStateException(errors + " decode errors");
        }
        return best;
    }

    private static List<byte[]> packets(int version, int records) {
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < PACKETS; i++) {
            packets.add(FlowPackets.data(version, records, i));
        }
        return packets;
    }

    private static Sent own() throws Exception {
        LongAdder records = new LongAdder();
        FlowIntake intake = new FlowIntake() {
            private final Exporters exporters = new Exporters(10);

            @Override
            public FlowBatch exchange(FlowBatch filled) {
                records.add(filled.size());
                filled.clear();
                return filled;
            }

            @Override
            public Exporters exporters() {
                return exporters;
            }
        };
        int port = freePort();
        List<Thread> threads = new ArrayList<>();
        FlowCollectorSettings settings = new FlowCollectorSettings(
                port, Optional.of("127.0.0.1"), 33_554_432, 2, new ExporterNetworks(""), true, DecoderLimits.DEFAULT);
        FlowCollector collector = new FlowCollector(settings, Optional.of(intake), Clock.systemUTC(), work -> {
            Thread thread = new Thread(work);
            threads.add(thread);
            return thread;
        });
        collector.tend();
        try {
            // Twice, so that the JVM is warm.
            var unused = measure(port, () -> cpu(threads));
            return measure(port, () -> cpu(threads));
        } finally {
            collector.close();
        }
    }

    private static Duration cpu(List<Thread> threads) {
        return Duration.ofNanos(threads.stream()
                .mapToLong(thread ->
                        Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId())))
                .sum());
    }

    private static Sent peer(Optional<FlowPeer> peer) throws Exception {
        if (peer.isEmpty()) {
            return new Sent(0, 0);
        }
        try (FlowPeer running = peer.get()) {
            return measure(running.port, running::cpu);
        }
    }

    private static Sent measure(int port, java.util.function.Supplier<Duration> cpu) throws Exception {
        double rate = 0;
        for (int step : RATES) {
            long before = FlowPeer.drops(port);
            double reached = send(port, packets(9, 1), step);
            Thread.sleep(500);
            if (FlowPeer.drops(port) > before || reached < 0.9 * step) {
                break;
            }
            rate = reached;
        }
        List<byte[]> full = packets(9, RECORDS);
        Duration used = cpu.get();
        double records = send(port, full, 10_000) * STEP.toSeconds() * RECORDS;
        Thread.sleep(500);
        return new Sent(rate, cpu.get().minus(used).toNanos() / 1e3 / records);
    }

    /** Sends at a rate for a while and says which rate it was. */
    private static double send(int port, List<byte[]> packets, int rate) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(FlowPackets.template(9)));
            long began = System.nanoTime();
            long total = rate * STEP.toSeconds();
            long sent = 0;
            while (sent < total && System.nanoTime() - began < 2 * STEP.toNanos()) {
                long due = Math.min(total, (long) ((System.nanoTime() - began) / 1e9 * rate) + 1);
                while (sent < due) {
                    channel.write(ByteBuffer.wrap(packets.get((int) (sent % packets.size()))));
                    sent++;
                }
                Thread.onSpinWait();
            }
            return sent * 1e9 / (System.nanoTime() - began);
        }
    }

    static int freePort() {
        try (DatagramSocket any = new DatagramSocket()) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
