package clarion.domain.flows.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// Text blocks would hide which end of line a file has.
@SuppressWarnings("StringConcatToTextBlock")
class FlowFileReaderTest {

    private static final String FULL =
            "flow_id,src_ip,dst_ip,src_port,dst_port,proto,bytes,packets,src_mac,dst_mac,start_time,end_time,vlan_id,"
                    + "exporter_switch_id,ingress_interface,src_sgt,dst_sgt\n"
                    + "f1,10.0.0.1,10.1.0.9,51515,443,6,3400,12,00:1b:44:11:3a:b7,001b.4411.3ab8,"
                    + "2026-01-05T09:00:00Z,2026-01-05T09:00:01.5Z,10,sw-1,7,4,0\n";

    private static final String RECORD = "10.0.0.1:51515>10.1.0.9:443 proto=6 t=1767603600000+1500 b=3400 p=12";

    @Test
    void readsEveryColumn() {
        FlowFile file = new FlowFile(FULL);
        assertEquals(
                List.of(RECORD + " smac=117106096823 dmac=117106096824 vlan=10 in=7 ssgt=4 dsgt=0 exporter=sw-1"),
                file.records);
        assertEquals(0, file.report.errors());
        assertTrue(file.report.complete());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Proto,DST_PORT,end_time,packets,src_port,bytes,start_time,dst_ip,SRC-IP\r\n\r\n"
                        + "tcp,443,1767603601.5,12,51515,3400,1767603600,10.1.0.9,10.0.0.1\r\n",
                "\ufeffsrc_ip;dst_ip;src_port;dst_port;proto;bytes;packets;start_time;end_time;note\n"
                        + "10.0.0.1;10.1.0.9;51515;443;TCP;3400;12;1767603600000;1767603601500;a,b",
                "\"src_ip\",\"dst_ip\",src_port,dst_port,proto,bytes,packets,note,start_time,end_time\n"
                        + "\"10.0.0.1\",10.1.0.9,\"51515\",443,6,3400,12,\"say \"\"a,b\"\"\",2026-01-05 09:00:00,\"2026-01-05 09:00:01.500\"\n",
                "# exported by hand\nsrc_ip\tdst_ip\tsrc_port\tdst_port\tproto\tbytes\tpackets\tstart_time\tduration\n"
                        + " 10.0.0.1 \t10.1.0.9\t51515.0\t443.0\t6\t3400\t12\t1767603600000000\t1.5\n",
                "{\"src_ip\":\"10.0.0.1\",\"dst_ip\":\"10.1.0.9\",\"src_port\":51515,\"dst_port\":\"443\",\"proto\":\"tcp\","
                        + "\"bytes\":3400,\"packets\":12,\"start_time\":1767603600.000,\"end_time\":\"2026-01-05T10:00:01.5+01:00\"}",
                "\n{ \"x\": {\"src_ip\": [1, {\"y\": null}]}, \"src_ip\" : \"10.0.0.\\u0031\", \"dst_ip\":\"10.1.0.9\", \"z\": true,"
                        + " \"src_port\":51515, \"dst_port\":443, \"proto\":6, \"vlan_id\": null, \"bytes\":3400,"
                        + " \"packets\":12, \"start_time\":1767603600000, \"end_time\":1767603601500 }\r\n"
            })
    void readsOneRecordHoweverItIsWritten(String content) {
        FlowFile file = new FlowFile(content);
        assertEquals(List.of(), file.report.firstErrors());
        assertEquals(List.of(RECORD), file.records);
        assertEquals(file.records, new FlowFile(FlowFile.gzip(content.getBytes(StandardCharsets.UTF_8))).records);
    }

    @Test
    void takesWhatIsMissingAsUnknown() {
        FlowFile file = new FlowFile("proto,src_ip,dst_ip,end_time,src_mac,bytes\n17,fe80::1,ff02::fb,1767603600,,\n"
                + "udp,::ffff:10.0.0.1,10.0.0.2,1767603600,NaN,null\n");
        assertEquals(
                List.of(
                        "fe80::1:0>ff02::fb:0 proto=17 t=1767603600000+0 b=0 p=1",
                        "10.0.0.1:0>10.0.0.2:0 proto=17 t=1767603600000+0 b=0 p=1"),
                file.records);
    }

    @Test
    void undoesIcmpInTheDestinationPort() {
        FlowFile file = new FlowFile(FlowFile.HEADER
                + "10.0.0.1,10.0.0.2,0,2048,1,84,1,1767603600,1767603600\n"
                + "10.0.0.2,10.0.0.1,0,0,1,84,1,1767603600,1767603600\n");
        assertTrue(file.records.get(0).endsWith(" icmp=2048"), file.records.get(0));
        assertFalse(file.records.get(1).contains("icmp"), "0 may be an echo reply, or nothing: " + file.records);
        assertTrue(file.records.stream().allMatch(record -> record.contains("10.0.0.2:0")));
    }

    @Test
    void readsNfdump171() {
        FlowFile file = FlowFile.resource("nfdump-1.7.1.csv");
        assertEquals(List.of(), file.report.firstErrors());
        assertEquals(6, file.records.size());
        assertEquals(
                "10.0.0.14:1038>10.16.0.14:53 proto=17 t=1799294966000+0 b=1983 p=3 exporter=127.0.0.1",
                file.records.get(0));
    }

    @Test
    void readsNfdump175() {
        FlowFile file = FlowFile.resource("nfdump-1.7.5.csv");
        assertEquals(
                List.of(
                        "10.0.0.1:51515>10.1.0.9:443 proto=6 t=1767603600123+1500 b=3400 p=12",
                        "10.0.0.1:0>10.1.0.9:0 proto=1 t=1767603601000+0 b=84 p=1 icmp=2048",
                        "10.1.0.9:0>10.0.0.1:0 proto=1 t=1767603601002+0 b=84 p=1 icmp=0"),
                file.records);
    }

    @Test
    void readsNfdumpsFastForm() {
        FlowFile file = FlowFile.resource("nfdump-fast.csv");
        assertEquals(
                List.of(
                        "10.0.0.1:51515>10.1.0.9:443 proto=6 t=1767603600123+1500 b=3400 p=12 flags=27 in=3",
                        "2001:db8::1:51515>2001:db8::9:53 proto=17 t=1767603600123+0 b=80 p=1"),
                file.records);
    }

    @Test
    void reportsBrokenLinesAndReadsTheRest() {
        FlowFile file = FlowFile.resource("broken.csv");
        String errors =
                file.report.firstErrors().stream().map(LineError::toString).collect(Collectors.joining("\n", "", "\n"));
        assertEquals(new String(FlowFile.bytes("broken.errors.txt"), StandardCharsets.UTF_8), errors);
        assertEquals(2, file.records.size());
        assertEquals(13, file.report.errors());
        assertEquals(1, file.report.errorsByFault().get(Fault.NO_PORT));
        assertEquals(17, file.report.lines());
    }

    @Test
    void keepsSomeErrorsAndCountsAll() {
        StringBuilder content = new StringBuilder(FlowFile.HEADER);
        for (int i = 0; i < 5000; i++) {
            content.append(i % 100 == 0 ? "oops\n" : "10.0.0.1,10.0.0.2,1,2,17,1,1,1767603600,1767603600\n");
        }
        FlowFile file = new FlowFile(content.toString());
        assertEquals(50, file.report.errors());
        assertEquals(20, file.report.firstErrors().size());
        assertEquals(4950, file.report.records());
    }

    @Test
    void passesOverALineTooLongAndReadsTheNext() {
        String good = "10.0.0.1,10.0.0.2,1,2,17,1,1,1767603600,1767603600\n";
        for (int length : new int[] {Lines.LONGEST + 1, 4 * Lines.LONGEST, 1_000_000}) {
            FlowFile file = new FlowFile(FlowFile.HEADER + good + "x".repeat(length) + "\n" + good);
            assertEquals(2, file.records.size());
            assertEquals(3, file.report.firstErrors().get(0).line());
            assertEquals(Fault.TOO_LONG, file.report.firstErrors().get(0).fault());
            assertEquals(4, file.report.lines());
        }
    }

    @Test
    void readsGzipOfSeveralMembersFromASourceThatGivesByteByByte() {
        byte[] first = FlowFile.gzip(FULL.getBytes(StandardCharsets.UTF_8));
        byte[] second = FlowFile.gzip(FULL.substring(FULL.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        InputStream drip = new ByteArrayInputStream(both) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(1, length));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        assertEquals(2, new FlowFile(drip).records.size());
    }

    @Test
    void saysWhenAFileBreaksOff() {
        byte[] packed = FlowFile.gzip(FULL.repeat(1).getBytes(StandardCharsets.UTF_8));
        FlowFile file = new FlowFile(Arrays.copyOf(packed, packed.length - 9));
        assertFalse(file.report.complete());
        assertEquals(1, file.report.errorsByFault().get(Fault.CUT_OFF));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "hello\n",
                "src_ip,dst_ip,proto\n1.1.1.1,2.2.2.2,6\n",
                "[{\"src_ip\":\"1.1.1.1\"}]",
                "%PDF-1.4\0"
            })
    void refusesWhatIsNoFlowFileAndSaysWhatToSend(String content) {
        ClarionException refused = assertThrows(ClarionException.class, () -> new FlowFile(content));
        assertTrue(
                String.valueOf(refused.getMessage()).matches("(?s).*(must name|Send|Write).*"), refused.getMessage());
    }

    @Test
    void knowsTheSameContentInAnotherOrderAndFormat() {
        String a = "10.0.0.1,10.0.0.2,1,2,17,1,1,1767603600,1767603600\n";
        String b = "10.0.0.3,10.0.0.2,1,2,6,1,1,1767603600,1767603600\n";
        ContentFingerprint one = new FlowFile(FlowFile.HEADER + a + b).report.fingerprint();
        ContentFingerprint other = new FlowFile(
                        FlowFile.gzip((FlowFile.HEADER + b + a).getBytes(StandardCharsets.UTF_8)))
                .report.fingerprint();
        String turned = "flow_id,dst_ip,src_ip,src_port,dst_port,proto,bytes,packets,start_time,end_time\n"
                + "9,10.0.0.2,10.0.0.1,1,2,udp,1,1,2026-01-05T09:00:00Z,1767603600000\n"
                + "8,10.0.0.2,10.0.0.3,1,2,TCP,1,1,2026-01-05T09:00:00Z,1767603600000\n";
        assertEquals(one, other);
        assertEquals(one, new FlowFile(turned).report.fingerprint());
        assertNotEquals(one, new FlowFile(FlowFile.HEADER + a + b + b).report.fingerprint());
        assertNotEquals(one, new FlowFile(FlowFile.HEADER + a + a).report.fingerprint());
        assertNotEquals(one, new FlowFile(FlowFile.HEADER + a + b.replace(",6,", ",7,")).report.fingerprint());
        assertTrue(one.toString().matches("[0-9a-f]{32}-2"), one.toString());
    }

    @Test
    void exportersAreKnownByNameInTheFingerprint() {
        String header = "exporter_switch_id,src_ip,dst_ip,proto,start_time\n";
        String a = "sw-a,10.0.0.1,10.0.0.2,17,1767603600\n";
        String b = "sw-b,10.0.0.1,10.0.0.2,17,1767603600\n";
        assertEquals(
                new FlowFile(header + a + b).report.fingerprint(), new FlowFile(header + b + a).report.fingerprint());
        assertNotEquals(
                new FlowFile(header + a + b).report.fingerprint(), new FlowFile(header + a + a).report.fingerprint());
    }
}
