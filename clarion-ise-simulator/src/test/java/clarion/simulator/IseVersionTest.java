package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionFields;
import clarion.simulator.stomp.StompFrame;
import jakarta.json.JsonObject;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IseVersionTest {

    @TempDir
    Path data;

    private IseSimulator ise(String version) {
        return IseSimulator.builder()
                .dataDirectory(data)
                .version(IseVersion.parse(version))
                .start();
    }

    @ParameterizedTest
    @CsvSource({"2.7,false,404,false", "3.0,true,200,false", "3.1,true,200,false", "3.2,true,200,true"})
    void offersWhatTheReleaseHas(String version, boolean sequence, int recovery, boolean egress) {
        try (IseSimulator ise = ise(version)) {
            TestConsumer consumer = new TestConsumer(ise, "reader");
            consumer.subscribe();
            assertEquals("CONNECTED", consumer.next().command());
            Waits.until(() -> ise.pubSub().subscriptions("/topic/com.cisco.ise.session") == 1);
            ise.feed().publish(IseSession.started(Instant.now(), "00:11:22:33:44:55"));
            assertEquals(sequence, TestConsumer.json(consumer.next().text()).containsKey("sequence"));
            String body = "{\"startTimestamp\":\"" + Instant.now() + "\"}";
            assertEquals(
                    recovery,
                    consumer.call(ServiceNode.SESSION, "getSessionsForRecovery", body)
                            .statusCode());
            JsonObject config = consumer.lookup(ServiceNode.TRUSTSEC).getJsonObject("properties");
            assertEquals(egress, config.containsKey("egressPolicyTopic"));
            assertTrue(config.containsKey("securityGroupAclTopic"));
            assertEquals(
                    egress ? 200 : 404,
                    consumer.call(ServiceNode.TRUSTSEC, "getEgressMatrices", "{}")
                            .statusCode());
            boolean deleted = IseVersion.parse(version).isAtLeast(IseVersion.V3_1);
            String acl = ise.trustSec().putAcl("Gone", "", "IPV4", "deny ip");
            ise.trustSec().deleteAcl(acl);
            JsonObject since = TestConsumer.json(consumer.call(ServiceNode.TRUSTSEC, "getSecurityGroupAcls", body)
                    .body());
            assertEquals(deleted, since.containsKey("deletedSecurityGroupAcls"));
            if (deleted) {
                assertEquals(
                        "[id, name, timestamp]",
                        new TreeSet<>(since.getJsonArray("deletedSecurityGroupAcls")
                                        .getJsonObject(0)
                                        .keySet())
                                .toString());
            }
        }
    }

    @Test
    void filtersFrom34On() {
        try (IseSimulator ise = ise("3.4")) {
            TestConsumer consumer = new TestConsumer(ise, "reader");
            WebSocket socket = consumer.open();
            subscribe(socket, "nasIpAddress == '10.0.0.2'");
            assertEquals("CONNECTED", consumer.next().command());
            Waits.until(() -> ise.pubSub().subscriptions("/topic/com.cisco.ise.session") == 1);
            ise.feed().publish(session("00:00:00:00:00:01", "10.0.0.1"));
            ise.feed().publish(session("00:00:00:00:00:02", "10.0.0.2"));
            JsonObject message = TestConsumer.json(consumer.next().text());
            assertEquals(1, message.getInt("sequence"));
            String all = consumer.call(
                            ServiceNode.SESSION, "getSessions", "{\"filter\":\"nasIpAddress == '10.0.0.1'\"}")
                    .body();
            assertTrue(all.contains("00:00:00:00:00:01") && !all.contains("00:00:00:00:00:02"), all);
            assertEquals(
                    400,
                    consumer.call(ServiceNode.SESSION, "getSessions", "{\"filter\":\"==\"}")
                            .statusCode());
        }
    }

    @Test
    void knowsNoFilterBefore() {
        try (IseSimulator ise = ise("3.3")) {
            TestConsumer consumer = new TestConsumer(ise, "reader");
            subscribe(consumer.open(), "nasIpAddress == '10.0.0.2'");
            assertEquals("CONNECTED", consumer.next().command());
            assertEquals("ERROR", consumer.next().command());
        }
    }

    @Test
    void namesTheReleasesThatThereAre() {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> IseVersion.parse("4"))
                .getMessage());
        assertTrue(message.contains("2.7, 3.0"), message);
        assertFalse(IseVersion.V3_3.hasFilters());
    }

    private static IseSession session(String mac, String nas) {
        return IseSession.started(Instant.now(), mac).with(SessionFields.NAS_IP_ADDRESS, nas);
    }

    private static void subscribe(WebSocket socket, String filter) {
        for (StompFrame frame : new StompFrame[] {
            StompFrame.of("CONNECT", Map.of("accept-version", "1.2", "host", "ise")),
            StompFrame.of(
                    "SUBSCRIBE", Map.of("id", "0", "destination", "/topic/com.cisco.ise.session", "filter", filter))
        }) {
            socket.sendBinary(frame.encode(), true).join();
        }
    }
}
