package clarion.simulator.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clarion.simulator.traffic.Address;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.FlowRecord;
import clarion.simulator.traffic.Party;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What exporters send, as tshark reads it; left out where tshark is not installed. */
class TsharkTest {

    private static final long NOW = 1_774_256_400_123L;
    private static final int RECORDS = 60;
    private static final int COLLECTOR = 2055;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Format.class)
    void isReadByAnotherDecoder(Format format) throws Exception {
        assumeTrue(isInstalled(), "tshark is not installed");
        Exporter exporter = new Exporter(6, "b01-sw01", true, false, 16, 60_000);
        Party client = new Party(1, Address.parse("10.1.2.3"), "role", null, 4, 4, exporter, 10_107, 110);
        Party server = new Party(2, Address.parse("10.250.0.11"), "server", null, 11, 11, exporter, 10_103, 0);
        Path file = directory.resolve("flows.pcap");
        ByteArrayOutputStream capture = new ByteArrayOutputStream();
        capture.writeBytes(captureHeader());
        ExportProcess process = new ExportProcess(
                exporter, format, Map.of(4, "Employees"), NOW, message -> capture.writeBytes(packet(message)));
        for (int i = 0; i < RECORDS; i++) {
            process.add(
                    new FlowRecord(
                            exporter, client, server, 50_000 + i, 443, 6, 0x1b, NOW - 9_000, NOW - 50, 100 + i, 2),
                    NOW);
        }
        process.flush(NOW);
        Files.write(file, capture.toByteArray());
        assertEquals(List.of(), tshark(file, "-Y", "_ws.malformed || _ws.expert.severity == error"));
        List<String> ports = tshark(file, "-T", "fields", "-E", "aggregator=;", "-e", "cflow.srcport");
        assertEquals(
                IntStream.range(0, RECORDS).mapToObj(i -> "" + (50_000 + i)).toList(), values(ports));
        List<String> octets = tshark(file, "-T", "fields", "-E", "aggregator=;", "-e", "cflow.octets");
        assertEquals(IntStream.range(0, RECORDS).mapToObj(i -> "" + (100 + i)).toList(), values(octets));
        List<String> names = tshark(file, "-T", "fields", "-E", "aggregator=;", "-e", "cflow.if_name");
        assertFalse(values(names).isEmpty(), "interface names");
    }

    private static List<String> values(List<String> lines) {
        return lines.stream()
                .flatMap(line -> List.of(line.split(";")).stream())
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("tshark", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> tshark(Path file, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(
                List.of("tshark", "-r", file.toString(), "-d", "udp.port==" + COLLECTOR + ",cflow"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(true, process.waitFor(60, TimeUnit.SECONDS), "tshark ends");
        return said.lines().filter(line -> !line.isBlank()).toList();
    }

    /** pcap, raw IPv4. */
    private static byte[] captureHeader() {
        return ByteBuffer.allocate(24)
                .putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(101)
                .array();
    }

    private static byte[] packet(ByteBuffer message) {
        int length = message.remaining();
        ByteBuffer packet = ByteBuffer.allocate(16 + 28 + length);
        packet.putInt((int) (NOW / 1_000)).putInt(0).putInt(28 + length).putInt(28 + length);
        packet.putShort((short) 0x4500).putShort((short) (28 + length)).putInt(0);
        packet.putShort((short) 0x4011).putShort((short) 0).putInt(0x7f000001).putInt(0x7f000001);
        packet.putShort((short) 40_000).putShort((short) COLLECTOR);
        packet.putShort((short) (8 + length)).putShort((short) 0);
        packet.put(message);
        return packet.array();
    }
}
