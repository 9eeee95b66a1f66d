package clarion.launcher.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.sgacl.IpFamily;
import clarion.domain.sgacl.Lint;
import clarion.domain.sgacl.Platform;
import clarion.domain.sgacl.Sgacl;
import clarion.domain.sgacl.SgaclParser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty desks ask two servers for web pages and the internet, too; what analyze makes of that. */
class PolicyFilesTest {

    @TempDir
    Path directory;

    private Path analysed(String name) throws IOException {
        StringBuilder flows =
                new StringBuilder("src_ip,dst_ip,src_port,dst_port,proto,bytes,packets,start_time,end_time\n");
        for (int day = 1; day <= 3; day++) {
            for (int desk = 0; desk < 20; desk++) {
                for (int again = 0; again < 3; again++) {
                    int port = 50_000 + desk * 16 + again;
                    pair(flows, "10.1.0." + (10 + desk), "10.2.0." + (1 + (desk + again) % 2), port, 443, day, again);
                    pair(flows, "10.1.0." + (10 + desk), "23.0.0." + desk, port + 8, 443, day, again);
                }
            }
        }
        Path file = directory.resolve("flows.csv");
        Files.writeString(file, flows);
        Path out = directory.resolve(name);
        new AnalysisRun(new AnalysisInput(file, Map.of(), List.of(), 1, true, Optional.empty()), text -> {})
                .run(out, "test");
        return out;
    }

    private static void pair(StringBuilder flows, String client, String server, int from, int to, int day, int hour) {
        String time = "2026-03-0" + day + "T1" + hour + ":00:0";
        flows.append(client + ',' + server + ',' + from + ',' + to + ",6,900,9," + time + "0Z," + time + "2Z\n");
        flows.append(server + ',' + client + ',' + to + ',' + from + ",6,9000,9," + time + "1Z," + time + "2Z\n");
    }

    @Test
    void writesWhoMayAskWhomAndHowRepliesComeBack() throws IOException {
        Path out = analysed("one");
        List<String> permits = Files.readAllLines(out.resolve("permits.csv"));
        assertEquals("src_cluster,dst_cluster,proto,port_lo,port_hi", permits.get(0));
        assertTrue(permits.stream().anyMatch(line -> line.matches("[0-9]{6},EXTERNAL,6,443,443")), permits.toString());
        assertTrue(permits.stream().anyMatch(line -> line.matches("[0-9]{6},[0-9]{6},6,443,443")), permits.toString());
        List<String> matrix = Files.readAllLines(out.resolve("matrix.csv"));
        assertEquals("ANY,ANY,Deny IP,1", matrix.get(matrix.size() - 1));
        assertEquals(5, matrix.size() - 1, "two cells of requests, two of replies, and the default: " + matrix);
        try (Stream<Path> found = Files.list(out.resolve("sgacls"))) {
            for (Path file : found.toList()) {
                Sgacl sgacl =
                        SgaclParser.parse(Files.readString(file), IpFamily.IPV4).sgacl();
                assertEquals(List.of(), Lint.of(sgacl, Platform.COMMON), file + ": " + sgacl.text());
                assertTrue(sgacl.text().matches("permit tcp (src|dst) eq 443\ndeny ip"), sgacl.text());
            }
        }
    }

    @Test
    void saysWhatEachLineRestsOnAndWhetherSwitchesCanHoldIt() throws IOException {
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(analysed("one").resolve("policy.json")))) {
            JsonObject policy = reader.readObject();
            assertEquals(4, policy.getJsonObject("size").getInt("cells"));
            assertTrue(policy.getJsonArray("budget").getJsonObject(0).getBoolean("fits"));
            JsonObject line = policy.getJsonArray("cells")
                    .getJsonObject(1)
                    .getJsonArray("aces")
                    .getJsonObject(0);
            assertTrue(line.containsKey("requests") || line.containsKey("replies_to"), line.toString());
            assertTrue(line.toString().contains("\"clients\":20"), line.toString());
            assertTrue(line.toString().contains("\"first_day\":\"2026-03-01\""), line.toString());
        }
    }

    @Test
    void writesTheSameAgainAndNothingOfBefore() throws IOException {
        Path one = analysed("one");
        Files.writeString(one.resolve("sgacls/Clarion_0000.txt"), "permit ip\n");
        Path again = analysed("one");
        assertFalse(Files.exists(again.resolve("sgacls/Clarion_0000.txt")));
        Path other = analysed("two");
        for (String name : List.of("permits.csv", "matrix.csv", "policy.json")) {
            assertEquals(-1, Files.mismatch(again.resolve(name), other.resolve(name)), name);
        }
    }
}
