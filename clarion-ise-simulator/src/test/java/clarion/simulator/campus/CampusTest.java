package clarion.simulator.campus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionFields;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampusTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

    private static List<IseSession> history(int devices, long seed, int steps) {
        Campus campus = new Campus(devices, seed, CLOCK);
        List<IseSession> events = new ArrayList<>();
        campus.populate(events::add);
        for (int i = 0; i < steps; i++) {
            events.add(campus.next());
        }
        return events;
    }

    @Test
    void livesTheSameLifeFromTheSameSeed() {
        assertEquals(history(500, 7, 5_000), history(500, 7, 5_000));
        assertNotEquals(history(500, 7, 100), history(500, 8, 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 99})
    void livesHoweverSmall(int devices) {
        assertTrue(history(devices, 1, 500).size() >= 500);
    }

    @Test
    void neverGivesAnAddressToTwoSessionsAtATime() {
        Map<String, List<String>> live = new HashMap<>();
        Map<String, String> holders = new HashMap<>();
        Set<String> reused = new HashSet<>();
        Map<String, String> lastMac = new HashMap<>();
        for (IseSession event : history(400, 3, 30_000)) {
            live.getOrDefault(event.key(), List.of()).forEach(holders::remove);
            live.remove(event.key());
            if (!event.state().equals(IseSession.DISCONNECTED)) {
                live.put(event.key(), event.ipAddresses());
                for (String address : event.ipAddresses()) {
                    assertEquals(null, holders.put(address, event.key()), address);
                    String mac = String.valueOf(event.text(SessionFields.MAC_ADDRESS));
                    String before = lastMac.put(address, mac);
                    if (before != null && !before.equals(mac)) {
                        reused.add(address);
                    }
                }
            }
        }
        assertFalse(reused.isEmpty(), "addresses are reused");
    }

    @Test
    void goesThroughEveryStateAndEndsSessionsOnce() {
        Set<String> states = new TreeSet<>();
        Set<String> ended = new HashSet<>();
        for (IseSession event : history(1000, 1, 30_000)) {
            states.add(event.state());
            assertFalse(ended.contains(event.key()), "an event after the end of " + event.key());
            if (event.state().equals(IseSession.DISCONNECTED)) {
                ended.add(event.key());
            }
        }
        assertEquals(Set.of("AUTHENTICATED", "AUTHENTICATING", "DISCONNECTED", "POSTURED", "STARTED"), states);
        assertTrue(ended.size() > 1000);
    }

    @Test
    void usesOnlyGroupsThatIseKnows() {
        Set<String> known = new HashSet<>();
        new SecurityGroups(java.time.Clock.systemUTC())
                .all().stream().map(SecurityGroup::name).forEach(known::add);
        for (IseSession event : history(1000, 1, 20_000)) {
            String group = event.text(SessionFields.CTS_SECURITY_GROUP);
            assertTrue(group == null || known.contains(group), group);
        }
    }

    @Test
    void movesPeopleBetweenAccessPointsAndBuildings() {
        Map<String, Object> placeOfSession = new HashMap<>();
        Map<String, Set<Object>> controllersOfDevice = new HashMap<>();
        int roamed = 0;
        for (IseSession event : history(2000, 1, 20_000)) {
            Object place = event.get(SessionFields.CALLED_STATION_ID);
            Object before = placeOfSession.put(event.key(), place == null ? "" : place);
            roamed += before != null && !before.equals(place) ? 1 : 0;
            controllersOfDevice
                    .computeIfAbsent(String.valueOf(event.text(SessionFields.MAC_ADDRESS)), mac -> new HashSet<>())
                    .add(String.valueOf(event.get(SessionFields.NAS_IP_ADDRESS)));
        }
        assertTrue(roamed > 100, "roamed " + roamed);
        assertTrue(
                controllersOfDevice.values().stream().filter(c -> c.size() > 1).count() > 100);
    }

    @Test
    void keepsItsPopulation() {
        Map<String, IseSession> live = new HashMap<>();
        for (IseSession event : history(2000, 1, 50_000)) {
            live.remove(event.key());
            if (!event.state().equals(IseSession.DISCONNECTED)) {
                live.put(event.key(), event);
            }
        }
        assertTrue(live.size() > 1200 && live.size() < 1800, "live " + live.size());
    }
}
