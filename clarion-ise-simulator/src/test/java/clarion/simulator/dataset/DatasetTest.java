package clarion.simulator.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.dataset.CsvLines.Line;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Imperfections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

    @TempDir
    Path directory;

    private Dataset.Made make(DatasetPlan plan, String name) throws IOException {
        return Dataset.make(plan, directory.resolve(name), line -> {});
    }

    private List<Line> lines(String file) throws IOException {
        return CsvLines.read(directory.resolve(file));
    }

    private static String fiveTuple(String from, String fromPort, String to, String toPort, String protocol) {
        return from + ":" + fromPort + ">" + to + ":" + toPort + "/" + protocol;
    }

    @Test
    void makesTheSameFilesFromTheSameSeed() throws IOException {
        DatasetPlan plan = DatasetPlan.usual("hospital", 200, 2, 7).withConversations();
        make(plan, "one");
        make(plan, "two");
        make(DatasetPlan.usual("hospital", 200, 2, 8), "other");
        Path one = directory.resolve("one");
        try (Stream<Path> files = Files.walk(one)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertEquals(16, all.size(), all.toString());
            for (Path file : all) {
                Path same = directory.resolve("two").resolve(one.relativize(file));
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(same), file.toString());
            }
        }
        assertTrue(
                Files.mismatch(one.resolve("flows.csv.gz"), directory.resolve("other/flows.csv.gz")) >= 0,
                "another seed makes other flows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"corporate", "hospital", "plant", "university"})
    void sendsExactlyWhatIsTrueWhenNothingIsWrong(String kind) throws IOException {
        make(DatasetPlan.usual(kind, 200, 1, 3).with(Imperfections.none()).withConversations(), "d");
        Map<String, Long> octets = new HashMap<>();
        Map<String, Long> packets = new HashMap<>();
        for (Line flow : lines("d/flows.csv.gz")) {
            String key = fiveTuple(
                    flow.get("src_ip"),
                    flow.get("src_port"),
                    flow.get("dst_ip"),
                    flow.get("dst_port"),
                    flow.get("proto"));
            octets.merge(key, flow.number("bytes"), Long::sum);
            packets.merge(key, flow.number("packets"), Long::sum);
            assertTrue(flow.get("end_time").compareTo(flow.get("start_time")) >= 0, flow.toString());
        }
        Map<String, Long> trueOctets = new HashMap<>();
        Map<String, Long> truePackets = new HashMap<>();
        for (Line one : lines("d/truth/conversations.csv.gz")) {
            boolean icmp = one.get("proto").equals("1");
            String request = fiveTuple(
                    one.get("client_ip"),
                    one.get("client_port"),
                    one.get("server_ip"),
                    one.get("port"),
                    one.get("proto"));
            String reply = fiveTuple(
                    one.get("server_ip"),
                    icmp ? "0" : one.get("port"),
                    one.get("client_ip"),
                    icmp ? "0" : one.get("client_port"),
                    one.get("proto"));
            trueOctets.merge(request, one.number("request_bytes"), Long::sum);
            truePackets.merge(request, one.number("request_packets"), Long::sum);
            if (one.number("reply_packets") > 0) {
                trueOctets.merge(reply, one.number("reply_bytes"), Long::sum);
                truePackets.merge(reply, one.number("reply_packets"), Long::sum);
            }
        }
        assertTrue(truePackets.size() > 2_000, "conversations: " + truePackets.size());
        assertEquals(truePackets, packets);
        assertEquals(trueOctets, octets);
    }

    @Test
    void hasAsMuchWrongAsItSays() throws IOException {
        DatasetPlan plan = DatasetPlan.usual("corporate", 2_000, 2, 11);
        Dataset.Made made = make(plan, "d");
        double lost = (double) made.lost() / (made.lost() + made.records() + made.testRecords());
        assertEquals(0.05, lost, 0.005);
        assertEquals(1, (double) made.records() / plan.records(), 0.15);
        int unknown = 0;
        int wrong = 0;
        int odd = 0;
        List<Line> devices = lines("d/truth/devices.csv");
        for (Line device : devices) {
            unknown += device.get("traits").contains("unknown-profile") ? 1 : 0;
            wrong += device.get("traits").contains("wrong-profile") ? 1 : 0;
            odd += device.get("traits").contains("odd:") ? 1 : 0;
        }
        assertEquals(2_000, devices.size());
        assertEquals(0.12, unknown / 2_000.0, 0.03);
        assertEquals(0.06, wrong / 2_000.0, 0.02);
        assertEquals(0.03, odd / 2_000.0, 0.015);
        Set<String> addresses = new HashSet<>();
        Map<String, Set<String>> holders = new HashMap<>();
        for (Line lease : lines("d/leases.csv")) {
            addresses.add(lease.get("ip"));
            holders.computeIfAbsent(lease.get("ip"), ip -> new HashSet<>()).add(lease.get("mac"));
        }
        long reused = holders.values().stream().filter(macs -> macs.size() > 1).count();
        assertTrue(reused > addresses.size() / 10, reused + " of " + addresses.size() + " addresses are reused");
        assertTrue(lines("d/truth/attacks.csv").size() > 100, "attacks");
        for (Line endpoint : lines("d/endpoints.csv")) {
            assertTrue(endpoint.get("hostname").matches("host[0-9]{6}"), "host names tell nothing");
        }
    }

    @Test
    void letsEverySideHoldItsAddressWhileItSpeaks() throws IOException {
        make(DatasetPlan.usual("university", 400, 2, 5).withConversations(), "d");
        Map<String, List<Line>> leases = new HashMap<>();
        for (Line lease : lines("d/leases.csv")) {
            leases.computeIfAbsent(lease.get("ip"), ip -> new java.util.ArrayList<>())
                    .add(lease);
        }
        leases.values().forEach(DatasetTest::assertNoTwoAtATime);
        int checked = 0;
        for (Line one : lines("d/truth/conversations.csv.gz")) {
            for (String side : List.of("client", "server")) {
                if (!one.get(side + "_mac").isEmpty()) {
                    boolean held = leases.getOrDefault(one.get(side + "_ip"), List.of()).stream()
                            .anyMatch(lease -> lease.get("mac").equals(one.get(side + "_mac"))
                                    && lease.get("lease_start").compareTo(one.get("start_time")) <= 0
                                    && (lease.get("lease_end").isEmpty()
                                            || lease.get("lease_end").compareTo(one.get("end_time")) >= 0));
                    assertTrue(held, side + " of " + one);
                    checked++;
                }
            }
        }
        assertTrue(checked > 5_000, "sides: " + checked);
    }

    private static void assertNoTwoAtATime(List<Line> leases) {
        leases.sort(java.util.Comparator.comparing(lease -> lease.get("lease_start")));
        for (int i = 1; i < leases.size(); i++) {
            String end = leases.get(i - 1).get("lease_end");
            assertFalse(end.isEmpty(), "an address is given again though its lease is open: " + leases.get(i));
            assertFalse(
                    Instant.parse(leases.get(i).get("lease_start")).isBefore(Instant.parse(end)),
                    "two have it: " + leases.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"corporate", "hospital", "plant", "university"})
    void usesEveryServiceWhileItIsWatched(String kind) throws IOException {
        make(DatasetPlan.usual(kind, 1_000, 5, 2), "d");
        int rare = 0;
        for (Line service : lines("d/truth/services.csv")) {
            assertTrue(service.number("conversations") > 0, service.toString());
            rare += service.get("frequency").equals("rare") ? 1 : 0;
        }
        assertTrue(rare >= 4, "rare services: " + rare);
    }

    @Test
    void distinguishesConversationsByKindInTheTest() throws IOException {
        make(DatasetPlan.usual("plant", 500, 2, 4), "d");
        Map<String, Integer> kinds = new HashMap<>();
        String until = "";
        for (Line one : lines("d/test/conversations.csv.gz")) {
            kinds.merge(one.get("kind"), 1, Integer::sum);
            until = one.get("start_time").compareTo(until) > 0 ? one.get("start_time") : until;
            assertTrue(one.get("start_time").compareTo("2026-03-25") >= 0, one.toString());
        }
        assertEquals(Set.of("legitimate", "odd", "noise", "scan", "lateral"), kinds.keySet());
        assertTrue(until.startsWith("2026-03-26"), until);
        for (Line flow : lines("d/flows.csv.gz")) {
            assertTrue(flow.get("start_time").compareTo("2026-03-25T03") < 0, flow.toString());
        }
    }

    @Test
    void holdsBackNoMoreThanWhatLastsForHours() throws IOException {
        long start = System.nanoTime();
        Dataset.Made made = make(
                DatasetPlan.usual("corporate", 20_000, 1, 1)
                        .with(Imperfections.usual().with(Imperfection.LOSS, 0)),
                "d");
        System.out.printf(
                "20000 devices, %d records in %.1f s; held back at most %d%n",
                made.records() + made.testRecords(), (System.nanoTime() - start) / 1e9, made.mostHeld());
        assertTrue(made.records() > 500_000, "records " + made.records());
        assertTrue(made.mostHeld() < made.records() / 3, "held back " + made.mostHeld());
    }
}
