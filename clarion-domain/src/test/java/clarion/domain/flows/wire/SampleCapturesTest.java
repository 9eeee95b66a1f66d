package clarion.domain.flows.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What real exporters sent reads as tshark reads it. The expected values are in the .tsv beside each capture, written
 * by golden.py there.
 */
class SampleCapturesTest {

    private static final int HEADERS = 14 + 20 + 8;

    @ParameterizedTest
    @ValueSource(strings = {"softflowd-v5", "softflowd-v9", "softflowd-v10", "pmacctd-v9", "pmacctd-v10"})
    void readsWhatTsharkReads(String name) throws IOException {
        DecoderBench bench = new DecoderBench(DecoderBench.limits(10, 100, 100_000, Duration.ofDays(60)));
        for (Captured each : packets(name)) {
            bench.send(each.payload, each.millis);
        }

        List<String> expected = new String(resource(name + ".tsv"), StandardCharsets.UTF_8)
                .lines()
                .map(SampleCapturesTest::asColumns)
                .toList();
        assertTrue(expected.size() > 200, "the golden file is there");
        assertEquals(String.join("\n", expected), String.join("\n", bench.rows()));
        assertEquals(expected.size(), bench.statistics().records());
        assertEquals(0, bench.statistics().decodeErrors());
        assertEquals(0, bench.statistics().missingTemplate());
    }

    /** What columns do not repeat of what is on the wire: ports of ICMP, flags of others than TCP, interface 0. */
    private static String asColumns(String line) {
        String[] said = line.split("\t");
        boolean icmp = said[2].equals("1") || said[2].equals("58");
        if (icmp && said[8].equals("-")) {
            said[8] = said[4];
        }
        if (icmp) {
            said[3] = "0";
            said[4] = "0";
        }
        if (!said[2].equals("6")) {
            said[7] = "-";
        }
        if (said[9].equals("0")) {
            said[9] = "-";
        }
        return String.join("\t", said);
    }

    /** What the packets of a capture carry. */
    static List<byte[]> payloads(String name) throws IOException {
        return packets(name).stream().map(Captured::payload).toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Captured(byte[] payload, long millis) {}

    private static List<Captured> packets(String name) throws IOException {
        ByteBuffer pcap = ByteBuffer.wrap(resource(name + ".pcap")).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0xa1b2c3d4, pcap.getInt(0), "a capture in microseconds");
        pcap.position(24);
        List<Captured> packets = new ArrayList<>();
        while (pcap.hasRemaining()) {
            long seconds = pcap.getInt() & 0xffff_ffffL;
            long micros = pcap.getInt();
            byte[] frame = new byte[pcap.getInt()];
            pcap.getInt();
            pcap.get(frame);
            byte[] payload = java.util.Arrays.copyOfRange(frame, HEADERS, frame.length);
            packets.add(new Captured(payload, seconds * 1000 + micros / 1000));
        }
        return packets;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SampleCapturesTest.class.getResourceAsStream("/flow-export/" + name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
