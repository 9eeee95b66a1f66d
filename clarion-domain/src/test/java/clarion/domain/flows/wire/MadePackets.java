package clarion.domain.flows.wire;

import static clarion.domain.flows.wire.DecoderBench.SECONDS;
import static clarion.domain.flows.wire.WirePacket.pen;
import static clarion.domain.flows.wire.WirePacket.template;

import java.util.List;

/** Packets with what the sample captures lack: SGTs, both directions, samplers, names, fields of variable length. */
final class MadePackets {

    private MadePackets() {}

    static List<byte[]> all() {
        return List.of(switchV9(), biflow(), names(), everyField());
    }

    /** What a switch exports with TrustSec: 20 records with SGTs. */
    static byte[] switchV9() {
        WirePacket records = new WirePacket();
        for (int i = 0; i < 20; i++) {
            records.u32(0x0a000000 + i)
                    .u32(0x0a010000 + i)
                    .u16(50000 + i)
                    .u16(443)
                    .u8(6)
                    .u8(0x1b);
            records.u32(1500)
                    .u32(3)
                    .u32(10_000)
                    .u32(20_000)
                    .u16(10 + i)
                    .u16(20)
                    .u16(1)
                    .u32(7)
                    .u16(100);
        }
        return WirePacket.v9(SECONDS, 30_000, 1, 1)
                .set(
                        0,
                        template(
                                300, 15, 8, 4, 12, 4, 7, 2, 11, 2, 4, 1, 6, 1, 1, 4, 2, 4, 22, 4, 21, 4, 34000, 2,
                                34001, 2, 48, 2, 10, 4, 58, 2))
                .set(
                        1,
                        new WirePacket()
                                .u16(301)
                                .u16(4)
                                .u16(8)
                                .u16(1)
                                .u16(4)
                                .u16(48)
                                .u16(2)
                                .u16(50)
                                .u16(4)
                                .u16(0))
                .set(301, new WirePacket().u32(0).u16(1).u32(100).u16(0))
                .set(300, records)
                .bytes();
    }

    private static byte[] biflow() {
        WirePacket records = new WirePacket();
        for (int i = 0; i < 10; i++) {
            records.u64(0x20010db8_00000000L).u64(i).u64(0x20010db8_00010000L).u64(i);
            records.u8(6).u16(443).u16(40000).u64(10).u64(20).u8(i % 3).u8(4).text("name", 4);
        }
        return WirePacket.ipfix(SECONDS, 0, 1)
                .set(
                        2,
                        template(
                                400,
                                9,
                                27,
                                16,
                                28,
                                16,
                                4,
                                1,
                                7,
                                2,
                                11,
                                2,
                                1,
                                8,
                                0x8001,
                                8,
                                pen(29305),
                                239,
                                1,
                                371,
                                65535))
                .set(400, records)
                .ipfixBytes();
    }

    private static byte[] names() {
        WirePacket options = new WirePacket()
                .u16(500)
                .u16(3)
                .u16(1)
                .u16(10)
                .u16(4)
                .u16(82)
                .u16(65535)
                .u16(305)
                .u16(4);
        return WirePacket.ipfix(SECONDS, 0, 2)
                .set(3, options)
                .set(
                        500,
                        new WirePacket()
                                .u32(1)
                                .u8(4)
                                .text("Gi01", 4)
                                .u32(1)
                                .u32(2)
                                .u8(0)
                                .u32(1))
                .ipfixBytes();
    }

    /** One record with every field that an op takes. */
    private static byte[] everyField() {
        WirePacket template = new WirePacket();
        WirePacket record = new WirePacket();
        int count = 0;
        for (int op = 1; op < Op.count(); op++) {
            int length = Op.fits(op, 3) ? 4 : Op.fits(op, 4) ? 4 : Op.fits(op, 16) ? 16 : Op.fits(op, 6) ? 6 : 8;
            for (int element : Op.elements(op)) {
                int number = element & 0xffff;
                template.u16(element >= Element.CISCO ? number | 0x8000 : number)
                        .u16(length);
                if (element >= Element.CISCO) {
                    template.u32(element >= Element.REVERSE ? 29305 : 9);
                }
                record.raw(new byte[length]);
                count++;
            }
        }
        return WirePacket.ipfix(SECONDS, 0, 3)
                .set(2, new WirePacket().u16(600).u16(count).raw(template.bytes()))
                .set(600, record)
                .ipfixBytes();
    }
}
