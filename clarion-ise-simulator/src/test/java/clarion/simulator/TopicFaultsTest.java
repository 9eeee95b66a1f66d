package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.Fault.Kind;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.sessions.IseSession;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicFaultsTest {

    private static final String TOPIC = "/topic/com.cisco.ise.session";

    @TempDir
    Path data;

    private IseSimulator ise;
    private TestConsumer consumer;

    @BeforeEach
    void start() {
        ise = IseSimulator.builder().dataDirectory(data).start();
        consumer = new TestConsumer(ise, "reader");
        consumer.subscribe();
        assertEquals("CONNECTED", consumer.next().command());
        Waits.until(() -> ise.pubSub().subscriptions(TOPIC) == 1);
    }

    @AfterEach
    void stop() {
        ise.close();
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            ise.feed().publish(IseSession.started(Instant.now(), String.format("00:00:00:00:00:%02X", i)));
        }
    }

    private List<Integer> sequences(int count) {
        List<Integer> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sequences.add(TestConsumer.json(consumer.next().text()).getInt("sequence"));
        }
        return sequences;
    }

    @Test
    void swallowsAMessageButCountsIt() {
        ise.inject(Fault.of(Kind.GAP, "sessions").times(1));
        publish(3);
        assertEquals(List.of(1, 2), sequences(2));
        assertEquals(1, ise.faults().happened(Kind.GAP));
        assertTrue(ise.faults().list().isEmpty());
    }

    @Test
    void sendsAMessageTwice() {
        ise.inject(Fault.of(Kind.DUPLICATE, "sessions").times(1));
        publish(2);
        assertEquals(List.of(0, 0, 1), sequences(3));
    }

    @Test
    void sendsAMessageAfterTheNext() {
        ise.inject(Fault.of(Kind.REORDER, "sessions").times(1));
        publish(3);
        assertEquals(List.of(1, 0, 2), sequences(3));
    }

    @Test
    void sendsAHeldMessageAlsoIfNoOtherFollows() {
        ise.inject(Fault.of(Kind.REORDER, "sessions").times(1));
        publish(1);
        assertEquals(List.of(0), sequences(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SPLIT", "FRAGMENT", "TEXT", "MERGE"})
    void losesNothingInAnyShape(Kind shape) {
        ise.inject(Fault.of(shape, "sessions").times(1));
        publish(3);
        assertEquals(List.of(0, 1, 2), sequences(3));
        assertEquals(1, ise.faults().happened(shape));
    }

    @Test
    void endsAMessageInTheMiddleOfItsJson() {
        ise.inject(Fault.of(Kind.MALFORMED, "sessions").times(1));
        publish(1);
        String text = consumer.next().text();
        assertThrows(JsonException.class, () -> TestConsumer.json(text));
    }

    @Test
    void putsARecordOfWrongTypesBesideTheGoodOnes() {
        ise.inject(Fault.of(Kind.WRONG_TYPES, "sessions").times(1));
        publish(1);
        JsonObject message = TestConsumer.json(consumer.next().text());
        assertEquals(2, message.getJsonArray("sessions").size());
        assertEquals(
                "00:00:00:00:00:00",
                message.getJsonArray("sessions").getJsonObject(1).getString("macAddress"));
    }

    @Test
    void padsAMessageToASize() {
        ise.inject(Fault.of(Kind.OVERSIZE, "sessions").withAmount(300_000).times(1));
        publish(1);
        String text = consumer.next().text();
        assertEquals(300_000, text.length());
        assertEquals(1, TestConsumer.json(text).getJsonArray("sessions").size());
    }

    @Test
    void startsCountingAnew() {
        publish(2);
        ise.inject(Fault.of(Kind.PUBLISHER_RESTART, "sessions"));
        publish(1);
        assertEquals(List.of(0, 1, 0), sequences(3));
    }

    @Test
    void endsAFaultByItself() {
        ise.inject(Fault.of(Kind.GAP).lasting(Duration.ofMillis(1)));
        Waits.until(() -> ise.faults().list().isEmpty());
        publish(1);
        assertEquals(List.of(0), sequences(1));
    }

    @Test
    void tellsNothingOfAServiceThatHasGone() {
        ise.inject(Fault.of(Kind.EMPTY_LOOKUP, ServiceNode.SESSION).times(1));
        String lookup = "{\"name\":\"com.cisco.ise.session\"}";
        assertEquals(
                "{\"services\":[]}", consumer.control("ServiceLookup", lookup).body());
        assertFalse(consumer.control("ServiceLookup", lookup).body().contains("[]"));
    }

    @Test
    void cutsAnAnswer() {
        publish(100);
        ise.inject(Fault.of(Kind.TRUNCATE, "getSessions").withAmount(1000).times(1));
        assertThrows(UncheckedIOException.class, () -> consumer.call(ServiceNode.SESSION, "getSessions", "{}"));
        ise.inject(Fault.of(Kind.SHORTEN, "getSessions").withAmount(1000).times(1));
        HttpResponse<String> shorter = consumer.call(ServiceNode.SESSION, "getSessions", "{}");
        assertEquals(1000, shorter.body().length());
        assertEquals(
                100,
                TestConsumer.json(consumer.call(ServiceNode.SESSION, "getSessions", "{}")
                                .body())
                        .getJsonArray("sessions")
                        .size());
    }

    @Test
    void movesTopicsAndUrls() {
        ise.inject(Fault.of(Kind.RENAME_TOPIC, "sessions"));
        ise.inject(Fault.of(Kind.RENAME_URL, ServiceNode.SESSION));
        String topic =
                consumer.lookup(ServiceNode.SESSION).getJsonObject("properties").getString("sessionTopic");
        assertFalse(topic.equals(TOPIC));
        assertEquals(
                200, consumer.call(ServiceNode.SESSION, "getSessions", "{}").statusCode());
    }

    @Test
    void noticesItsFaultsInTheJournal() throws Exception {
        ise.inject(Fault.of(Kind.GAP, "sessions").times(1));
        publish(2);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        ise.journal().copy("sessions", 0, 10, out);
        List<String> lines =
                out.toString(java.nio.charset.StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size());
        assertEquals("gap", TestConsumer.json(lines.get(0)).getString("fate"));
        assertEquals("sent", TestConsumer.json(lines.get(1)).getString("fate"));
        assertEquals(
                "00:00:00:00:00:01",
                TestConsumer.json(lines.get(1))
                        .getJsonObject("body")
                        .getJsonArray("sessions")
                        .getJsonObject(0)
                        .getString("macAddress"));
    }
}
