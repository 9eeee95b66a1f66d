package clarion.domain.flows.wire;

import static clarion.domain.flows.wire.DecoderBench.NOW;
import static clarion.domain.flows.wire.DecoderBench.SECONDS;
import static clarion.domain.flows.wire.WirePacket.pen;
import static clarion.domain.flows.wire.WirePacket.template;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.Mark;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static final int A = 0x0a000001;
    private static final int B = 0x0a000002;

    private final DecoderBench bench = new DecoderBench();
    private final FlowBatch batch = bench.batch;

    private void ipfix(WirePacket template, WirePacket record) {
        bench.send(WirePacket.ipfix(SECONDS, 0, 1)
                .set(2, template)
                .set(256, record)
                .ipfixBytes());
        assertEquals(1, batch.size(), bench.statistics().toString());
    }

    private static WirePacket sides() {
        return new WirePacket().u32(A).u32(B);
    }

    @Test
    void readsTheSgtsOfVersion9AsTheSameAsThoseOfIpfix() {
        bench.send(WirePacket.v9(SECONDS, 1000, 1, 1)
                .set(0, template(256, 4, 8, 4, 12, 4, 34000, 2, 34001, 2))
                .set(256, sides().u16(17).u16(0))
                .bytes());
        bench.send(WirePacket.ipfix(SECONDS, 0, 1)
                .set(2, template(256, 4, 8, 4, 12, 4, 0x8000 | 1232, 2, pen(9), 0x8000 | 1233, 2, pen(9)))
                .set(256, sides().u16(17).u16(0))
                .ipfixBytes());

        for (int i = 0; i < 2; i++) {
            assertEquals(17, batch.sourceSgt[i]);
            assertEquals(0, batch.destinationSgt[i], "0 is the SGT Unknown, which was said");
        }
    }

    @Test
    void takesNoElementOfAnotherEnterpriseForItsOwn() {
        ipfix(template(256, 3, 8, 4, 12, 4, 0x8000 | 1232, 2, pen(4242)), sides().u16(17));

        assertEquals(FlowBatch.UNKNOWN, batch.sourceSgt[0]);
    }

    @Test
    void readsBothDirectionsOfOneRecord() {
        ipfix(
                template(256, 6, 8, 4, 12, 4, 1, 8, 2, 4, 0x8001, 8, pen(29305), 0x8002, 4, pen(29305)),
                sides().u64(1000).u32(10).u64(2000).u32(20));

        assertEquals(1000, batch.bytes[0]);
        assertEquals(2000, batch.reverseBytes[0]);
        assertEquals(20, batch.reversePackets[0]);
    }

    @Test
    void turnsARecordAroundWhoseDestinationBegan() {
        ipfix(
                template(
                        256,
                        9,
                        8,
                        4,
                        12,
                        4,
                        4,
                        1,
                        7,
                        2,
                        11,
                        2,
                        1,
                        4,
                        0x8001,
                        4,
                        pen(29305),
                        0x8006,
                        1,
                        pen(29305),
                        239,
                        1),
                sides().u8(6).u16(443).u16(50000).u32(1000).u32(2000).u8(2).u8(2));

        assertEquals("10.0.0.2", batch.source(0).toString());
        assertEquals(50000, batch.sourcePort[0]);
        assertEquals(2000, batch.bytes[0]);
        assertEquals(1000, batch.reverseBytes[0]);
        assertEquals(2, batch.tcpFlags[0]);
    }

    @Test
    void readsWhatInitiatorAndResponderSentOfFirewalls() {
        ipfix(
                template(256, 6, 8, 4, 12, 4, 231, 4, 232, 4, 298, 4, 299, 4),
                sides().u32(5).u32(6).u32(7).u32(8));

        assertEquals(5, batch.bytes[0]);
        assertEquals(6, batch.reverseBytes[0]);
        assertEquals(7, batch.packets[0]);
        assertEquals(8, batch.reversePackets[0]);
    }

    @Test
    void takesTheServerBehindAddressTranslation() {
        ipfix(
                template(256, 7, 8, 4, 12, 4, 4, 1, 11, 2, 225, 4, 226, 4, 228, 2),
                sides().u8(6).u16(443).u32(0x01010101).u32(0x0a00ffff).u16(8443));

        assertEquals("10.0.0.1", batch.source(0).toString());
        assertEquals("10.0.255.255", batch.destination(0).toString());
        assertEquals(8443, batch.destinationPort[0]);
    }

    @Test
    void readsFieldsThatSayTheirOwnLength() {
        WirePacket one = new WirePacket()
                .u8(5)
                .text("alice", 5)
                .u32(A)
                .u32(B)
                .u8(255)
                .u16(3)
                .text("xyz", 3)
                .u8(2)
                .u16(700);
        WirePacket two = new WirePacket().u8(0).u32(B).u32(A).u8(0).u8(1).u8(9);
        bench.send(WirePacket.ipfix(SECONDS, 0, 1)
                .set(2, template(256, 5, 371, 65535, 8, 4, 12, 4, 96, 65535, 1, 65535))
                .set(256, one.raw(two.bytes()).u8(0).u8(0))
                .ipfixBytes());

        assertEquals(2, batch.size());
        assertEquals(700, batch.bytes[0]);
        assertEquals(9, batch.bytes[1]);
        assertEquals("10.0.0.2", batch.source(1).toString());
        assertEquals(0, bench.statistics().decodeErrors());
    }

    @Test
    void readsNumbersOfFewerOctetsAndSkipsFieldsOfNone() {
        ipfix(
                template(256, 6, 8, 4, 12, 4, 1, 3, 2, 1, 6, 2, 10, 0),
                sides().u8(1).u16(0).u8(4).u16(0x12));

        assertEquals(65536, batch.bytes[0]);
        assertEquals(4, batch.packets[0]);
        assertEquals(FlowBatch.UNKNOWN, batch.ingress[0]);
    }

    @Test
    void takesTheFamilyThatIsNotZeroWhereATemplateHasBoth() {
        WirePacket v6 = new WirePacket()
                .u64(0x20010db8_00000000L)
                .u64(1)
                .u64(0x20010db8_00000000L)
                .u64(2);
        ipfix(
                template(256, 4, 8, 4, 12, 4, 27, 16, 28, 16),
                new WirePacket().u32(0).u32(0).raw(v6.bytes()));
        bench.send(WirePacket.ipfix(SECONDS, 1, 1)
                .set(2, template(257, 4, 27, 16, 28, 16, 8, 4, 12, 4))
                .set(257, new WirePacket().u64(0).u64(0).u64(0).u64(0).u32(A).u32(B))
                .ipfixBytes());

        assertEquals("2001:db8::1", batch.source(0).toString());
        assertEquals("10.0.0.1", batch.source(1).toString());
    }

    @Test
    void findsTypeAndCodeOfIcmpWhereverTheyAre() {
        WirePacket template = template(256, 4, 8, 4, 12, 4, 4, 1, 11, 2);
        ipfix(template, sides().u8(1).u16(0));
        bench.send(WirePacket.ipfix(SECONDS, 1, 1)
                .set(256, sides().u8(1).u16(0x0303))
                .ipfixBytes());
        bench.send(
                WirePacket.ipfix(SECONDS, 2, 1).set(256, sides().u8(1).u16(0)).ipfixBytes());
        bench.send(WirePacket.ipfix(SECONDS, 3, 1)
                .set(2, template(257, 4, 8, 4, 12, 4, 4, 1, 32, 2))
                .set(257, sides().u8(1).u16(0x0800))
                .ipfixBytes());
        bench.send(WirePacket.ipfix(SECONDS, 4, 1)
                .set(2, template(258, 5, 8, 4, 12, 4, 4, 1, 178, 1, 179, 1))
                .set(258, sides().u8(58).u8(128).u8(0))
                .ipfixBytes());

        assertEquals(FlowBatch.UNKNOWN, batch.icmp[0], "0 may mean that the exporter does not say");
        assertEquals(0x0303, batch.icmp[1]);
        assertEquals(0, batch.icmp[2], "echo reply, of an exporter that is known to say");
        assertEquals(0x0800, batch.icmp[3]);
        assertEquals(0x8000, batch.icmp[4]);
        assertEquals(0, batch.destinationPort[1]);
    }

    @Test
    void readsTimesOfEveryKind() {
        WirePacket sides = sides();
        long ntp = (SECONDS - 5 + 2_208_988_800L << 32) | 0x8000_0000L;
        Object[][] kinds = {
            {150, 4, 151, 4, new WirePacket().u32(SECONDS - 9).u32(SECONDS - 3), -9000L, -3000L},
            {152, 8, 153, 8, new WirePacket().u64(SECONDS * 1000 - 7).u64(SECONDS * 1000 - 2), -7L, -2L},
            {154, 8, 155, 8, new WirePacket().u64(ntp).u64(ntp), -4500L, -4500L},
            {156, 8, 157, 8, new WirePacket().u64(ntp).u64(ntp), -4500L, -4500L},
            {158, 4, 159, 4, new WirePacket().u32(6_000_000).u32(2_000_000), -6000L, -2000L},
            {152, 8, 161, 4, new WirePacket().u64(SECONDS * 1000 - 9000).u32(4000), -9000L, -5000L},
            {323, 8, 161, 4, new WirePacket().u64(SECONDS * 1000 - 9000).u32(4000), -13000L, -9000L},
        };
        for (int i = 0; i < kinds.length; i++) {
            Object[] kind = kinds[i];
            bench.send(WirePacket.ipfix(SECONDS, i, 1)
                    .set(2, template(300 + i, 4, 8, 4, 12, 4, (int) kind[0], (int) kind[1], (int) kind[2], (int)
                            kind[3]))
                    .set(300 + i, new WirePacket().raw(sides.bytes()).raw(((WirePacket) kind[4]).bytes()))
                    .ipfixBytes());
            assertEquals((long) kind[5], batch.start[i] - SECONDS * 1000, "start of " + kind[0]);
            assertEquals((long) kind[6], batch.end[i] - SECONDS * 1000, "end of " + kind[2]);
            assertEquals(0, batch.marks[i]);
        }
    }

    @Test
    void countsUptimePastItsWrap() {
        bench.send(WirePacket.v9(SECONDS, 500, 1, 1)
                .set(0, template(256, 4, 8, 4, 12, 4, 22, 4, 21, 4))
                .set(256, sides().u32(0xffff_ff00L).u32(100))
                .bytes());

        assertEquals(SECONDS * 1000 - 756, batch.start[0]);
        assertEquals(SECONDS * 1000 - 400, batch.end[0]);
    }

    @Test
    void takesTheTimeOfArrivalFromAnExporterWhoseClockIsWrong() {
        long wrong = SECONDS - 86_400 * 365;
        bench.send(WirePacket.v9(wrong, 60_000, 1, 1)
                .set(0, template(256, 4, 8, 4, 12, 4, 22, 4, 21, 4))
                .set(256, sides().u32(20_000).u32(50_000))
                .bytes());

        assertEquals(NOW - 40_000, batch.start[0]);
        assertEquals(NOW - 10_000, batch.end[0]);
        assertTrue(Mark.CLOCK_CORRECTED.isIn(batch.marks[0]));
        assertEquals(86_400L * 365 * 1000 + 250, bench.statistics().clockOffset());
        assertEquals(1, bench.statistics().correctedRecords());
    }

    @Test
    void takesTheTimeOfArrivalForAFlowOfTheFuture() {
        ipfix(
                template(256, 4, 8, 4, 12, 4, 150, 4, 151, 4),
                sides().u32(SECONDS + 3590).u32(SECONDS + 3600));

        assertEquals(NOW, batch.end[0]);
        assertEquals(NOW - 10_000, batch.start[0]);
        assertTrue(Mark.CLOCK_CORRECTED.isIn(batch.marks[0]));
    }

    @Test
    void readsVersion5WithItsSampling() {
        WirePacket packet = WirePacket.v5(1, SECONDS, 10_000, 7, 0x4000 | 100)
                .u32(A)
                .u32(B)
                .u32(0)
                .u16(3)
                .u16(4)
                .u32(10)
                .u32(640)
                .u32(4_000)
                .u32(9_000)
                .u16(50000)
                .u16(443)
                .u8(0)
                .u8(0x1b)
                .u8(6)
                .u8(0)
                .u16(0)
                .u16(0)
                .u8(0)
                .u8(0)
                .u16(0);
        bench.send(packet.bytes());

        String expected = String.join(
                "\t",
                "10.0.0.1",
                "10.0.0.2",
                "6",
                "50000",
                "443",
                "640",
                "10",
                "27",
                "-",
                "3",
                "" + (SECONDS * 1000 - 6000),
                "" + (SECONDS * 1000 - 1000));
        assertEquals(expected, bench.rows().get(0));
        assertEquals(100, batch.sampling[0]);
        assertTrue(Mark.SAMPLED.isIn(batch.marks[0]));
    }

    @Test
    void leavesOutRecordsWhoseCountsCannotBe() {
        bench.send(WirePacket.ipfix(SECONDS, 0, 1)
                .set(2, template(256, 4, 8, 4, 12, 4, 1, 8, 34, 4))
                .set(
                        256,
                        sides().u64(-1)
                                .u32(0)
                                .raw(sides().u64(1L << 40).u32(1 << 20).bytes()))
                .ipfixBytes());

        assertEquals(0, batch.size());
        assertEquals(2L, bench.statistics().errors().get(DecodeError.IMPLAUSIBLE_COUNT));
    }
}
