package clarion.domain.flows.wire;

import static clarion.domain.flows.wire.DecoderBench.EXPORTER;
import static clarion.domain.flows.wire.DecoderBench.NOW;
import static clarion.domain.flows.wire.DecoderBench.SECONDS;
import static clarion.domain.flows.wire.WirePacket.template;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OddPacketsTest {

    private static final WirePacket SIDES = template(256, 2, 8, 4, 12, 4);

    private final DecoderBench bench = new DecoderBench();

    private void isCountedAs(DecodeError error, byte[] packet) {
        bench.send(packet);
        assertEquals(Map.of(error, 1L), bench.statistics().errors());
    }

    private static WirePacket v9() {
        return WirePacket.v9(SECONDS, 0, 1, 1);
    }

    private static WirePacket record() {
        return new WirePacket().u32(1).u32(2);
    }

    @Test
    void strangersThatSendAnythingElseAreNotExporters() {
        for (byte[] packet : new byte[][] {{}, {0}, {0, 5}, new byte[24], new byte[65507], {0, 9, 0, 1, 2, 3, 4}}) {
            bench.send(packet);
        }
        assertEquals(6, bench.table.strays());
        assertTrue(bench.table.statistics().isEmpty());
    }

    @Test
    void anExporterThatSendsSomethingElseOnceIsCounted() {
        bench.send(v9().bytes());
        isCountedAs(
                DecodeError.NOT_FLOW_EXPORT,
                "GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void version5WithFewerRecordsThanItCounts() {
        isCountedAs(
                DecodeError.TRUNCATED,
                WirePacket.v5(2, SECONDS, 0, 1, 0).raw(new byte[48]).bytes());
    }

    @Test
    void version5WithACountThatNoPacketHolds() {
        isCountedAs(
                DecodeError.BAD_LENGTH,
                WirePacket.v5(65535, SECONDS, 0, 1, 0).raw(new byte[1440]).bytes());
    }

    @Test
    void version5WithMoreOctetsThanItCounts() {
        bench.send(WirePacket.v5(1, SECONDS, 0, 1, 0).raw(new byte[100]).bytes());
        assertEquals(1, bench.batch.size());
        assertEquals(0, bench.statistics().decodeErrors());
    }

    @Test
    void aSetShorterThanItsHeader() {
        isCountedAs(
                DecodeError.BAD_LENGTH, v9().u16(256).u16(3).raw(new byte[40]).bytes());
    }

    @Test
    void aSetLongerThanItsPacketLeavesWhatCameBefore() {
        isCountedAs(
                DecodeError.TRUNCATED,
                v9().set(0, SIDES).set(256, record()).u16(256).u16(400).u32(1).bytes());
        assertEquals(1, bench.batch.size());
    }

    @Test
    void anIpfixMessageThatSaysItIsLongerThanItIs() {
        byte[] packet =
                WirePacket.ipfix(SECONDS, 0, 1).set(2, SIDES).set(256, record()).ipfixBytes();
        packet[2] = (byte) 0xff;
        isCountedAs(DecodeError.TRUNCATED, packet);
        assertEquals(1, bench.batch.size());
    }

    @Test
    void anIpfixMessageShorterThanItsHeader() {
        isCountedAs(DecodeError.BAD_LENGTH, WirePacket.ipfix(SECONDS, 0, 1).bytes());
    }

    @Test
    void octetsBehindAnIpfixMessage() {
        byte[] packet =
                WirePacket.ipfix(SECONDS, 0, 1).set(2, SIDES).set(256, record()).ipfixBytes();
        bench.send(java.util.Arrays.copyOf(packet, packet.length + 50));
        assertEquals(1, bench.batch.size());
        assertEquals(0, bench.statistics().decodeErrors());
    }

    @Test
    void setsWithReservedIds() {
        isCountedAs(DecodeError.RESERVED_SET, v9().set(77, record()).bytes());
    }

    @Test
    void aTemplateWithAReservedId() {
        isCountedAs(
                DecodeError.BAD_TEMPLATE, v9().set(0, template(255, 1, 8, 4)).bytes());
    }

    @Test
    void aTemplateWithMoreFieldsThanItsSet() {
        isCountedAs(
                DecodeError.BAD_LENGTH, v9().set(0, template(256, 500, 8, 4)).bytes());
        assertEquals(0, bench.statistics().templates());
    }

    @Test
    void aTemplateWithMoreFieldsThanAnyHas() {
        isCountedAs(
                DecodeError.BAD_TEMPLATE,
                v9().set(0, template(256, 65535, 8, 4)).bytes());
    }

    @Test
    void aTemplateWhoseRecordsNoSetHolds() {
        isCountedAs(
                DecodeError.BAD_TEMPLATE,
                v9().set(0, template(256, 2, 8, 60000, 12, 60000)).bytes());
    }

    @Test
    void dataOfATemplateWithoutOctets() {
        isCountedAs(
                DecodeError.EMPTY_RECORDS,
                v9().set(0, template(256, 2, 8, 0, 12, 0)).set(256, record()).bytes());
    }

    @Test
    void optionsWithMoreScopesThanFields() {
        WirePacket options = new WirePacket().u16(300).u16(1).u16(9).u16(10).u16(4);
        isCountedAs(
                DecodeError.BAD_TEMPLATE,
                WirePacket.ipfix(SECONDS, 0, 1).set(3, options).ipfixBytes());
    }

    @Test
    void optionsWhoseLengthsAreNoFields() {
        WirePacket options = new WirePacket().u16(300).u16(3).u16(4).u32(1).u32(1);
        isCountedAs(DecodeError.BAD_TEMPLATE, v9().set(1, options).bytes());
    }

    @Test
    void aFieldThatSaysItIsLongerThanItsSet() {
        isCountedAs(
                DecodeError.BAD_LENGTH,
                WirePacket.ipfix(SECONDS, 0, 1)
                        .set(2, template(256, 3, 8, 4, 12, 4, 371, 65535))
                        .set(256, record().u8(255).u16(60000).u32(0))
                        .ipfixBytes());
        assertEquals(0, bench.batch.size());
    }

    @Test
    void paddingOfAnyKind() {
        bench.send(v9().set(0, new WirePacket().raw(SIDES.bytes()).raw(new byte[7]))
                .set(256, record().raw(new byte[7]))
                .raw(new byte[3])
                .bytes());
        assertEquals(1, bench.batch.size());
        assertEquals(0, bench.statistics().decodeErrors());
    }

    @Test
    void recordsWithoutAddressesAreOfNoFlow() {
        bench.send(v9().set(0, template(256, 2, 1, 4, 2, 4)).set(256, record()).bytes());
        assertEquals(0, bench.batch.size());
        assertEquals(1, bench.statistics().ignored());
    }

    @Test
    void aFullBatchIsHandedOverInTheMiddleOfAPacket() {
        DecoderBench small = new DecoderBench(DecoderLimits.DEFAULT, 3);
        int[] handed = {0};
        FlowDecoder decoder = FlowDecoder.into(small.table, small.batch, full -> handed[0] += full.size());
        byte[] packet = v9().set(0, SIDES)
                .set(256, record().raw(record().bytes()).raw(record().bytes()).raw(record().bytes()))
                .bytes();
        decoder.decode(packet, packet.length, EXPORTER, NOW);
        assertEquals(3, handed[0]);
        decoder.flush();
        assertEquals(4, handed[0]);
        assertEquals(0, decoder.waiting());
    }
}
