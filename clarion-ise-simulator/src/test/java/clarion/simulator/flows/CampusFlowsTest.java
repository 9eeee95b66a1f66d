package clarion.simulator.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.IseSimulator;
import clarion.simulator.SimulatorException;
import clarion.simulator.export.Wire;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionFields;
import clarion.simulator.traffic.Conversation;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Imperfections;
import clarion.simulator.traffic.Service;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampusFlowsTest {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @TempDir
    Path data;

    private IseSimulator start(FlowSettings settings, int controlPort) {
        return IseSimulator.builder()
                .dataDirectory(data)
                .devices(300)
                .eventRate(200)
                .controlPort(controlPort)
                .flows(settings)
                .start();
    }

    private static void awaitEnded(CampusFlows flows, long conversations) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (flows.journal().ended() < conversations) {
            assertTrue(System.nanoTime() < end, "conversations in time: " + flows.count());
            Thread.sleep(20);
        }
    }

    private static String key(String from, long fromPort, String to, long toPort, long protocol) {
        return from + ":" + fromPort + ">" + to + ":" + toPort + "/" + protocol;
    }

    @Test
    void sendsExactlyWhatIsTrueWhenNothingIsWrong() throws Exception {
        try (Collector collector = new Collector();
                IseSimulator ise = start(
                        FlowSettings.usual(collector.address(), 3_000)
                                .with(Imperfections.none())
                                .withActiveMillis(500),
                        -1)) {
            CampusFlows flows = ise.flows().orElseThrow();
            awaitEnded(flows, 3_000);
            flows.finish();
            List<Wire.Data> received = collector.await(flows.count().records());
            Map<String, Long> octets = new HashMap<>();
            Set<Integer> versions = new HashSet<>();
            Set<Integer> exporters = new HashSet<>();
            int v6 = 0;
            for (Wire.Data flow : received) {
                octets.merge(Collector.key(flow), flow.number("1"), Long::sum);
                versions.add(flow.version());
                exporters.add(flow.domain());
                v6 += flow.has("27") ? 1 : 0;
            }
            Map<String, Long> truth = new HashMap<>();
            for (TrueConversation one : flows.journal().after(0, Integer.MAX_VALUE)) {
                Conversation c = one.conversation();
                boolean icmp = c.service().protocol() == Service.ICMP;
                String client = c.client().address().toString();
                String server = c.server().address().toString();
                int protocol = c.service().protocol();
                truth.merge(key(client, c.clientPort(), server, c.port(), protocol), c.requestOctets(), Long::sum);
                if (c.replyPackets() > 0) {
                    int port = icmp ? 0 : c.port();
                    int clientPort = icmp ? 0 : c.clientPort();
                    truth.merge(key(server, port, client, clientPort, protocol), c.replyOctets(), Long::sum);
                }
            }
            System.out.printf(
                    "%d conversations, %d records, %d exporters, %d of IPv6%n",
                    flows.journal().ended(), received.size(), exporters.size(), v6);
            assertEquals(0, flows.journal().forgotten());
            Set<String> keys = new HashSet<>(truth.keySet());
            keys.addAll(octets.keySet());
            List<String> wrong = keys.stream()
                    .filter(key -> !Objects.equals(truth.get(key), octets.get(key)))
                    .map(key -> key + " truly " + truth.get(key) + ", sent " + octets.get(key))
                    .limit(10)
                    .toList();
            assertEquals(List.of(), wrong);
            assertEquals(Set.of(9, 10), versions);
            assertTrue(exporters.size() > 4 && v6 > 50, exporters.size() + " exporters, " + v6 + " of IPv6");
            assertTrue(collector.sources() > 5, "source addresses: " + collector.sources());
        }
    }

    @Test
    void talksForDevicesThatHaveTheirAddressesAtThatTime() throws Exception {
        try (Collector collector = new Collector();
                IseSimulator ise = start(FlowSettings.usual(collector.address(), 2_000), 0)) {
            CampusFlows flows = ise.flows().orElseThrow();
            awaitEnded(flows, 2_000);
            flows.finish();
            Map<String, String> macs = new HashMap<>();
            Map<String, String> users = new HashMap<>();
            for (IseSession session : ise.sessions().all()) {
                for (String address : session.ipAddresses()) {
                    macs.put(address, String.valueOf(session.text(SessionFields.MAC_ADDRESS)));
                    users.put(address, String.valueOf(session.text(SessionFields.USER_NAME)));
                }
            }
            int same = 0;
            int answered = 0;
            List<TrueConversation> truth = flows.journal().after(0, 1_000_000);
            for (TrueConversation one : truth) {
                var client = one.conversation().client();
                String mac = macs.get(client.address().toString());
                boolean still = client.macText().equalsIgnoreCase(mac);
                same += still ? 1 : 0;
                answered += one.conversation().answered() ? 1 : 0;
                assertTrue(one.conversation().end() >= one.conversation().start());
                if (client.address().toString().startsWith("10.250.")) {
                    assertEquals(null, client.user());
                }
            }
            assertTrue(same > truth.size() / 3, same + " of " + truth.size() + " clients are still there");
            assertTrue(answered > truth.size() / 2, answered + " of " + truth.size() + " are answered");
            assertFalse(users.isEmpty());
            String api = "http://127.0.0.1:" + ise.controlPort();
            assertTrue(call(api, "GET", "/flows")
                    .contains("\"ended\":" + flows.journal().ended()));
            String lines = call(api, "GET", "/truth/conversations?after=10&limit=3");
            assertEquals(3, lines.lines().count(), lines);
            assertTrue(lines.startsWith("{\"number\":11,\"start\":\"20"), lines);
            long begun = flows.count().begun();
            call(api, "POST", "/flows/resume");
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (flows.count().begun() == begun) {
                assertTrue(System.nanoTime() < end, "they talk again");
                Thread.sleep(20);
            }
            assertTrue(call(api, "POST", "/flows/finish").contains("\"underWay\":0"));
        }
    }

    @Test
    void keepsOnlyTheLastConversations() {
        TruthJournal journal = new TruthJournal(3);
        Conversation one = Samples.conversation(1);
        for (int i = 0; i < 5; i++) {
            journal.add(one, 2);
        }
        assertEquals(5, journal.ended());
        assertEquals(2, journal.forgotten());
        assertEquals(
                List.of(3L, 4L, 5L),
                journal.after(0, 10).stream().map(TrueConversation::number).toList());
        assertEquals(
                List.of(5L),
                journal.after(4, 10).stream().map(TrueConversation::number).toList());
    }

    @Test
    void tellsOfAConversationThatWasCutOffWhatWasSaidByThen() {
        Conversation whole = Samples.conversation(10_000);
        Conversation cut = whole.cut(whole.start() + 2_500);
        assertEquals(whole.start() + 2_500, cut.end());
        assertEquals((long) Math.ceil(whole.requestPackets() / 4.0), cut.requestPackets());
        assertTrue(whole.cut(whole.start() + 1).requestPackets() > 0, "who asks sends the first packet at once");
        assertEquals(whole, whole.cut(whole.end()));
        assertEquals(0, whole.cut(whole.start()).requestPackets());
    }

    @Test
    void needsACampus() {
        FlowSettings settings = FlowSettings.usual(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9), 10);
        SimulatorException e = Assertions.assertThrows(
                SimulatorException.class,
                () -> IseSimulator.builder().dataDirectory(data).flows(settings).start());
        assertTrue(String.valueOf(e.getMessage()).contains("number of devices"), e.getMessage());
        assertEquals(0.1, settings.imperfections().of(Imperfection.SAMPLED));
    }

    private static String call(String api, String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(api + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
