package clarion.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Answer;
import clarion.it.harness.Until;
import clarion.simulator.sessions.IseSession;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sessions, devices and users: they arrive from ISE, and every list can be filtered, sorted, paged and exported. */
interface ListContract extends Contract {

    /** Rows of one page. */
    static List<JsonObject> items(Answer answer) {
        return answer.expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    @Test
    default void showsEverySessionThatIseKnowsAndNoOther() {
        world().awaitSameSessions(Duration.ofSeconds(30));
    }

    @Test
    default void findsASessionByEveryKindOfFilter() {
        IseSession alice = IseSession.started(Instant.now(), "02:00:5E:10:00:01")
                .with("auditSessionId", "contract-" + System.nanoTime())
                .with("userName", "Contract\\Alice")
                .with("endpointProfile", "=HYPERLINK(\"http://evil.example\")")
                .withIpAddresses("198.51.100.7", "2001:db8::7");
        world().ise().feed().publish(alice);
        String id = alice.text("auditSessionId");
        String byId = "/api/v1/sessions?filter=" + encoded("auditSessionId eq \"" + id + "\"");
        JsonObject session = Until.holds(
                        "the session has arrived",
                        Duration.ofSeconds(20),
                        () -> items(world().viewer().get(byId)),
                        found -> found.size() == 1)
                .get(0);
        assertAll(
                () -> assertEquals("02:00:5e:10:00:01", session.getString("mac")),
                () -> assertEquals("198.51.100.7", session.getString("ip")),
                () -> assertEquals(2, session.getJsonArray("ipAddresses").size()),
                () -> assertTrue(session.getBoolean("live")));
        for (String query : List.of(
                "auditSessionId=" + id,
                "q=" + encoded("0200.5e10.0001"),
                "filter=" + encoded("mac eq \"02-00-5e-10-00-01\" and live eq true"),
                "filter=" + encoded("ip eq \"198.51.100.0/24\""),
                "filter=" + encoded("not (mac ne \"02:00:5E:10:00:01\")"))) {
            List<String> ids = items(world().viewer().get("/api/v1/sessions?" + query)).stream()
                    .map(item -> item.getString("id"))
                    .toList();
            assertTrue(ids.contains(session.getString("id")), () -> query + " found " + ids);
        }
        Answer csv = world().viewer().get(byId, "text/csv").expect(200);
        assertEquals("text/csv", csv.mediaType());
        assertTrue(csv.body().contains("\r\n"), "lines end as RFC 4180 says");
        assertTrue(csv.body().contains("'=HYPERLINK"), () -> "a spreadsheet would run this: " + csv);
        JsonObject detail = world().viewer()
                .get("/api/v1/sessions/" + session.getString("id"))
                .expect(200)
                .json();
        assertTrue(detail.containsKey("attributes"), detail::toString);
        world().ise().feed().publish(alice.in(IseSession.DISCONNECTED, Instant.now()));
    }

    @Test
    default void pagesThroughEveryListWithoutGapOrRepetition() {
        for (String list : List.of("sessions", "devices", "users")) {
            Set<String> seen = new HashSet<>();
            String path = "/api/v1/" + list + "?limit=7";
            String cursor = "";
            int pages = 0;
            do {
                JsonObject page = world().viewer()
                        .get(path + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)))
                        .expect(200)
                        .json();
                for (JsonObject item : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                    String key = item.getString(list.equals("devices") ? "mac" : "id");
                    assertTrue(seen.add(key), () -> list + " repeats " + key);
                }
                cursor = page.getString("nextCursor", "");
                pages++;
            } while (!cursor.isEmpty() && pages < 200);
            assertTrue(pages > 1 && pages < 200, list + " has " + pages + " pages");
            assertTrue(seen.size() > 7, list + " has " + seen.size() + " rows");
        }
    }

    @Test
    default void sortsByAnyColumn() {
        List<String> macs = items(world().viewer().get("/api/v1/devices?sort=-mac&limit=1000")).stream()
                .map(device -> device.getString("mac"))
                .toList();
        assertFalse(macs.isEmpty());
        assertEquals(macs.stream().sorted((a, b) -> b.compareTo(a)).toList(), macs);
    }

    @Test
    default void leadsFromADeviceAndAUserToTheirSessions() {
        JsonObject device = items(world().viewer().get("/api/v1/devices?limit=1&liveSessions=1"))
                .get(0);
        String mac = device.getString("mac");
        String cisco = mac.replace(":", "").toLowerCase(java.util.Locale.ROOT).replaceAll("(....)(?=.)", "$1.");
        assertEquals(
                mac,
                world().viewer()
                        .get("/api/v1/devices/" + cisco)
                        .expect(200)
                        .json()
                        .getString("mac"));
        assertFalse(items(world().viewer().get("/api/v1/devices/" + mac + "/sessions"))
                .isEmpty());
        JsonObject user =
                items(world().viewer().get("/api/v1/users?limit=1&online=true")).get(0);
        String id = user.getString("id");
        assertFalse(
                items(world().viewer().get("/api/v1/users/" + id + "/sessions")).isEmpty());
        assertFalse(
                items(world().viewer().get("/api/v1/users/" + id + "/devices")).isEmpty());
    }

    @Test
    default void countsFacetsOfTheSameSessions() {
        JsonObject facets = world().viewer()
                .get("/api/v1/sessions/facets?fields=state&live=true")
                .expect(200)
                .json();
        long counted = facets.getJsonObject("facets").getJsonArray("state").getValuesAs(JsonObject.class).stream()
                .mapToLong(value -> value.getInt("count"))
                .sum();
        assertEquals(facets.getInt("total"), counted, facets::toString);
    }

    @Test
    default void countsFacetsOfDevicesAndUsers() {
        for (String path : List.of("devices/facets?fields=online&online=true", "users/facets?fields=kind")) {
            JsonObject facets =
                    world().viewer().get("/api/v1/" + path).expect(200).json();
            String field = path.replaceFirst(".*fields=", "").replaceFirst("&.*", "");
            long counted = facets.getJsonObject("facets").getJsonArray(field).getValuesAs(JsonObject.class).stream()
                    .mapToLong(value -> value.getInt("count"))
                    .sum();
            assertTrue(counted > 0, facets::toString);
            assertEquals(facets.getInt("total"), counted, facets::toString);
        }
        for (String list : List.of("devices", "users")) {
            assertEquals(
                    ListContract.facetNames(world().viewer().get("/api/v1/" + list + "/facets")),
                    list.equals("devices")
                            ? Set.of("online", "sgtName", "profile", "nasIp", "authMethod")
                            : Set.of("online", "kind", "realm"));
            Contract.assertProblem(
                    400, "invalid-parameter", world().viewer().get("/api/v1/" + list + "/facets?fields=colour"));
        }
    }

    private static Set<String> facetNames(Answer answer) {
        return answer.expect(200).json().getJsonObject("facets").keySet();
    }

    @Test
    default void namesWhatIsWrongWithAListRequest() {
        String cursor = world().viewer()
                .get("/api/v1/sessions?limit=2")
                .expect(200)
                .json()
                .getString("nextCursor");
        Stream<String[]> cases = Stream.of(
                new String[] {"colour=red", "invalid-parameter"},
                new String[] {"limit=0", "invalid-parameter"},
                new String[] {"limit=1001", "invalid-parameter"},
                new String[] {"limit=ten", "invalid-parameter"},
                new String[] {"sort=colour", "invalid-parameter"},
                new String[] {"filter=" + encoded("mac eq"), "invalid-filter"},
                new String[] {"filter=" + encoded("((mac pr)"), "invalid-filter"},
                new String[] {"filter=" + encoded("mac eq \"'; drop table session; --\""), "invalid-filter"},
                new String[] {"cursor=bm9uc2Vuc2U", "invalid-cursor"},
                new String[] {"sort=mac&cursor=" + encoded(cursor), "invalid-cursor"});
        assertAll(cases.map(bad ->
                () -> Contract.assertProblem(400, bad[1], world().viewer().get("/api/v1/sessions?" + bad[0]))));
    }
}
