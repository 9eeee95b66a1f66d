package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.ServiceNode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticSessionsTest {

    private static final int COUNT = 5_000;

    @TempDir
    Path data;

    private IseSimulator ise;
    private TestConsumer consumer;

    @BeforeEach
    void start() {
        ise = IseSimulator.builder().dataDirectory(data).sessions(COUNT).seed(3).start();
        consumer = new TestConsumer(ise, "reader");
        consumer.control("AccountActivate", "{}");
    }

    @AfterEach
    void stop() {
        ise.close();
    }

    private Map<String, JsonObject> bulk() {
        Map<String, JsonObject> sessions = new HashMap<>();
        HttpResponse<String> answer = consumer.call(ServiceNode.SESSION, "getSessions", "{}");
        for (JsonObject session :
                TestConsumer.json(answer.body()).getJsonArray("sessions").getValuesAs(JsonObject.class)) {
            sessions.put(session.getString("macAddress"), session);
        }
        return sessions;
    }

    private Map<String, JsonObject> truth() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ise.store().writeLines(out);
        Map<String, JsonObject> sessions = new HashMap<>();
        out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    JsonObject session = TestConsumer.json(line);
                    sessions.put(session.getString("macAddress"), session);
                });
        return sessions;
    }

    @Test
    void tellsEachOfThemOnceWithAnAddressOfItsOwn() throws Exception {
        Map<String, JsonObject> sessions = bulk();
        assertEquals(COUNT, sessions.size());
        Set<String> addresses = new HashSet<>();
        Set<String> ids = new HashSet<>();
        sessions.values().forEach(session -> {
            addresses.add(session.getJsonArray("ipAddresses").getString(0));
            ids.add(session.getString("auditSessionId"));
            Instant at = java.time.OffsetDateTime.parse(session.getString("timestamp"))
                    .toInstant();
            assertTrue(at.isBefore(Instant.now()));
        });
        assertEquals(COUNT, addresses.size());
        assertEquals(COUNT, ids.size());
        assertEquals(sessions, truth());
    }

    @Test
    void knowsTheTruthAfterABurst() throws Exception {
        consumer.subscribe();
        assertEquals("CONNECTED", consumer.next().command());
        Waits.until(() -> ise.pubSub().subscriptions("/topic/com.cisco.ise.session") == 1);
        Map<String, JsonObject> held = bulk();
        int events = 12_345;
        ise.bursts().start(events, 0, 200).await();
        int received = 0;
        long last = -1;
        while (received < events) {
            JsonObject message = TestConsumer.json(consumer.next().text());
            assertEquals(last + 1, message.getInt("sequence"));
            last = message.getInt("sequence");
            for (JsonObject session : message.getJsonArray("sessions").getValuesAs(JsonObject.class)) {
                received++;
                if (session.getString("state").equals("DISCONNECTED")) {
                    held.remove(session.getString("macAddress"));
                } else {
                    held.put(session.getString("macAddress"), session);
                }
            }
        }
        assertEquals(held, truth());
        assertEquals(held.size(), ise.store().live());
    }

    @Test
    void recoversTheEventsOfABurst() {
        ise.bursts().start(300, 0, 100).await();
        Instant middle = Instant.now();
        Waits.until(() -> Instant.now().toEpochMilli() > middle.toEpochMilli() + 1);
        ise.bursts().start(700, 0, 100).await();
        String body = "{\"startTimestamp\":\"" + middle.plusMillis(1) + "\"}";
        HttpResponse<String> answer = consumer.call(ServiceNode.SESSION, "getSessionsForRecovery", body);
        assertEquals(200, answer.statusCode());
        assertEquals(
                700, TestConsumer.json(answer.body()).getJsonArray("sessions").size());
        String early = "{\"startTimestamp\":\"2020-01-01T00:00:00Z\"}";
        assertEquals(
                404,
                consumer.call(ServiceNode.SESSION, "getSessionsForRecovery", early)
                        .statusCode());
    }

    @Test
    void findsOneByItsAddresses() {
        JsonObject session = bulk().values().iterator().next();
        String byIp = "{\"ipAddress\":\"" + session.getJsonArray("ipAddresses").getString(0) + "\"}";
        String byMac = "{\"macAddress\":\"" + session.getString("macAddress").replace(':', '-') + "\"}";
        assertEquals(
                session,
                TestConsumer.json(consumer.call(ServiceNode.SESSION, "getSessionByIpAddress", byIp)
                        .body()));
        assertEquals(
                session,
                TestConsumer.json(consumer.call(ServiceNode.SESSION, "getSessionByMacAddress", byMac)
                        .body()));
        assertEquals(
                204,
                consumer.call(ServiceNode.SESSION, "getSessionByIpAddress", "{\"ipAddress\":\"9.9.9.9\"}")
                        .statusCode());
    }

    @Test
    void keepsToARate() {
        assertTrue(ise.bursts().start(2_000, 4_000, 100).await().seconds() >= 0.49);
        ise.bursts().start(1_000_000, 1_000, 100);
        assertThrows(IllegalStateException.class, () -> ise.bursts().start(1, 0, 1));
        java.util.Objects.requireNonNull(ise.bursts().current()).cancel();
    }

    @Test
    void givesTheSameSessionsForTheSameSeed() throws Exception {
        Map<String, JsonObject> first = truth();
        try (IseSimulator other = IseSimulator.builder()
                .dataDirectory(data.resolve("other"))
                .sessions(COUNT)
                .seed(4)
                .start()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            other.store().writeLines(out);
            String mac = TestConsumer.json(out.toString(StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElseThrow())
                    .getString("macAddress");
            assertNotEquals(true, first.containsKey(mac));
        }
    }

    @Test
    void tellsTheGroupsOfItsUsers() {
        String groups =
                consumer.call(ServiceNode.SESSION, "getUserGroups", "{}").body();
        int users = 0;
        try (JsonParser parser = Json.createParser(new StringReader(groups))) {
            while (parser.hasNext()) {
                if (parser.next() == JsonParser.Event.KEY_NAME
                        && parser.getString().equals("userName")) {
                    users++;
                }
            }
        }
        assertEquals(COUNT * 6 / 10, users);
    }
}
