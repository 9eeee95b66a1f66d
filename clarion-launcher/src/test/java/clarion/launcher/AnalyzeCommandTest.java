package clarion.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones that call two call managers and terminals that ask two web servers: four groups that a person can see. */
class AnalyzeCommandTest {

    private static final String HEADER = "dst_port,proto,src_ip,dst_ip,src_port,start_time,end_time,bytes,packets\n";
    private static final int EACH = 12;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    /** What {@code devices} phones and as many terminals do in an hour, replies as records of their own. */
    private static String flows(int devices) {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int i = 0; i < devices; i++) {
            for (int n = 0; n < 6; n++) {
                String at = "2026-03-02T09:%02d:%02dZ".formatted(n * 9, i);
                talk(lines, "10.0.1." + (10 + i), "10.0.9." + (1 + n % 2), 5060, 17, at, 40_000 + n);
                talk(lines, "10.0.2." + (10 + i), "10.0.9." + (5 + n % 2), 443, 6, at, 50_000 + n);
            }
        }
        return lines.toString();
    }

    private static void talk(
            StringBuilder lines, String client, String server, int port, int protocol, String at, int own) {
        lines.append("%d,%d,%s,%s,%d,%s,%s,900,6%n".formatted(port, protocol, client, server, own, at, at));
        lines.append("%d,%d,%s,%s,%d,%s,%s,4000,8%n".formatted(own, protocol, server, client, port, at, at));
    }

    private static String leases(int devices) {
        StringBuilder lines = new StringBuilder("ip,mac\n");
        for (int i = 0; i < devices; i++) {
            lines.append("10.0.1.%d,00-04-F2-00-00-%02X%n".formatted(10 + i, i));
            lines.append("10.0.2.%d,0050.56aa.00%02x%n".formatted(10 + i, i));
        }
        return lines.toString();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Path analyze(String out, String... options) {
        Path target = directory.resolve(out);
        List<String> arguments = new ArrayList<>(List.of("--out", target.toString()));
        arguments.addAll(List.of(options));
        new AnalyzeCommand(new Terminal(new PrintStream(shown, true, StandardCharsets.UTF_8))).run(arguments);
        return target;
    }

    private static Map<String, String> clusters(Path out) throws IOException {
        List<String> lines = Files.readAllLines(out.resolve("clusters.csv"));
        assertEquals("endpoint_id,cluster_id,confidence,label,review", lines.get(0));
        Map<String, String> clusterOf = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            clusterOf.put(fields[0], fields[1]);
        }
        return clusterOf;
    }

    private static String phone(int i) {
        return "00:04:f2:00:00:%02x".formatted(i);
    }

    private static String terminal(int i) {
        return "00:50:56:aa:00:%02x".formatted(i);
    }

    private int refused(String... arguments) {
        LauncherFailure failure = assertThrows(LauncherFailure.class, () -> analyze("refused", arguments));
        assertTrue(String.valueOf(failure.getMessage()).length() > 20, failure::getMessage);
        return failure.exitStatus();
    }

    @Test
    void groupsWhatDoesTheSameAndNamesItByMac() throws Exception {
        Path out = analyze(
                "out",
                "--flows",
                file("flows.csv", flows(EACH)).toString(),
                "--leases",
                file("leases.csv", leases(EACH)).toString());
        Map<String, String> clusterOf = clusters(out);
        assertEquals(2 * EACH + 4, clusterOf.size(), clusterOf::toString);
        for (int i = 0; i < EACH; i++) {
            assertEquals(clusterOf.get(phone(0)), clusterOf.get(phone(i)));
            assertEquals(clusterOf.get(terminal(0)), clusterOf.get(terminal(i)));
        }
        assertNotEquals(clusterOf.get(phone(0)), clusterOf.get(terminal(0)));
        List<String> permits = Files.readAllLines(out.resolve("permits.csv"));
        assertEquals("src_cluster,dst_cluster,proto,port_lo,port_hi", permits.get(0));
        String managers = clusterOf.get("10.0.9.1");
        assertTrue(
                permits.contains(clusterOf.get(phone(0)) + ',' + managers + ",17,5060,5060"), () -> permits.toString());
        assertTrue(permits.stream().noneMatch(line -> line.contains("4000")), "replies are no requests");
    }

    @Test
    void writesTheSameBytesForTheSameInputPackedOrNot() throws Exception {
        Path packed = directory.resolve("flows.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(flows(EACH).getBytes(StandardCharsets.UTF_8));
        }
        String leases = file("leases.csv", leases(EACH)).toString();
        Path one = analyze("one", "--flows", file("flows.csv", flows(EACH)).toString(), "--leases", leases);
        Path two = analyze("two", "--flows", packed.toString(), "--leases", leases);
        for (String name : List.of("clusters.csv", "clusters.json", "permits.csv", "matrix.csv", "policy.json")) {
            assertEquals(-1, Files.mismatch(one.resolve(name), two.resolve(name)), name);
        }
    }

    @Test
    void keepsTheNumbersOfGroupsThatGrow() throws Exception {
        Path before = analyze(
                "before",
                "--flows",
                file("flows1.csv", flows(EACH)).toString(),
                "--leases",
                file("leases1.csv", leases(EACH)).toString());
        Path after = analyze(
                "after",
                "--flows",
                file("flows2.csv", flows(EACH + 2)).toString(),
                "--leases",
                file("leases2.csv", leases(EACH + 2)).toString(),
                "--previous",
                before.toString());
        Map<String, String> clusterOf = clusters(after);
        clusters(before).forEach((endpoint, cluster) -> assertEquals(cluster, clusterOf.get(endpoint), endpoint));
        assertEquals(clusterOf.get(phone(0)), clusterOf.get(phone(EACH + 1)));
    }

    @Test
    void makesTheBestOfNothing() throws Exception {
        String flows = file("flows.csv", "").toString();
        assertEquals(Map.of(), clusters(analyze("nothing", "--flows", flows)));
        String endpoints =
                file("endpoints.csv", "device_type,mac\nphone,0004.f200.0001\n").toString();
        assertEquals(
                List.of(phone(1)),
                List.copyOf(clusters(analyze("known", "--flows", flows, "--endpoints", endpoints))
                        .keySet()));
    }

    @Test
    void refusesWhatItCannotUseWithStatusTwo() throws Exception {
        assertEquals(2, refused());
        assertEquals(2, refused("--flows", directory.resolve("none.csv").toString()));
        assertEquals(
                2,
                refused("--flows", file("odd.csv", "colour,shape\nred,round\n").toString()));
        String good = file("flows.csv", flows(1)).toString();
        assertEquals(2, refused("--flows", good, "--seed", "seven"));
        assertEquals(2, refused("--flows", good, "--previous", directory.toString()));
        assertEquals(2, refused("--flows", good, "--colour", "red"));
    }
}
