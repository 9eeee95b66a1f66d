package clarion.ejb.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    @Test
    void asksTwelveTo256CharactersThatAreNotTheUserName() {
        assertTrue(PasswordRules.fault("elevenchars", "a").isPresent());
        assertTrue(PasswordRules.fault("twelve chars", "a").isEmpty());
        assertTrue(PasswordRules.fault("\uD83D\uDE00".repeat(11), "a").isPresent(), "characters, not UTF-16 units");
        assertTrue(PasswordRules.fault("x".repeat(256), "a").isEmpty());
        assertTrue(PasswordRules.fault("x".repeat(257), "a").isPresent());
        assertTrue(PasswordRules.fault("Administrator", "administrator").isPresent());
        assertTrue(PasswordRules.fault(" ".repeat(20), "a").isPresent());
    }

    @Test
    void neverQuotesTheRefusedPassword() {
        assertFalse(PasswordRules.fault("hunter2", "a").orElseThrow().contains("hunter2"));
    }

    @Test
    void theThrottleWaitsUntilTheOldestOfTheLastFailuresLeavesTheWindow() {
        LoginThrottle throttle = new LoginThrottle(3, 10, Duration.ofMinutes(15));
        List<Instant> two = secondsAgo(10, 20);
        assertEquals(Duration.ZERO, throttle.waitAfter(two, 3, NOW));
        assertEquals(Duration.ofSeconds(870), throttle.waitAfter(secondsAgo(10, 20, 30), 3, NOW));
        assertEquals(Duration.ZERO, throttle.waitAfter(secondsAgo(10, 20, 900), 3, NOW));
        assertEquals(
                Duration.ofSeconds(1),
                throttle.waitAfter(List.of(NOW, NOW, NOW.minusSeconds(900).plusMillis(1)), 3, NOW),
                "rounded up, so that who waits as told is let in");
    }

    @Test
    void theThrottleCountsNamesInAnyCaseAndIpv6AddressesByTheirNetwork() {
        assertEquals(LoginThrottle.nameKey("Admin"), LoginThrottle.nameKey(" admin "));
        assertNotEquals(LoginThrottle.nameKey("admin"), LoginThrottle.nameKey("admin2"));
        assertEquals(LoginThrottle.addressKey("2001:db8:1:2::1"), LoginThrottle.addressKey("2001:db8:1:2:ffff::9"));
        assertNotEquals(LoginThrottle.addressKey("2001:db8:1:2::1"), LoginThrottle.addressKey("2001:db8:1:3::1"));
        assertNotEquals(LoginThrottle.addressKey("192.0.2.1"), LoginThrottle.addressKey("192.0.2.2"));
    }

    @Test
    void theCsrfTokenIsBoundToItsSessionAndIsNotTheSession() {
        String session = Secrets.newSessionToken();
        assertEquals(Secrets.csrfTokenOf(session), Secrets.csrfTokenOf(session));
        assertNotEquals(Secrets.csrfTokenOf(session), Secrets.csrfTokenOf(Secrets.newSessionToken()));
        assertNotEquals(session, Secrets.csrfTokenOf(session));
    }

    @Test
    void credentialsNeverRepeatAndTokensSayWhatTheyAre() {
        assertEquals(
                100, Stream.generate(Secrets::newApiToken).limit(100).distinct().count());
        assertTrue(Secrets.newApiToken().matches("clr_[A-Za-z0-9_-]{43}"));
        assertTrue(PasswordRules.fault(Secrets.newPassword(), "admin").isEmpty());
    }

    @Test
    void trustsTheProxiesItWasToldOfOnly() {
        TrustedProxies proxies = TrustedProxies.parse("10.0.0.0/8, 192.0.2.7, 2001:db8::/33");
        assertTrue(proxies.contains("10.255.0.1"));
        assertTrue(proxies.contains("192.0.2.7"));
        assertFalse(proxies.contains("192.0.2.8"));
        assertFalse(proxies.contains("11.0.0.1"));
        assertTrue(proxies.contains("2001:db8:7fff::1"));
        assertFalse(proxies.contains("2001:db8:8000::1"));
        assertFalse(proxies.contains("proxy.example"));
        assertFalse(TrustedProxies.parse("").contains("127.0.0.1"));
    }

    private static List<Instant> secondsAgo(int... seconds) {
        return java.util.Arrays.stream(seconds).mapToObj(NOW::minusSeconds).toList();
    }
}
