package clarion.domain.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionKeyTest {

    private static final MacAddress MAC = MacAddress.parse("00:1b:44:11:3a:b7");
    private static final List<IpAddress> ADDRESSES = List.of(IpAddress.parse("10.0.0.9"), IpAddress.parse("10.0.0.7"));

    @Test
    void prefersTheAuditSessionId() {
        assertEquals(
                "audit:0A01",
                SessionKey.of("0A01", MAC, "alice", ADDRESSES).orElseThrow().text());
    }

    @Test
    void fallsBackToTheMacAddress() {
        assertEquals(
                "mac:00:1b:44:11:3a:b7",
                SessionKey.of(" ", MAC, "alice", ADDRESSES).orElseThrow().text());
    }

    @Test
    void aPassiveSessionIsToldByUserAndLowestAddress() {
        assertEquals(
                "user:alice@10.0.0.7",
                SessionKey.of(null, null, "Alice", ADDRESSES).orElseThrow().text());
        assertEquals(
                "user:@10.0.0.7",
                SessionKey.of(null, null, null, ADDRESSES).orElseThrow().text());
    }

    @Test
    void nothingToTellItByIsNoKey() {
        assertTrue(SessionKey.of(null, null, "alice", List.of()).isEmpty());
    }

    @Test
    void anUnknownStateIsKeptAndLive() {
        SessionState suspended = new SessionState(" Suspended ");
        assertEquals("SUSPENDED", suspended.name());
        assertTrue(suspended.isLive() && !suspended.isKnown());
        assertThrows(IllegalArgumentException.class, () -> new SessionState(" "));
    }
}
