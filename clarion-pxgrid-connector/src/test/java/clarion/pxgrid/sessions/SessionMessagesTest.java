package clarion.pxgrid.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.MacAddress;
import clarion.domain.sessions.SessionReport;
import clarion.domain.sessions.SessionState;
import clarion.pxgrid.topics.TopicMessage;
import clarion.pxgrid.topics.WireTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionMessagesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static TopicMessage<SessionReport> read(String json) {
        return SessionMessages.read("/topic/x", json.getBytes(UTF_8), NOW);
    }

    private static SessionReport only(String session) {
        TopicMessage<SessionReport> message = read("{\"sessions\":[" + session + "]}");
        assertEquals(List.of(), message.unreadable());
        return message.elements().get(0);
    }

    private static String reasonFor(String session) {
        TopicMessage<SessionReport> message = read("{\"sessions\":[" + session + "]}");
        assertEquals(List.of(), message.elements());
        return message.unreadable().get(0).reason();
    }

    @Test
    @Tag("pxgrid-25")
    void readsAWiredSessionWithAllItsParts() {
        SessionReport report = only("""
                {"timestamp":"2026-03-01T08:15:30.123+01:00","state":"STARTED","userName":"CORP\\\\alice",
                 "callingStationId":"02-00-5e-10-00-01","calledStationId":"02:00:5E:00:00:FE",
                 "auditSessionId":"0A0000010000000A1B2C3D4E","ipAddresses":["10.7.0.21","2001:DB8::21",""],
                 "macAddress":"02:00:5E:10:00:01","nasIpAddress":"10.7.255.1","nasPortId":"Gi1/0/7",
                 "nasPortType":"Ethernet","endpointProfile":"Windows11-Workstation","ctsSecurityGroup":"Staff",
                 "radiusFlowType":"Wired802_1x","adUserNetBiosName":"CORP","identitySourcePortStart":0,
                 "identitySourcePortEnd":"0","mdmRegistered":false,"providers":["None","WMI"],
                 "selectedAuthzProfiles":["PermitAccess"],"vn":{"name":"Campus"},"nothing":null}
                """);
        assertEquals(Instant.parse("2026-03-01T07:15:30.123Z"), report.timestamp());
        assertEquals(SessionState.STARTED, report.state());
        assertEquals(MacAddress.parse("0200.5e10.0001"), report.mac());
        assertEquals("[10.7.0.21, 2001:db8::21]", report.addresses().toString());
        assertEquals("alice@corp", String.valueOf(report.user()));
        assertEquals("Staff", report.securityGroup());
        assertEquals("Wired802_1x", report.authMethod());
        assertEquals(List.of("PermitAccess"), report.authorizationProfiles());
        assertEquals("0", report.attributes().get("identitySourcePortStart"));
        assertEquals("0", report.attributes().get("identitySourcePortEnd"));
        assertEquals("false", report.attributes().get("mdmRegistered"));
        assertEquals("None, WMI", report.attributes().get("providers"));
        assertEquals("{\"name\":\"Campus\"}", report.attributes().get("vn"));
        assertFalse(report.attributes().containsKey("nothing"));
    }

    @Test
    void takesUpdateTimeForTheTimestampOfOldReleases() {
        SessionReport report = only("{\"updateTime\":\"2017-04-28T07:33:34.291-07:00\",\"state\":\"STARTED\","
                + "\"macAddress\":\"020000000001\"}");
        assertEquals(Instant.parse("2017-04-28T14:33:34.291Z"), report.timestamp());
    }

    @Test
    @Tag("pxgrid-25")
    void takesTheCallingStationForTheMacAddressWhereNoneIsNamed() {
        SessionReport report = only("{\"timestamp\":\"2026-01-01T00:00:00Z\",\"state\":\"AUTHENTICATED\","
                + "\"callingStationId\":\"0200.5e10.0002\"}");
        assertEquals("02:00:5e:10:00:02", String.valueOf(report.mac()));
    }

    @Test
    @Tag("pxgrid-25")
    void keepsAPassiveIdentitySessionWithoutMacAddress() {
        SessionReport report = only("{\"timestamp\":\"2026-01-01T00:00:00Z\",\"state\":\"AUTHENTICATED\","
                + "\"adNormalizedUser\":\"bob\",\"ipAddresses\":[\"10.0.0.9\"]}");
        assertNull(report.mac());
        assertEquals("user:bob@10.0.0.9", report.key().text());
    }

    @Test
    @Tag("pxgrid-24")
    void keepsAnUnknownStateAsText() {
        SessionReport report = only(
                "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"state\":\"REDIRECTED\",\"macAddress\":\"020000000001\"}");
        assertEquals("REDIRECTED", report.state().name());
        assertFalse(report.state().isKnown());
    }

    @Test
    @Tag("pxgrid-16")
    void setsAsideWhatCannotBeReadAndSaysWhy() {
        String stem = "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"state\":\"STARTED\",\"macAddress\":\"020000000001\",";
        assertEquals("userName: expected text, not 42", reasonFor(stem + "\"userName\":42}"));
        assertEquals(
                "ipAddresses: expected a list, not \"10.0.0.1\"", reasonFor(stem + "\"ipAddresses\":\"10.0.0.1\"}"));
        assertEquals("ipAddresses: not an IP address: '10.0.0'", reasonFor(stem + "\"ipAddresses\":[\"10.0.0\"]}"));
        assertEquals("userName: holds a NUL character", reasonFor(stem + "\"userName\":\"a\\u0000b\"}"));
        assertTrue(reasonFor(stem + "\"userName\":\"a\\ud800b\"}").startsWith("userName: holds half a character"));
        assertEquals("timestamp: missing", reasonFor("{\"state\":\"STARTED\",\"macAddress\":\"020000000001\"}"));
        assertEquals(
                "state: missing",
                reasonFor("{\"timestamp\":\"2026-01-01T00:00:00Z\",\"macAddress\":\"020000000001\"}"));
        assertTrue(reasonFor("{\"timestamp\":\"2026-01-01T00:00:00Z\",\"state\":\"STARTED\"}")
                .startsWith("nothing to tell the session by"));
        assertTrue(reasonFor("{\"timestamp\":\"yesterday\",\"state\":\"STARTED\",\"macAddress\":\"020000000001\"}")
                .startsWith("timestamp: not an ISO-8601 timestamp with offset: 'yesterday'"));
        assertEquals("a session is expected to be an object", reasonFor("17"));
    }

    @Test
    @Tag("pxgrid-16")
    void appliesTheRestOfAMessageWithAPoisonedElement() {
        String good = "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"state\":\"STARTED\",\"macAddress\":\"020000000001\"}";
        TopicMessage<SessionReport> message =
                read("{\"sessions\":[" + good + ",null,[[1]],{\"state\":1}," + good + "],\"sequence\":7}");
        assertEquals(2, message.elements().size());
        assertEquals(3, message.unreadable().size());
        assertEquals(7L, message.sequence());
        assertTrue(message.intact());
    }

    @Test
    void setsAsideAMessageThatIsNoSessionMessage() {
        for (String bad : List.of(
                "",
                "[]",
                "{",
                "{\"sessions\":[{]}",
                "{\"sessions\":3}",
                "{\"x\":[1,",
                "{\"x\":{\"y\":",
                "{} {}",
                "\u0000",
                "{\"a\":1}")) {
            assertEquals(1, read(bad).unreadable().size(), bad);
        }
        assertEquals(
                1, read("{\"sequence\":\"many\",\"sessions\":[]}").unreadable().size());
        assertEquals(1, read("[".repeat(100_000)).unreadable().size());
        assertEquals(
                1, read("{\"sessions\":[" + "[".repeat(100_000)).unreadable().size());
    }

    @Test
    void takesASequenceAsNumberOrText() {
        assertEquals(0L, read("{\"sequence\":0,\"sessions\":[]}").sequence());
        assertEquals(12L, read("{\"sequence\":\"12\",\"sessions\":[]}").sequence());
        assertNull(read("{\"sessions\":[]}").sequence());
    }

    @Test
    @Tag("pxgrid-26")
    void readsTimestampsWithAnyOffsetAndFraction() {
        Instant noon = Instant.parse("2026-06-30T12:00:00Z");
        for (String text : List.of(
                "2026-06-30T12:00:00Z",
                "2026-06-30T12:00Z",
                "2026-06-30T14:00:00+02:00",
                "2026-06-30T14:00:00.0+0200",
                "2026-06-30T14:00:00.000000000+02",
                "2026-06-30T17:45:00.000+05:45")) {
            assertEquals(noon, WireTime.parse(text), text);
        }
        assertEquals(noon.plusNanos(123_456_000), WireTime.parse("2026-06-30T12:00:00.123456789Z"));
    }

    @Test
    void anyOctetsGiveAMessage() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] good = ("{\"sequence\":1,\"sessions\":[{\"timestamp\":\"2026-01-01T00:00:00Z\",\"state\":\"STARTED\","
                        + "\"macAddress\":\"02:00:00:00:00:01\",\"ipAddresses\":[\"10.0.0.1\"],\"x\":{\"y\":[1,true]}}]}")
                .getBytes(UTF_8);
        for (int round = 0; round < 3000; round++) {
            byte[] octets = good.clone();
            for (int flips = 1 + random.nextInt(5); flips > 0; flips--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            try {
                TopicMessage<SessionReport> message = SessionMessages.read("/topic/x", octets, NOW);
                assertTrue(message.elements().size() + message.unreadable().size() >= 0);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
