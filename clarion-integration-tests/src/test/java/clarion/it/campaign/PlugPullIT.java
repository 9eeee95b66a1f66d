package clarion.it.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.MicroServer;
import clarion.it.harness.Until;
import clarion.it.harness.World;
import clarion.simulator.Bursts;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cable of the active pubsub node is pulled while ISE publishes 10,000 events a second. */
class PlugPullIT {

    private static final int SESSIONS = 20_000;
    private static final int RATE = 10_000;
    private static final int SECONDS = 12;
    private static final int MESSAGE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * The bound that was asked for: from the pull until what ISE publishes is stored again, at the full rate. What was
     * missed is fetched meanwhile; how soon that is done depends on how much more than the rate the machine can take.
     */
    private static final Duration LIVE_AGAIN = Duration.ofSeconds(10);

    @Test
    void anotherNodeTakesOverAndNothingIsLost() throws Exception {
        try (World world = World.start(
                "world-plug",
                campus -> campus.nodes(2).sessions(SESSIONS).devices(0).journalCapacity(2 * RATE * SECONDS),
                settings -> new MicroServer("plug", settings))) {
            world.awaitConnector("LIVE", PATIENCE);
            Bursts.Burst burst = world.ise().bursts().start((long) RATE * SECONDS, RATE, MESSAGE);
            Until.holds("events pour in", PATIENCE, burst::published, published -> published > 2L * RATE);
            String pulled = node(world);
            Instant pull = Instant.now();
            world.ise().nodes().silence(numberOf(pulled));
            Until.holds(
                    "another node is in use",
                    LIVE_AGAIN,
                    () -> node(world),
                    node -> !node.isEmpty() && !node.equals(pulled));
            Duration connected = Duration.between(pull, Instant.now());
            long received = counter(world, "events");
            long applied = counter(world, "applied");
            Until.isTrue(
                    "events of the other node are stored",
                    LIVE_AGAIN.minus(connected),
                    () -> counter(world, "events") > received && counter(world, "applied") > applied);
            Duration live = Duration.between(pull, Instant.now());
            burst.await();
            world.awaitConnector("LIVE", PATIENCE);
            Duration repaired = Duration.between(pull, Instant.now());
            Until.holds(
                    "Clarion holds what ISE said",
                    PATIENCE,
                    () -> Difference.ofSessions(world.ise(), world.postgres()),
                    List::isEmpty);
            System.out.printf(
                    "plug pulled at %d events/s: on another node after %d ms, live again after %d ms, nothing missing"
                            + " any more after %d ms%n",
                    RATE, connected.toMillis(), live.toMillis(), repaired.toMillis());
            assertTrue(live.compareTo(LIVE_AGAIN) <= 0, () -> "live again after " + live);
            assertGapIsTold(world);
        }
    }

    private static void assertGapIsTold(World world) {
        JsonArray gaps = world.viewer()
                .get("/api/v1/connectors/pxgrid/gaps?topic=sessions&cause=DISCONNECTED")
                .expect(200)
                .json()
                .getJsonArray("items");
        assertEquals(1, gaps.size(), gaps::toString);
        JsonObject gap = gaps.getJsonObject(0);
        assertTrue(gap.containsKey("closedAt") && gap.containsKey("how"), gap::toString);
        assertTrue(gap.getJsonNumber("fetched").longValue() > 0, gap::toString);
    }

    private static long counter(World world, String name) {
        JsonObject counters = world.status().getJsonObject("connector").getJsonObject("counters");
        return counters.getJsonNumber(name).longValue();
    }

    /** As ISE names it, or empty while there is none. */
    private static String node(World world) {
        return world.status().getJsonObject("connector").getString("node", "");
    }

    private static int numberOf(String node) {
        return Integer.parseInt(node.replaceAll("\\D", ""));
    }
}
