package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionFields;
import jakarta.json.JsonArray;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionServiceTest {

    @TempDir
    static Path data;

    static IseSimulator ise;

    private TestConsumer consumer;

    @BeforeAll
    static void start() {
        ise = IseSimulator.builder().dataDirectory(data).journalCapacity(4).start();
    }

    @AfterAll
    static void stop() {
        ise.close();
    }

    @BeforeEach
    void connect() {
        consumer = new TestConsumer(ise, "reader");
        consumer.control("AccountActivate", "{}");
        ise.sessions().all().clear();
    }

    private JsonArray sessions(String call, String body) {
        HttpResponse<String> answer = consumer.call(ServiceNode.SESSION, call, body);
        assertEquals(200, answer.statusCode(), answer.body());
        return TestConsumer.json(answer.body()).getJsonArray("sessions");
    }

    private static IseSession session(Instant at, int number) {
        return IseSession.started(at, "00:00:00:00:00:0" + number).withIpAddresses("10.0.0." + number);
    }

    @Test
    void tellsEverySessionWithoutAContentType() {
        Instant now = Instant.now();
        ise.feed().publish(session(now, 1), session(now, 2).with(SessionFields.USER_NAME, "zoë"));
        HttpResponse<String> answer = consumer.call(ServiceNode.SESSION, "getSessions", "{}");
        assertFalse(answer.headers().firstValue("Content-Type").isPresent());
        assertEquals(
                2, TestConsumer.json(answer.body()).getJsonArray("sessions").size());
        assertTrue(answer.body().contains("\"zoë\""));
        ise.feed().publish(session(now, 1).in(IseSession.DISCONNECTED, now));
        assertEquals(1, sessions("getSessions", "{}").size());
    }

    @Test
    void tellsTheSessionsSinceATimeInAnyOffset() {
        ise.feed().publish(session(Instant.parse("2030-01-01T00:00:00Z"), 1));
        ise.feed().publish(session(Instant.parse("2030-01-01T00:00:01Z"), 2));
        assertEquals(
                1,
                sessions("getSessions", "{\"startTimestamp\":\"2030-01-01T02:00:00.500+02:00\"}")
                        .size());
        assertEquals(
                400,
                consumer.call(ServiceNode.SESSION, "getSessions", "{\"startTimestamp\":\"yesterday\"}")
                        .statusCode());
    }

    @Test
    void findsASessionByAddressOrAnswers204() {
        ise.feed().publish(session(Instant.now(), 7));
        HttpResponse<String> found =
                consumer.call(ServiceNode.SESSION, "getSessionByIpAddress", "{\"ipAddress\":\"10.0.0.7\"}");
        assertEquals("00:00:00:00:00:07", TestConsumer.json(found.body()).getString("macAddress"));
        assertEquals(
                200,
                consumer.call(ServiceNode.SESSION, "getSessionByMacAddress", "{\"macAddress\":\"00-00-00-00-00-07\"}")
                        .statusCode());
        assertEquals(
                204,
                consumer.call(ServiceNode.SESSION, "getSessionByIpAddress", "{\"ipAddress\":\"10.9.9.9\"}")
                        .statusCode());
        assertEquals(
                400,
                consumer.call(ServiceNode.SESSION, "getSessionByIpAddress", "{}")
                        .statusCode());
    }

    @Test
    void recoversWhatTheJournalHoldsAndNothingOlder() {
        Instant begin = Instant.parse("2031-01-01T00:00:00Z");
        for (int i = 0; i < 6; i++) {
            ise.feed().publish(session(begin.plusSeconds(i), i));
        }
        JsonArray recovered = sessions("getSessionsForRecovery", "{\"startTimestamp\":\"2031-01-01T00:00:03Z\"}");
        assertEquals(3, recovered.size());
        assertEquals("00:00:00:00:00:03", recovered.getJsonObject(0).getString("macAddress"));
        assertEquals(
                1,
                sessions(
                                "getSessionsForRecovery",
                                "{\"startTimestamp\":\"2031-01-01T00:00:03Z\",\"endTimestamp\":\"2031-01-01T00:00:03Z\"}")
                        .size());
        assertEquals(
                404,
                consumer.call(
                                ServiceNode.SESSION,
                                "getSessionsForRecovery",
                                "{\"startTimestamp\":\"2031-01-01T00:00:00Z\"}")
                        .statusCode());
    }

    @Test
    void tellsTheGroupsOfPeopleWithSessions() {
        Instant now = Instant.now();
        ise.feed()
                .publish(
                        session(now, 1),
                        session(now, 2)
                                .with(SessionFields.USER_NAME, "CORP\\zoë")
                                .with(SessionFields.AD_USER_SAM_ACCOUNT_NAME, "zoë")
                                .with(SessionFields.AD_USER_DOMAIN_NAME, "corp.example")
                                .with(SessionFields.AD_USER_RESOLVED_DNS, "CN=Zoë,OU=Audit,DC=corp,DC=example"));
        JsonArray users = TestConsumer.json(consumer.call(ServiceNode.SESSION, "getUserGroups", "{}")
                        .body())
                .getJsonArray("userGroups");
        assertEquals(1, users.size());
        assertEquals("CORP\\zoë", users.getJsonObject(0).getString("userName"));
        HttpResponse<String> groups =
                consumer.call(ServiceNode.SESSION, "getUserGroupByUserName", "{\"userName\":\"CORP\\\\zoë\"}");
        assertTrue(groups.body().contains("corp.example/Groups/Audit"), groups.body());
        assertEquals(
                204,
                consumer.call(ServiceNode.SESSION, "getUserGroupByUserName", "{\"userName\":\"nobody\"}")
                        .statusCode());
    }

    @Test
    void refusesASecretOfAnotherNode() {
        String uri =
                consumer.lookup(ServiceNode.SESSION).getJsonObject("properties").getString(ServiceNode.REST_BASE_URL);
        HttpResponse<String> answer = consumer.post(
                URI.create(uri + "/getSessions"), consumer.basic(consumer.secret("~ise-pubsub-ise1")), "{}");
        assertEquals(401, answer.statusCode());
    }

    @Test
    void servesTheRenamedUrlAndNoLongerTheOldOne() {
        String uri = "https://127.0.0.1:" + ise.pxGridPort() + "/elsewhere";
        String old = String.valueOf(consumer.lookup(ServiceNode.TRUSTSEC)
                .getJsonObject("properties")
                .getString(ServiceNode.REST_BASE_URL));
        String authorization = consumer.basic(consumer.secret("~ise-admin-ise1"));
        ise.services().setProperty(ServiceNode.TRUSTSEC, ServiceNode.REST_BASE_URL, uri);
        try {
            HttpResponse<String> answer = consumer.call(ServiceNode.TRUSTSEC, "getSecurityGroups", "{}");
            assertTrue(
                    answer.body().contains("{\"id\":\"93ad6890-8c01-11e6-996c-525400b48521\",\"name\":\"Employees\""));
            assertEquals(
                    404,
                    consumer.post(URI.create(old + "/getSecurityGroups"), authorization, "{}")
                            .statusCode());
        } finally {
            ise.services().setProperty(ServiceNode.TRUSTSEC, ServiceNode.REST_BASE_URL, old);
        }
    }
}
