package clarion.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.MicroServer;
import clarion.it.harness.Until;
import clarion.it.harness.World;
import clarion.simulator.sessions.IseSession;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What breaks in real life, and how Clarion comes back; on Payara Micro, each fault after the recovery of the last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private @Nullable World started;

    @BeforeAll
    void start() {
        started = World.start(
                "world-faults",
                campus -> campus.devices(200).eventRate(5).seed(11),
                settings -> new MicroServer("faults", settings));
    }

    @AfterAll
    void stop() {
        if (started != null) {
            started.close();
        }
    }

    private World world() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    @Test
    @Order(1)
    void saysWithin15SecondsSinceWhenItHasNotHeardFromIse() {
        world().ise()
                .feed()
                .publish(IseSession.started(Instant.now(), "02:00:5E:20:00:00").with("auditSessionId", "goes-unseen"));
        world().awaitSameSessions(RECOVERY);
        Instant cut = Instant.now();
        world().ise().closePorts();
        JsonObject connector = Until.holds(
                "the status says since when the data is stale",
                Duration.ofSeconds(15),
                () -> world().status().getJsonObject("connector"),
                status -> status.containsKey("staleSince"));
        assertNotEquals("LIVE", connector.getString("state"));
        Instant since = Instant.parse(connector.getString("staleSince"));
        assertTrue(
                since.isAfter(cut.minusSeconds(15))
                        && since.isBefore(Instant.now().plusSeconds(1)),
                () -> "cut at " + cut + ", stale since " + since);
        JsonObject problem = connector.getJsonObject("problem");
        assertTrue(problem.getString("code").matches("CLARION-PXG-\\d{3}"), problem::toString);
        assertTrue(
                !problem.getString("what").isBlank()
                        && !problem.getString("action").isBlank(),
                problem::toString);
        JsonObject health = world().anonymous().get("/api/health").expect(200).json();
        assertEquals("DEGRADED", health.getString("status"), "ISE trouble does not take Clarion out of service");
        assertEquals(200, world().anonymous().get("/health/ready").status());
    }

    @Test
    @Order(2)
    void catchesUpWithEverythingThatHappenedMeanwhile() {
        IseSession unseen =
                IseSession.started(Instant.now(), "02:00:5E:20:00:01").with("auditSessionId", "meanwhile");
        world().ise().feed().add(unseen);
        IseSession left =
                IseSession.started(Instant.now(), "02:00:5E:20:00:04").with("auditSessionId", "came-and-went");
        world().ise().feed().add(left);
        world().ise().feed().add(left.in(IseSession.DISCONNECTED, Instant.now()));
        world().ise().openPorts();
        world().awaitConnector("LIVE", RECOVERY);
        world().awaitSameSessions(RECOVERY);
        assertTrue(world().liveSessions().contains("meanwhile"));
        assertTrue(!world().liveSessions().contains("came-and-went"));
    }

    @Test
    @Order(3)
    void setsAMessageThatMakesNoSenseAsideAndAppliesTheRest() {
        int before = quarantined();
        world().ise().feed().publishRaw("{\"sessions\": [{\"state\": \"STARTED\", ");
        world().ise().feed().publishRaw("{\"sequence\": \"x\", \"sessions\": 12}");
        IseSession good = IseSession.started(Instant.now(), "02:00:5E:20:00:02").with("auditSessionId", "after-poison");
        IseSession odd = IseSession.started(Instant.now(), "not a MAC address")
                .with("auditSessionId", "odd")
                .with("nasIpAddress", "999.1.1.1\u0000");
        world().ise().feed().publish(odd, good);
        world().ise().sessions().remove("odd");
        Until.isTrue(
                "the good one is there",
                Duration.ofSeconds(30),
                () -> world().liveSessions().contains("after-poison"));
        Until.isTrue("the bad ones are set aside", Duration.ofSeconds(30), () -> quarantined() >= before + 2);
        assertEquals("LIVE", world().status().getJsonObject("connector").getString("state"));
        assertTrue(world().administrator()
                        .get("/api/v1/connectors/pxgrid/quarantine")
                        .expect(200)
                        .json()
                        .getInt("total")
                >= before + 2);
    }

    @Test
    @Order(4)
    void answers503WhileTheDatabaseIsAwayAndRecoversByItself() {
        world().postgres().stop();
        Until.isTrue(
                "health is DOWN",
                Duration.ofSeconds(30),
                () -> world().anonymous().get("/api/health").status() == 503);
        Contract.assertProblem(503, "database-unavailable", world().viewer().get("/api/v1/sessions"));
        assertEquals(503, world().anonymous().get("/health/ready").status());
        assertEquals(200, world().anonymous().get("/health/live").status(), "a restart would not help");
        assertEquals(200, world().anonymous().get("/health/started").status(), "a restart would not help");
        String metrics = world().anonymous()
                .withToken(World.METRICS_KEY)
                .get("/metrics")
                .expect(200)
                .body();
        assertTrue(metrics.contains("clarion_database_up 0"), metrics);
        world().postgres().start();
        Until.isTrue(
                "health is UP again",
                RECOVERY,
                () -> world().anonymous().get("/api/health").status() == 200);
        world().awaitConnector("LIVE", RECOVERY);
        world().awaitSameSessions(RECOVERY);
    }

    @Test
    @Order(5)
    void survivesAKillWithItsDataAndWithoutDuplicates() {
        long history = world().postgres().count("SELECT count(*) FROM session");
        world().clarion().kill();
        world().ise().sessions().remove("goes-unseen");
        world().ise()
                .feed()
                .add(IseSession.started(Instant.now(), "02:00:5E:20:00:03").with("auditSessionId", "while-dead"));
        world().clarion().start();
        world().awaitConnector("LIVE", RECOVERY);
        Until.isTrue(
                "what happened meanwhile is there",
                RECOVERY,
                () -> world().liveSessions().contains("while-dead"));
        world().administrator().post("/api/v1/connectors/pxgrid/reconcile", "").expect(202);
        world().awaitSameSessions(RECOVERY);
        assertTrue(!world().liveSessions().contains("goes-unseen"), "no event told of its end; the comparison did");
        assertTrue(world().postgres().count("SELECT count(*) FROM session") >= history);
        assertEquals(
                0,
                world().postgres()
                        .count("SELECT count(*) FROM (SELECT session_key, started_at FROM session"
                                + " GROUP BY session_key, started_at HAVING count(*) > 1) twice"));
        assertEquals(
                0,
                world().postgres()
                        .count("SELECT count(*) FROM (SELECT session_key FROM session WHERE live"
                                + " GROUP BY session_key HAVING count(*) > 1) twice"));
    }

    private int quarantined() {
        return world().status().getJsonObject("data").getInt("quarantined");
    }
}
