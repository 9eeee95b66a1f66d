package clarion.domain.flows.wire;

import static clarion.domain.flows.wire.DecoderBench.EXPORTER;
import static clarion.domain.flows.wire.DecoderBench.SECONDS;
import static clarion.domain.flows.wire.WirePacket.template;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private final DecoderBench bench = new DecoderBench();

    /** An options template of version 9: lengths of scopes and options in octets, then pairs of type and length. */
    private static WirePacket optionsV9(int id, int scopes, int... pairs) {
        WirePacket template = new WirePacket().u16(id).u16(scopes * 4).u16(pairs.length * 2 - scopes * 4);
        for (int each : pairs) {
            template.u16(each);
        }
        return template;
    }

    @Test
    void readsTheTableOfSecurityGroupsOfVersion9() {
        bench.send(WirePacket.v9(SECONDS, 0, 1, 1)
                .set(1, optionsV9(300, 1, 34000, 2, 34002, 8).u16(0))
                .set(300, new WirePacket().u16(4).text("Staff", 8).u16(5).text("Printers", 8))
                .bytes());

        assertEquals(Map.of(4L, "Staff", 5L, "Printers"), bench.table.names(EXPORTER, NameKind.GROUP));
        assertEquals(0, bench.statistics().decodeErrors());
    }

    @Test
    void readsNamesOfInterfacesVrfsAndApplicationsOfIpfix() {
        WirePacket interfaces =
                new WirePacket().u16(300).u16(2).u16(1).u16(10).u16(4).u16(82).u16(65535);
        WirePacket vrfs =
                new WirePacket().u16(301).u16(2).u16(1).u16(234).u16(4).u16(236).u16(8);
        WirePacket groups = new WirePacket()
                .u16(302)
                .u16(2)
                .u16(1)
                .u16(0x8000 | 1233)
                .u16(2)
                .u32(9)
                .u16(0x8000 | 1235)
                .u16(8)
                .u32(9);
        WirePacket applications =
                new WirePacket().u16(303).u16(2).u16(1).u16(95).u16(4).u16(96).u16(8);
        bench.send(WirePacket.ipfix(SECONDS, 0, 1)
                .set(3, interfaces.raw(vrfs.bytes()).raw(groups.bytes()).raw(applications.bytes()))
                .set(300, new WirePacket().u32(7).u8(9).text("Gi1/0/7\u0007\n", 9))
                .set(301, new WirePacket().u32(2).text("guests", 8))
                .set(302, new WirePacket().u16(9).text("Cameras", 8))
                .set(303, new WirePacket().u32(0x0d000001).text("ssh", 8))
                .ipfixBytes());

        assertEquals(Map.of(7L, "Gi1/0/7"), bench.table.names(EXPORTER, NameKind.INTERFACE));
        assertEquals(Map.of(2L, "guests"), bench.table.names(EXPORTER, NameKind.VRF));
        assertEquals(Map.of(9L, "Cameras"), bench.table.names(EXPORTER, NameKind.GROUP));
        assertEquals(Map.of(0x0d000001L, "ssh"), bench.table.names(EXPORTER, NameKind.APPLICATION));
    }

    @Test
    void accountsForTheSamplerThatARecordNames() {
        bench.send(WirePacket.v9(SECONDS, 0, 1, 1)
                .set(1, optionsV9(300, 1, 1, 4, 48, 2, 49, 1, 50, 4).u16(0))
                .set(300, new WirePacket().u32(0).u16(3).u8(2).u32(1000))
                .set(0, template(256, 3, 8, 4, 12, 4, 48, 2))
                .set(256, new WirePacket().u32(1).u32(2).u16(3).u32(1).u32(2).u16(4))
                .bytes());

        assertEquals(1000, bench.batch.sampling[0]);
        assertEquals(1, bench.batch.sampling[1]);
        assertEquals(1, bench.statistics().domains().get(0).unknownSamplers());
    }

    @Test
    void accountsForSamplingOfTheWholeExporterAndOfOneInterface() {
        bench.send(WirePacket.v9(SECONDS, 0, 1, 0)
                .set(1, optionsV9(300, 1, 1, 4, 34, 4, 35, 1))
                .set(300, new WirePacket().u32(0).u32(64).u8(1))
                .bytes());
        bench.send(WirePacket.v9(SECONDS, 0, 1, 1)
                .set(1, optionsV9(301, 1, 2, 4, 34, 4, 35, 1))
                .set(301, new WirePacket().u32(7).u32(128).u8(1))
                .set(0, template(256, 3, 8, 4, 12, 4, 10, 4))
                .set(256, new WirePacket().u32(1).u32(2).u32(7).u32(1).u32(2).u32(8))
                .bytes());

        assertEquals(128, bench.batch.sampling[0]);
        assertEquals(64, bench.batch.sampling[1], "what domain 0 says is said for all");
    }

    @Test
    void reckonsWithPacketsTakenAndLeft() {
        WirePacket options = new WirePacket()
                .u16(300)
                .u16(3)
                .u16(1)
                .u16(302)
                .u16(4)
                .u16(305)
                .u16(4)
                .u16(306)
                .u16(4);
        bench.send(WirePacket.ipfix(SECONDS, 0, 1)
                .set(3, options)
                .set(300, new WirePacket().u32(9).u32(1).u32(99))
                .set(2, template(256, 3, 8, 4, 12, 4, 302, 4))
                .set(256, new WirePacket().u32(1).u32(2).u32(9))
                .ipfixBytes());

        assertEquals(100, bench.batch.sampling[0]);
    }

    @Test
    void reckonsUptimesOfIpfixFromWhenTheSystemStarted() {
        WirePacket options =
                new WirePacket().u16(300).u16(2).u16(1).u16(149).u16(4).u16(160).u16(8);
        bench.send(WirePacket.ipfix(SECONDS, 0, 1)
                .set(3, options)
                .set(300, new WirePacket().u32(1).u64(SECONDS * 1000 - 50_000))
                .set(2, template(256, 4, 8, 4, 12, 4, 22, 4, 21, 4))
                .set(256, new WirePacket().u32(1).u32(2).u32(10_000).u32(20_000))
                .ipfixBytes());

        assertEquals(SECONDS * 1000 - 40_000, bench.batch.start[0]);
        assertEquals(SECONDS * 1000 - 30_000, bench.batch.end[0]);
    }

    @Test
    void keepsNoMoreNamesThanItMay() {
        DecoderBench small = new DecoderBench(new DecoderLimits(
                10,
                10,
                1000,
                java.time.Duration.ofHours(1),
                1000,
                1000,
                java.time.Duration.ofMinutes(1),
                3,
                5,
                java.time.Duration.ofMinutes(1),
                java.time.Duration.ofHours(1)));
        WirePacket names = new WirePacket();
        for (int i = 0; i < 50; i++) {
            names.u16(i).text("n" + i, 8);
        }
        small.send(WirePacket.v9(SECONDS, 0, 1, 1)
                .set(1, optionsV9(300, 1, 34000, 2, 34002, 8).u16(0))
                .set(300, names)
                .bytes());

        assertEquals(3, small.table.names(EXPORTER, NameKind.GROUP).size());
    }
}
