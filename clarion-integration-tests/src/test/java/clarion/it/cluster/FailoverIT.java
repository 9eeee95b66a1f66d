package clarion.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.campaign.Difference;
import clarion.it.harness.Api;
import clarion.it.harness.Cluster;
import clarion.it.harness.Until;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The leader dies, is paused, or is cut off from the database while events pour in. Another process must store what ISE
 * says within {@value #WITHIN_MILLIS} ms, nothing of the old one may be stored after that, and at the end Clarion must
 * hold to the letter what ISE said.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailoverIT {

    private static final long WITHIN_MILLIS = 15_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EVENTS = 7_500;
    private static final int PER_SECOND = 300;

    private Cluster cluster;

    @BeforeAll
    void start() {
        cluster = Cluster.start(
                "failover", 1, 2, campus -> campus.sessions(2_000).devices(50).eventRate(0));
    }

    @AfterAll
    void end() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void anotherProcessLeadsWhenTheLeaderIsKilled() throws Exception {
        failover(
                "kill -9",
                leader -> leader.server().kill(),
                leader -> leader.server().start());
    }

    @Test
    void anotherProcessLeadsWhenTheLeaderIsPausedAndNothingOfItIsStoredWhenItGoesOn() throws Exception {
        failover(
                "SIGSTOP",
                leader -> leader.server().pause(),
                leader -> leader.server().resume());
    }

    @Test
    void anotherProcessLeadsWhenTheLeaderIsCutOffFromTheDatabase() throws Exception {
        failover(
                "partition",
                leader -> leader.wire().cut(),
                leader -> leader.wire().mend());
    }

    @Test
    void theSameProcessGoesOnInItsTermWhenTheDatabaseRestarts() throws Exception {
        long epoch = epoch(cluster.connector(0));
        var burst = cluster.ise().bursts().start(EVENTS / 2, PER_SECOND, 20);
        cluster.postgres().kill();
        cluster.postgres().start();
        burst.await();
        awaitEqual("after a restart of the database");
        assertTrue(epoch(cluster.connector(0)) <= epoch + 1);
    }

    private void failover(String how, Consumer<Cluster.Connector> fault, Consumer<Cluster.Connector> repair)
            throws Exception {
        cluster.awaitLive(PATIENCE);
        Cluster.Connector leader = cluster.leader();
        long epoch = epoch();
        var burst = cluster.ise().bursts().start(EVENTS, PER_SECOND, 20);
        long before = stored();
        Until.isTrue("events are being stored", PATIENCE, () -> stored() > before);
        long begun = System.nanoTime();
        fault.accept(leader);
        Until.isTrue("another process leads", PATIENCE, () -> epoch() > epoch);
        long leads = millisSince(begun);
        long atTheTakeover = stored();
        Until.isTrue("another process stores", PATIENCE, () -> stored() > atTheTakeover);
        long stores = millisSince(begun);
        JsonObject live = cluster.awaitLive(PATIENCE);
        System.out.printf(
                "failover after %s: leads after %d ms, stores after %d ms, has caught up after %d ms%n",
                how, leads, stores, millisSince(begun));
        repair.accept(leader);
        burst.await();
        Until.holds(
                "the old leader stands by",
                PATIENCE,
                () -> Api.anonymous(leader.server().base())
                        .withToken(Cluster.KEY)
                        .get("/internal/connector/status")
                        .expect(200)
                        .json(),
                answer -> !answer.getBoolean("leads")
                        && answer.getJsonObject("status").getString("state").equals("STANDBY"));
        awaitEqual("after " + how);
        assertEquals(epoch(live), epoch(cluster.connector(0)), "terms begun after the failover");
        assertTrue(stores < WITHIN_MILLIS, "the failover took " + stores + " ms");
    }

    private void awaitEqual(String when) {
        cluster.awaitLive(PATIENCE);
        Until.holds(
                "Clarion holds what ISE said, " + when,
                PATIENCE,
                () -> Difference.ofSessions(cluster.ise(), cluster.postgres()),
                List::isEmpty);
        Until.holds(
                "users have as many sessions as there are, " + when,
                PATIENCE,
                () -> Difference.ofUsers(cluster.postgres()),
                List::isEmpty);
        System.out.println("difference " + when + ": 0");
    }

    private long stored() {
        return cluster.postgres().count("select coalesce(sum(applied), 0) from topic_ledger where topic = 'sessions'");
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private long epoch() {
        return cluster.postgres().count("select epoch from connector_term");
    }

    private static long epoch(JsonObject connector) {
        return connector.getJsonObject("leader").getInt("epoch");
    }
}
