package clarion.domain.flows.wire;

import static clarion.domain.flows.wire.DecoderBench.EXPORTER;
import static clarion.domain.flows.wire.DecoderBench.NOW;
import static clarion.domain.flows.wire.DecoderBench.SECONDS;
import static clarion.domain.flows.wire.WirePacket.template;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clarion.domain.devices.IpAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final WirePacket SIDES = template(256, 3, 8, 4, 12, 4, 1, 4);

    private final DecoderBench bench = new DecoderBench();

    private static byte[] announced(int sequence, int source) {
        return WirePacket.v9(SECONDS, 0, sequence, source).set(0, SIDES).bytes();
    }

    private static byte[] data(int sequence, int source, int bytes) {
        return WirePacket.v9(SECONDS, 0, sequence, source)
                .set(256, new WirePacket().u32(1).u32(2).u32(bytes))
                .bytes();
    }

    @Test
    void keepsDataUntilItsTemplateComes() {
        bench.send(data(1, 1, 10)).send(data(2, 1, 20)).send(data(3, 2, 30));
        assertEquals(3, bench.statistics().waiting());
        bench.send(announced(4, 1));

        assertEquals(2, bench.batch.size());
        assertEquals(10, bench.batch.bytes[0]);
        assertEquals(20, bench.batch.bytes[1]);
        assertEquals(1, bench.statistics().waiting(), "what another domain sent waits for its own");
        assertEquals(0, bench.statistics().missingTemplate());
    }

    @Test
    void dropsAndCountsWhatWaitedTooLongOrHadNoRoom() {
        DecoderBench small = new DecoderBench(DecoderBench.limits(10, 10, 500, Duration.ofHours(1)));
        for (int i = 0; i < 10; i++) {
            small.send(data(i, 1, i));
        }
        assertEquals(4, small.statistics().waiting());
        assertEquals(6, small.statistics().missingTemplate());
        small.table.expire(NOW + 3_600_000);
        assertEquals(0, small.statistics().waiting());
        assertEquals(10, small.statistics().missingTemplate());
    }

    @Test
    void readsByTheTemplateThatWasAnnouncedLast() {
        bench.send(announced(1, 1)).send(data(2, 1, 10));
        bench.send(WirePacket.v9(SECONDS, 0, 3, 1)
                .set(0, template(256, 3, 12, 4, 8, 4, 2, 4))
                .bytes());
        bench.send(data(4, 1, 10));

        assertEquals("0.0.0.1", bench.batch.source(0).toString());
        assertEquals("0.0.0.2", bench.batch.source(1).toString());
        assertEquals(10, bench.batch.packets[1]);
        assertEquals(1, bench.statistics().replacedTemplates());
    }

    @Test
    void tellsTemplatesOfExportersDomainsAndVersionsApart() {
        bench.send(announced(1, 1));
        bench.decoder.decode(data(1, 1, 10), data(1, 1, 10).length, IpAddress.parse("192.0.2.2"), NOW);
        bench.send(data(1, 2, 10));
        bench.send(WirePacket.ipfix(SECONDS, 1, 1)
                .set(256, new WirePacket().u32(1).u32(2).u32(3))
                .ipfixBytes());

        assertEquals(0, bench.batch.size());
    }

    @Test
    void forgetsATemplateThatWasNotAnnouncedForLong() {
        bench.send(announced(1, 1));
        bench.send(data(2, 1, 10), NOW + 7_199_000).send(data(3, 1, 10), NOW + 7_201_000);

        assertEquals(1, bench.batch.size());
        assertEquals(1, bench.statistics().waiting());
        assertEquals(0, bench.statistics().templates());
    }

    @Test
    void keepsATemplateThatIsWithdrawnOverUdp() {
        bench.send(WirePacket.ipfix(SECONDS, 0, 1)
                .set(2, SIDES)
                .set(2, template(256, 0))
                .set(2, template(2, 0))
                .set(256, new WirePacket().u32(1).u32(2).u32(3))
                .ipfixBytes());

        assertEquals(1, bench.batch.size());
        assertEquals(2, bench.statistics().withdrawals());
    }

    @Test
    void holdsNoMoreTemplatesThanItMay() {
        DecoderBench small = new DecoderBench(DecoderBench.limits(10, 8, 500, Duration.ofHours(1)));
        for (int i = 0; i < 1000; i++) {
            small.send(WirePacket.v9(SECONDS, 0, i, i % 3)
                    .set(0, template(256 + i, 2, 8, 4, 12, 4))
                    .bytes());
        }
        assertFalse(small.statistics().templates() > 8);
        small.send(WirePacket.v9(SECONDS, 0, 1000, 0)
                .set(256 + 999, new WirePacket().u32(1).u32(2))
                .bytes());
        assertEquals(1, small.batch.size(), "the newest are kept");
    }

    @Test
    void holdsNoMoreExportersThanItMayAndForgetsSilentOnes() {
        DecoderBench small = new DecoderBench(DecoderBench.limits(2, 8, 500, Duration.ofHours(1)));
        byte[] packet = announced(1, 1);
        for (int i = 1; i <= 5; i++) {
            small.decoder.decode(packet, packet.length, IpAddress.parse("192.0.2." + i), NOW);
        }
        assertEquals(2, small.table.statistics().size());
        assertEquals(3, small.table.beyondBound());
        small.decoder.decode(packet, packet.length, IpAddress.parse("192.0.2.9"), NOW + 700_000);
        assertEquals("192.0.2.9", small.table.statistics().get(0).address().toString());
    }

    @Test
    void refusesExportersThatNobodyExpects() {
        ExporterTable table = new ExporterTable(
                DecoderLimits.DEFAULT, new clarion.domain.flows.Exporters(10), EXPORTER::equals, false);
        FlowDecoder decoder = FlowDecoder.into(table, bench.batch, full -> {});
        byte[] packet = announced(1, 1);
        decoder.decode(packet, packet.length, EXPORTER, NOW);
        decoder.decode(packet, packet.length, IpAddress.parse("203.0.113.1"), NOW);

        assertEquals(2, table.statistics().size());
        assertFalse(table.statistics().get(1).accepted());
        assertEquals(1, table.statistics().get(1).refused());
        assertEquals(1, table.refused());
    }

    @Test
    void countsGapsAsEachProtocolCounts() {
        bench.send(announced(10, 1))
                .send(data(11, 1, 1))
                .send(data(14, 1, 1))
                .send(data(12, 1, 1))
                .send(data(15, 1, 1));
        assertEquals(1, bench.statistics().gaps());
        assertEquals(2, bench.statistics().missing());

        DecoderBench ipfix = new DecoderBench();
        ipfix.send(WirePacket.ipfix(SECONDS, 100, 1).set(2, SIDES).ipfixBytes());
        WirePacket two = new WirePacket().u32(1).u32(2).u32(3).u32(1).u32(2).u32(3);
        ipfix.send(WirePacket.ipfix(SECONDS, 100, 1).set(256, two).ipfixBytes());
        ipfix.send(WirePacket.ipfix(SECONDS, 102, 1).set(256, two).ipfixBytes());
        assertEquals(0, ipfix.statistics().missing());
        ipfix.send(WirePacket.ipfix(SECONDS, 109, 1).set(256, two).ipfixBytes());
        assertEquals(5, ipfix.statistics().missing());

        DecoderBench v5 = new DecoderBench();
        v5.send(WirePacket.v5(1, SECONDS, 0, 0, 0).raw(new byte[48]).bytes());
        v5.send(WirePacket.v5(1, SECONDS, 0, 1, 0).raw(new byte[48]).bytes());
        v5.send(WirePacket.v5(1, SECONDS, 0, 5, 0).raw(new byte[48]).bytes());
        v5.send(WirePacket.v5(1, SECONDS, 0, 2_000_000_000, 0).raw(new byte[48]).bytes());
        assertEquals(3, v5.statistics().missing(), "a restart is no loss");
    }
}
