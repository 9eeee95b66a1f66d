package clarion.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Answer;
import clarion.it.harness.Until;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How completely ISE was heard, what it said beside sessions, and who may ask. */
interface LedgerContract extends Contract {

    String PXGRID = "/api/v1/connectors/pxgrid";

    @Test
    default void accountsForEverythingThatCameByTopic() {
        JsonObject ledger = world().viewer().get(PXGRID + "/ledger").expect(200).json();
        assertTrue(ledger.getJsonNumber("liveSessions").longValue() > 0, ledger::toString);
        List<JsonObject> topics = ledger.getJsonArray("topics").getValuesAs(JsonObject.class);
        assertEquals(13, topics.size(), ledger::toString);
        assertAll(topics.stream()
                .map(topic -> () -> assertEquals(
                        topic.getInt("received"),
                        Stream.of("applied", "duplicates", "superseded", "quarantined")
                                .mapToInt(topic::getInt)
                                .sum(),
                        topic::toString)));
        JsonObject sessions = topics.get(0);
        assertEquals("sessions", sessions.getString("topic"));
        assertTrue(sessions.getInt("applied") > 0, sessions::toString);
        String metrics = world().viewer().get("/metrics").expect(200).body();
        assertTrue(metrics.contains("clarion_pxgrid_received_total{topic=\"sessions\"} "), metrics);
        assertTrue(metrics.contains("clarion_pxgrid_connected "), metrics);
    }

    @Test
    default void saysWhatTheConnectionIsMadeOfAndWhenItIsHeldAgainstIse() {
        JsonObject connection = world().viewer().get(PXGRID).expect(200).json();
        assertTrue(connection.containsKey("controllers") && connection.containsKey("topics"), connection::toString);
        JsonObject reconcile = connection.getJsonObject("reconcile");
        assertEquals("03:00", reconcile.getString("schedule"), reconcile::toString);
        assertTrue(reconcile.getString("next").endsWith("T03:00:00Z"), reconcile::toString);
        assertFalse(reconcile.isNull("running"), reconcile::toString);
    }

    @Test
    default void comparesWithIseWhenAskedAndRemembersIt() {
        String latest = PXGRID + "/reconciles?topic=sessions&reason=REQUESTED&limit=1";
        world().administrator().post(PXGRID + "/reconcile", "").expect(202);
        JsonObject found = Until.holds(
                        "the comparison has ended",
                        Duration.ofSeconds(60),
                        () -> ListContract.items(world().viewer().get(latest)),
                        rows -> rows.size() == 1 && rows.get(0).containsKey("completedAt"))
                .get(0);
        assertTrue(found.getInt("seen") > 0, found::toString);
        assertEquals(0, found.getInt("missing"), found::toString);
        assertEquals(0, found.getInt("different"), found::toString);
    }

    @Test
    default void listsEveryTopicAsJsonAndAsCsv() {
        for (String list : List.of(
                "groups",
                "groups/acls",
                "groups/virtual-networks",
                "groups/bindings",
                "policy/cells",
                "policy/downloads",
                "devices/failures",
                "devices/quarantined",
                "devices/profiles",
                "devices/endpoints",
                "devices/assets",
                "connectors/pxgrid/gaps",
                "connectors/pxgrid/reconciles",
                "flows/exporters")) {
            String path = "/api/v1/" + list;
            assertTrue(
                    world().viewer().get(path + "?limit=2").expect(200).json().containsKey("total"), list);
            Answer csv = world().viewer().get(path, "text/csv").expect(200);
            assertEquals("text/csv", csv.mediaType(), list);
            Contract.assertProblem(400, "invalid-parameter", world().viewer().get(path + "?colour=red"));
            Contract.assertProblem(401, "unauthenticated", world().anonymous().get(path));
        }
    }

    @Test
    default void letsAViewerLookButNotAsk() {
        assertAll(
                () -> Contract.assertProblem(403, "forbidden", world().viewer().post(PXGRID + "/reconcile", "")),
                () -> Contract.assertProblem(
                        401, "unauthenticated", world().anonymous().get(PXGRID + "/ledger")),
                () -> Contract.assertProblem(
                        401, "unauthenticated", world().anonymous().post(PXGRID + "/reconcile", "")));
    }
}
