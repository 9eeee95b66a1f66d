package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.sessions.IseSession;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodesTest {

    @TempDir
    Path data;

    private IseSimulator ise;

    @BeforeEach
    void start() {
        ise = IseSimulator.builder().dataDirectory(data).nodes(3).start();
    }

    @AfterEach
    void stop() {
        ise.close();
    }

    private List<JsonObject> pubSubNodes(TestConsumer consumer) {
        consumer.control("AccountActivate", "{}");
        return TestConsumer.json(consumer.control("ServiceLookup", "{\"name\":\"" + ServiceNode.PUBSUB + "\"}")
                        .body())
                .getJsonArray("services")
                .getValuesAs(JsonObject.class);
    }

    private int version(int node) {
        return new TestConsumer(ise, "reader")
                .send(HttpRequest.newBuilder(
                                URI.create("https://" + ise.nodes().address(node) + "/pxgrid/control/version"))
                        .timeout(Duration.ofSeconds(2))
                        .build())
                .statusCode();
    }

    @Test
    void offersEveryServiceOnEveryNodeAtAnAddressOfItsOwn() {
        TreeSet<String> urls = new TreeSet<>();
        pubSubNodes(new TestConsumer(ise, "reader"))
                .forEach(node -> urls.add(node.getJsonObject("properties").getString("wsUrl")));
        String path = ":" + ise.pxGridPort() + "/pxgrid/ise/pubsub";
        assertEquals(
                new TreeSet<>(List.of("wss://127.0.0.1" + path, "wss://127.0.0.2" + path, "wss://127.0.0.3" + path)),
                urls);
        assertEquals(200, version(3));
    }

    @Test
    void replicatesEventsBetweenPubSubNodes() {
        for (JsonObject node : pubSubNodes(new TestConsumer(ise, "reader"))) {
            TestConsumer consumer = new TestConsumer(ise, "reader");
            consumer.subscribe(node);
            assertEquals("CONNECTED", consumer.next().command());
            Waits.until(() -> ise.pubSub().subscriptions("/topic/com.cisco.ise.session") == 1);
            ise.feed().publish(IseSession.started(Instant.now(), "00:11:22:33:44:55"));
            assertEquals("MESSAGE", consumer.next().command());
            ise.pubSub().dropConnections();
        }
    }

    @Test
    void acceptsTheSecretOfANodeOnlyThere() {
        TestConsumer consumer = new TestConsumer(ise, "reader");
        List<JsonObject> nodes = pubSubNodes(consumer);
        String secret = consumer.secret(nodes.get(0).getString("nodeName"));
        assertNotEquals(secret, consumer.secret(nodes.get(1).getString("nodeName")));
        URI other = URI.create(nodes.get(1).getJsonObject("properties").getString("wsUrl"));
        assertThrows(
                java.util.concurrent.CompletionException.class,
                () -> consumer.open(other, consumer.basic(secret)).join());
    }

    @Test
    void losesANodeThatCrashesWhileTheOthersGoOn() {
        TestConsumer consumer = new TestConsumer(ise, "reader");
        JsonObject second = pubSubNodes(consumer).stream()
                .filter(node -> node.getString("nodeName").endsWith("ise2"))
                .findFirst()
                .orElseThrow();
        consumer.subscribe(second);
        assertEquals("CONNECTED", consumer.next().command());
        ise.inject(Fault.of(Fault.Kind.NODE_LOSS, "reset").at(2));
        assertThrows(Exception.class, () -> consumer.closed.get(10, java.util.concurrent.TimeUnit.SECONDS));
        assertThrows(UncheckedIOException.class, () -> version(2));
        assertEquals(200, version(1));
        ise.nodes().restore(2);
        assertEquals(200, version(2));
    }

    @Test
    void keepsSilentAboutANodeWhoseCableIsPulled() {
        ise.nodes().silence(3);
        assertThrows(UncheckedIOException.class, () -> version(3));
        assertEquals(200, version(1));
        ise.nodes().restore(3);
        assertEquals(200, version(3));
    }

    @Test
    void renewsTheCertificateOfOneNode() {
        ise.inject(Fault.of(Fault.Kind.CERTIFICATE, "expired").at(2));
        assertThrows(UncheckedIOException.class, () -> version(2));
        assertEquals(200, version(1));
        ise.inject(Fault.of(Fault.Kind.CERTIFICATE, "renewed").at(2));
        assertEquals(200, version(2));
    }

    @Test
    void saysInOneLineThatSeveralNodesNeedLoopback() {
        SimulatorException refused = assertThrows(
                SimulatorException.class,
                () -> IseSimulator.builder()
                        .dataDirectory(data)
                        .bind("0.0.0.0")
                        .nodes(2)
                        .start());
        assertTrue(String.valueOf(refused.getMessage()).contains("127.0.0.1"));
    }
}
