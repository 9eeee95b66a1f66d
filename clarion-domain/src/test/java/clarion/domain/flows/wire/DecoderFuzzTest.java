package clarion.domain.flows.wire;

import static clarion.domain.flows.wire.DecoderBench.NOW;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever it is sent, the decoder neither throws nor hangs nor remembers more than its limits allow, and what it makes
 * of it are records as {@link FlowBatch} promises. Packets are real ones with octets, numbers and lengths changed, cut,
 * spliced and repeated, and made-up ones; {@code -Dclarion.fuzz.packets} makes more of them,
 * {@code -Dclarion.fuzz.seed} others.
 */
class DecoderFuzzTest {

    private static final int PACKETS = Integer.getInteger("clarion.fuzz.packets", 60_000);
    private static final int[] ODD = {0, 1, 2, 3, 4, 5, 9, 10, 255, 256, 257, 1024, 2048, 0x7fff, 0x8000, 0x84d0, 0xffff
    };

    private final long seed = Long.getLong("clarion.fuzz.seed", 20261123);
    private final Random random = new Random(seed);
    private final DecoderLimits limits = new DecoderLimits(
            20,
            32,
            600,
            java.time.Duration.ofHours(2),
            20_000,
            50_000,
            java.time.Duration.ofMinutes(10),
            50,
            200,
            java.time.Duration.ofMinutes(2),
            java.time.Duration.ofHours(24));
    private final ExporterTable table = new ExporterTable(limits, new Exporters(10), address -> false, true);
    private long records;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void survivesWhateverItIsSent() throws IOException {
        List<byte[]> corpus = corpus();
        FlowDecoder decoder = FlowDecoder.into(table, new FlowBatch(64), this::check);
        for (int i = 0; i < PACKETS; i++) {
            byte[] packet = corpus.get(random.nextInt(corpus.size())).clone();
            for (int change = random.nextInt(6); change > 0; change--) {
                packet = changed(packet, corpus);
            }
            int length = random.nextInt(10) == 0 ? random.nextInt(packet.length + 1) : packet.length;
            IpAddress exporter = IpAddress.of(new byte[] {10, 0, 0, (byte) random.nextInt(25)});
            try {
                decoder.decode(packet, length, exporter, NOW + i * 50L);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", packet " + i + ": " + hex(packet, length), e);
            }
            if (i % 997 == 0) {
                table.expire(NOW + i * 50L);
                checkBounds(i);
            }
        }
        decoder.flush();
        checkBounds(PACKETS);
        assertTrue(records > PACKETS, "the packets are good enough to be read: " + records + " records");
        long errors = table.statistics().stream()
                .mapToLong(ExporterStatistics::decodeErrors)
                .sum();
        assertTrue(errors > PACKETS / 100, "and bad enough to be refused: " + errors + " errors");
    }

    private static List<byte[]> corpus() throws IOException {
        List<byte[]> corpus = new ArrayList<>();
        for (String name :
                new String[] {"softflowd-v5", "softflowd-v9", "softflowd-v10", "pmacctd-v9", "pmacctd-v10"}) {
            corpus.addAll(SampleCapturesTest.payloads(name));
        }
        corpus.addAll(MadePackets.all());
        return corpus;
    }

    private byte[] changed(byte[] packet, List<byte[]> corpus) {
        if (packet.length < 8) {
            return packet;
        }
        int at = random.nextInt(packet.length - 4);
        switch (random.nextInt(7)) {
            case 0:
                packet[at] = (byte) random.nextInt();
                return packet;
            case 1:
                int odd = ODD[random.nextInt(ODD.length)];
                packet[at & ~1] = (byte) (odd >> 8);
                packet[at & ~1 | 1] = (byte) odd;
                return packet;
            case 2:
                return java.util.Arrays.copyOf(packet, 4 + at);
            case 3:
                packet[1] = (byte) new int[] {5, 9, 10}[random.nextInt(3)];
                return packet;
            case 4:
                byte[] other = corpus.get(random.nextInt(corpus.size()));
                int from = random.nextInt(other.length);
                byte[] spliced = java.util.Arrays.copyOf(packet, Math.min(65535, at + other.length - from));
                System.arraycopy(other, from, spliced, at, spliced.length - at);
                return spliced;
            case 5:
                int length = Math.min(random.nextInt(64), packet.length - at);
                System.arraycopy(packet, at, packet, random.nextInt(packet.length - length + 1), length);
                return packet;
            default:
                // A flowset's length that is right again for what is left.
                if (packet[1] == 10) {
                    packet[2] = (byte) (packet.length >> 8);
                    packet[3] = (byte) packet.length;
                }
                return packet;
        }
    }

    private void check(FlowBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            boolean good = batch.start[i] <= batch.end[i]
                    && batch.exporter[i] >= 0
                    && batch.protocol[i] >= 0
                    && batch.protocol[i] <= 255
                    && batch.sourcePort[i] >= 0
                    && batch.sourcePort[i] <= 65535
                    && batch.destinationPort[i] >= 0
                    && batch.destinationPort[i] <= 65535
                    && batch.icmp[i] >= -1
                    && batch.icmp[i] <= 65535
                    && batch.sampling[i] >= 1
                    && batch.bytes[i] >= 0
                    && batch.packets[i] >= 0
                    && batch.bytes[i] <= (1L << 47) / batch.sampling[i]
                    && batch.packets[i] <= (1L << 47) / batch.sampling[i]
                    && batch.reverseBytes[i] >= -1
                    && batch.reversePackets[i] >= -1
                    && batch.sourceSgt[i] >= -1
                    && batch.sourceSgt[i] <= 65535
                    && batch.vlan[i] <= 4094
                    && batch.end[i]
                            <= NOW + PACKETS * 50L + limits.clockTolerance().toMillis()
                    && batch.end[i] >= NOW - limits.oldestFlow().toMillis() - 1;
            assertTrue(good, () -> "seed " + seed + ": a record that cannot be");
        }
        records += batch.size();
    }

    private void checkBounds(int packet) {
        List<ExporterStatistics> all = table.statistics();
        assertTrue(all.size() <= limits.exporters(), "exporters at packet " + packet);
        for (ExporterStatistics each : all) {
            assertTrue(each.templates() <= limits.templates(), "templates at packet " + packet);
            assertTrue(each.waiting() * 96 <= limits.pendingBytes(), "waiting sets at packet " + packet);
            assertTrue(each.domains().size() <= DecoderLimits.DOMAINS, "domains at packet " + packet);
        }
        assertTrue(table.budgets().templateFields().taken() <= limits.templateFields(), "fields");
        assertTrue(table.budgets().pendingBytes().taken() <= limits.pendingBytesOfAll(), "waiting octets");
        assertTrue(table.budgets().names().taken() <= limits.namesOfAll(), "names");
        assertTrue(table.budgets().templateFields().taken() >= 0, "what was given back was taken");
    }

    private static String hex(byte[] packet, int length) {
        return java.util.HexFormat.of().formatHex(packet, 0, length);
    }
}
