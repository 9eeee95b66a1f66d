package clarion.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Answer;
import clarion.it.harness.Api;
import clarion.it.harness.Cluster;
import clarion.it.harness.EventStream;
import clarion.it.harness.Until;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two API replicas and two processes for the connection to ISE, as one Clarion. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

    private static final Duration SECONDS = Duration.ofSeconds(20);

    private Cluster cluster;

    @BeforeAll
    void start() {
        cluster = Cluster.start(
                "cluster", 2, 2, campus -> campus.sessions(500).devices(20).eventRate(0));
    }

    @AfterAll
    void end() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void everyReplicaKnowsWhoLeadsWhoStandsByAndHowItIsDoing() {
        for (int replica = 0; replica < cluster.replicas(); replica++) {
            JsonObject connector = cluster.connector(replica);
            assertEquals("LIVE", connector.getString("state"));
            assertEquals(1, connector.getJsonObject("leader").getInt("epoch"));
            List<Boolean> leads = connector.getJsonArray("members").getValuesAs(JsonObject.class).stream()
                    .map(member -> member.getBoolean("leads"))
                    .sorted()
                    .toList();
            assertEquals(List.of(false, true), leads);
            JsonObject status =
                    cluster.at(replica).get("/api/v1/status").expect(200).json();
            assertEquals("api", status.getString("role"));
            assertFalse(status.getJsonObject("connector").containsKey("staleSince"));
        }
    }

    @Test
    @Order(2)
    void aProcessWithTheConnectionServesNoApiAndNobodyWithoutTheKey() {
        for (Cluster.Connector connector : cluster.connectors()) {
            Api anyone = Api.anonymous(connector.server().base());
            Answer api = anyone.get("/api/v1/status").expect(404);
            assertTrue(api.json().getString("detail").contains("clarion.role"), api.json()::toString);
            anyone.get("/").expect(404);
            anyone.get("/openapi").expect(404);
            anyone.get("/health/live").expect(200);
            anyone.get("/health/ready").expect(200);
            anyone.get("/health/started").expect(200);
            anyone.get("/api/health").expect(200);
            anyone.get("/metrics").expect(401);
            anyone.get("/internal/connector/status").expect(401);
            anyone.withToken("wrong").get("/internal/connector/status").expect(401);
            anyone.post("/internal/connector/stop", "").expect(401);
            Api peer = anyone.withToken(Cluster.KEY);
            boolean leads = connector.equals(cluster.leader());
            JsonObject answer =
                    peer.get("/internal/connector/status").expect(200).json();
            assertEquals(leads, answer.getBoolean("leads"));
            assertEquals(
                    leads ? "LIVE" : "STANDBY", answer.getJsonObject("status").getString("state"));
            assertTrue(peer.get("/metrics").expect(200).body().contains("clarion_pxgrid_state"));
            if (!leads) {
                peer.post("/internal/connector/reload", "").expect(503);
            }
        }
        cluster.at(0).get("/internal/connector/status").expect(404);
    }

    @Test
    @Order(3)
    void aBatchIsHeardAtEveryReplicaAndAReplicaTakesNoIdForItsOwnThatAnotherGave() throws Exception {
        try (EventStream first = EventStream.open(cluster.at(0));
                EventStream second = EventStream.open(cluster.at(1))) {
            cluster.ise().bursts().start(50, 0, 5).await();
            JsonObject here = first.await(
                    "sessions", SECONDS, data -> !data.getJsonArray("ids").isEmpty());
            JsonObject there = second.await(
                    "sessions", SECONDS, data -> !data.getJsonArray("ids").isEmpty());
            assertEquals(
                    here.getJsonArray("ids").get(0), there.getJsonArray("ids").get(0));
        }
        try (EventStream moved = EventStream.open(cluster.at(1).with("Last-Event-ID", "3-another"))) {
            assertEquals(
                    "events-lost", moved.await("reset", SECONDS, data -> true).getString("reason"));
        }
    }

    @Test
    @Order(4)
    void anyReplicaSteersTheConnectorAndTestsTheWayToIse() {
        cluster.at(1).post("/api/v1/connectors/pxgrid/stop", "").expect(202);
        cluster.awaitState(0, "STOPPED", SECONDS);
        cluster.at(0).post("/api/v1/connectors/pxgrid/start", "").expect(202);
        cluster.awaitLive(SECONDS);
        cluster.at(1).post("/api/v1/connectors/pxgrid/reload", "").expect(202);
        cluster.awaitLive(SECONDS);
        cluster.at(0).post("/api/v1/connectors/pxgrid/reconcile", "").expect(202);
        JsonObject report = cluster.at(1)
                .post("/api/v1/connectors/pxgrid/test", "{}")
                .expect(200)
                .json();
        assertEquals("PASSED", report.getString("outcome"), report::toString);
        cluster.at(1)
                .post("/api/v1/connectors/pxgrid/test", "{\"controllers\":[]}")
                .expect(400);
    }

    @Test
    @Order(5)
    void aConnectorThatWasStoppedStaysSoWhenAnotherProcessTakesOver() {
        Cluster.Connector leader = cluster.leader();
        cluster.at(0).post("/api/v1/connectors/pxgrid/stop", "").expect(202);
        cluster.awaitState(1, "STOPPED", SECONDS);
        long epoch = cluster.connector(1).getJsonObject("leader").getInt("epoch");
        leader.server().kill();
        Until.holds(
                "the other process leads, and is stopped",
                SECONDS,
                () -> cluster.connector(1),
                now -> now.getJsonObject("leader").getInt("epoch") > epoch
                        && now.getString("state").equals("STOPPED"));
        leader.server().start();
        cluster.at(1).post("/api/v1/connectors/pxgrid/start", "").expect(202);
        cluster.awaitLive(SECONDS);
    }

    @Test
    @Order(6)
    void readsGoOnWithoutAnyConnectorAndTheStateIsHonest() {
        cluster.connectors().forEach(connector -> connector.server().kill());
        JsonObject unknown = cluster.awaitState(0, "UNKNOWN", SECONDS);
        assertTrue(unknown.containsKey("staleSince"), unknown::toString);
        assertEquals("CLARION-PXG-062", unknown.getJsonObject("problem").getString("code"));
        assertEquals(
                "DEGRADED", cluster.at(0).get("/api/health").expect(200).json().getString("status"));
        cluster.at(1).get("/api/v1/sessions?limit=1").expect(200);
        cluster.at(1).post("/api/v1/connectors/pxgrid/reload", "").expect(503);
        cluster.connectors().forEach(connector -> connector.server().start());
        cluster.awaitLive(Duration.ofSeconds(60));
    }

    @Test
    @Order(7)
    void aDatabaseThatHangsCostsSecondsAndNotTheReplica() throws Exception {
        try {
            long millisUnderWay = hangWhileARequestIsUnderWay();
            assertTrue(millisUnderWay < 15_000, "a request under way waited " + millisUnderWay + " ms");
            for (int i = 0; i < 5; i++) {
                long begun = System.nanoTime();
                Answer answer = cluster.at(0).get("/api/v1/sessions?limit=1").expect(503);
                long millis = (System.nanoTime() - begun) / 1_000_000;
                assertEquals("application/problem+json", answer.mediaType());
                assertTrue(millis < 8_000, "an error took " + millis + " ms");
                cluster.at(0).get("/health/live").expect(200);
            }
        } finally {
            cluster.postgres().resume();
        }
        Until.isTrue(
                "the replica serves again by itself",
                Duration.ofSeconds(45),
                () -> cluster.at(0).get("/api/v1/sessions?limit=1").status() == 200);
        cluster.awaitLive(Duration.ofSeconds(60));
    }

    /** Pauses the database while a request waits for it, and returns how long that takes to get its error. */
    private long hangWhileARequestIsUnderWay() throws Exception {
        try (Connection connection = cluster.postgres().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table session in access exclusive mode");
            CompletableFuture<Integer> request = CompletableFuture.supplyAsync(
                    () -> cluster.at(0).get("/api/v1/sessions?limit=1").status());
            Until.isTrue(
                    "the request waits for the table",
                    SECONDS,
                    () -> cluster.postgres().count("select count(*) from pg_locks where not granted") > 0);
            cluster.postgres().pause();
            long begun = System.nanoTime();
            assertEquals(503, request.get(60, TimeUnit.SECONDS));
            return (System.nanoTime() - begun) / 1_000_000;
        }
    }
}
