package clarion.pxgrid.life;

import static clarion.pxgrid.life.Campaign.mac;
import static clarion.pxgrid.life.Campaign.session;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.sessions.SessionState;
import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.ConnectorStatus.State;
import clarion.pxgrid.Topic;
import clarion.simulator.control.AccountState;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.sessions.IseSession;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way up, the stream, and every way in which it can be disturbed, against the simulator. */
@Timeout(120)
class LiveStreamTest {

    /** After the simulator's start, so that its journal reaches back to it. */
    private final Instant t0 = Instant.now().plusSeconds(120);

    @TempDir
    static Path directory;

    @Test
    @Tag("pxgrid-19")
    void goesAllTheWayUpAndThenFollowsEvents() {
        try (Campaign campaign = new Campaign(directory)) {
            for (int i = 0; i < 120; i++) {
                campaign.ise.sessions().apply(session(i, t0));
            }
            campaign.startAndAwaitLive();
            campaign.awaitEqual();
            campaign.await("security groups", () -> campaign.listener.recordCount() > 0);
            assertEquals(50, campaign.listener.largestBatch());

            campaign.ise.feed().publish(session(500, t0.plusSeconds(1)));
            campaign.awaitStored(mac(500));
            campaign.await("commit", () -> campaign.status().lagMillis() != null);
            ConnectorStatus status = campaign.status();
            assertNull(status.staleSince());
            assertNull(status.problem());
            assertEquals("~ise-pubsub-ise1", status.node());
            assertEquals(
                    t0.plusSeconds(1).toEpochMilli(),
                    requireNonNull(status.lastEventAt()).toEpochMilli());
            assertTrue(requireNonNull(status.certificate()).subject().contains("CN="));
        }
    }

    @Test
    @Tag("pxgrid-17")
    void losesNothingWhenTheLineDrops() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            for (int drop = 0; drop < 20; drop++) {
                campaign.ise.pubSub().dropConnections();
                campaign.ise.feed().publish(session(100 + drop, t0.plusSeconds(10 + drop)));
                campaign.ise
                        .feed()
                        .publish(session(100 + drop, t0.plusSeconds(10 + drop))
                                .in(IseSession.DISCONNECTED, t0.plusSeconds(11 + drop)));
                campaign.ise.feed().publish(session(200 + drop, t0.plusSeconds(12 + drop)));
                int number = drop;
                campaign.await("reconnect", () -> campaign.status().counters().reconnects() > number);
                campaign.awaitLive();
            }
            campaign.awaitEqual();
            assertEquals(0, campaign.listener.quarantinedCount());
            assertEquals(1, campaign.ise.pubSub().connections());
            assertNull(campaign.status().staleSince());
        }
    }

    @Test
    @Tag("pxgrid-37")
    void saysSinceWhenTheDataIsStaleWhileIseIsDown() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            Instant before = Instant.now();
            campaign.ise.closePorts();
            campaign.awaitProblem("CLARION-PXG-001");
            ConnectorStatus down = campaign.status();
            assertNotNull(down.staleSince());
            assertTrue(down.staleSince().isBefore(before.plusSeconds(2)), () -> down.toString());
            campaign.ise.openPorts();
            campaign.awaitLive();
            assertNull(campaign.status().staleSince());
        }
    }

    @Test
    @Tag("pxgrid-20")
    @Tag("pxgrid-22")
    void fetchesEverythingAnewFromAnIseThatCountsFromTheStart() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.ise.feed().publish(session(2, t0));
            campaign.awaitStored(mac(2));
            int before = campaign.listener.snapshotCount();
            campaign.ise.pubSub().dropConnections();
            campaign.ise.sessions().remove(session(1, t0).key());
            campaign.ise.feed().restart();
            campaign.await("reconnect", () -> campaign.status().counters().reconnects() > 0);
            campaign.awaitLive();
            campaign.ise.feed().publish(session(3, t0.plusSeconds(5)));
            campaign.await("full download", () -> campaign.listener.snapshotCount() > before);
            campaign.awaitEqual();
        }
    }

    @Test
    @Tag("pxgrid-22")
    void recoversAGapWithOneCall() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            campaign.ise.feed().loseMessages(3);
            for (int i = 10; i < 13; i++) {
                campaign.ise.feed().publish(session(i, t0.plusSeconds(i)));
            }
            campaign.ise.feed().publish(session(20, t0.plusSeconds(20)));
            campaign.awaitEqual();
            campaign.awaitLive();
            assertEquals(1, campaign.ise.faults().calls("getSessionsForRecovery"));
            assertEquals(1, campaign.listener.snapshotCount());
        }
    }

    @Test
    @Tag("pxgrid-22")
    void downloadsAllWhenIseCannotRecover() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            campaign.ise.faults().answer("getSessionsForRecovery", 404);
            campaign.ise.feed().loseMessages(1);
            campaign.ise.feed().publish(session(2, t0.plusSeconds(1)));
            campaign.ise.feed().publish(session(3, t0.plusSeconds(2)));
            campaign.awaitEqual();
            campaign.await("second download", () -> campaign.listener.snapshotCount() == 2);
        }
    }

    @Test
    @Tag("pxgrid-22")
    void seesNoGapsWhereThereAreNoNumbers() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.feed().numbered(false);
            campaign.startAndAwaitLive();
            for (int i = 0; i < 5; i++) {
                campaign.ise.feed().publish(session(i, t0.plusSeconds(i)));
            }
            campaign.awaitEqual();
            assertEquals(0, campaign.ise.faults().calls("getSessionsForRecovery"));
            assertEquals(1, campaign.ise.faults().calls("getSessions"));
        }
    }

    @Test
    @Tag("pxgrid-19")
    @Tag("pxgrid-26")
    void letsAnEventDuringTheDownloadWinByItsTime() throws Exception {
        CountDownLatch firstPage = new CountDownLatch(1);
        CountDownLatch published = new CountDownLatch(1);
        try (Campaign campaign = new Campaign(directory)) {
            for (int i = 0; i < 200; i++) {
                campaign.ise.sessions().apply(session(i, t0).with("endpointProfile", "from bulk"));
            }
            campaign.listener.beforeBatch(() -> {
                firstPage.countDown();
                awaitQuietly(published);
            });
            campaign.start();
            assertTrue(firstPage.await(60, TimeUnit.SECONDS));
            StringJoiner events = new StringJoiner(",", "{\"sessions\":[", "]}");
            for (int i = 0; i < 200; i++) {
                events.add("{\"timestamp\":\"" + t0.plusSeconds(i % 2 == 0 ? 1 : -1) + "\",\"state\":\"STARTED\","
                        + "\"macAddress\":\"" + mac(i) + "\",\"endpointProfile\":\"from event\"}");
            }
            campaign.ise.feed().publishRaw(events.toString()); // the directory, being downloaded, does not change
            campaign.ise.feed().publish(session(7, t0).in(IseSession.DISCONNECTED, t0.plusSeconds(2)));
            published.countDown();
            campaign.awaitLive();
            campaign.await(
                    "the last event",
                    () -> campaign.listener
                            .find(mac(7))
                            .map(report -> report.state().equals(SessionState.DISCONNECTED))
                            .orElse(false));
            for (int i = 0; i < 200; i++) {
                if (i != 7) {
                    String expected = i % 2 == 0 ? "from event" : "from bulk";
                    assertEquals(
                            Optional.of(expected),
                            campaign.listener.find(mac(i)).map(report -> report.endpointProfile()),
                            "session " + i);
                }
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never released");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Tag("pxgrid-15")
    void noticesAPeerThatFellSilentWithoutClosing() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.faults().freeze(true);
            long frozen = System.nanoTime();
            campaign.awaitProblem("CLARION-PXG-044");
            assertTrue(System.nanoTime() - frozen < 10_000_000_000L, "two intervals of 500 ms");
            campaign.ise.feed().publish(session(9, t0));
            campaign.ise.faults().freeze(false);
            campaign.awaitLive();
            campaign.awaitStored(mac(9));
        }
    }

    @Test
    @Tag("pxgrid-01")
    @Tag("pxgrid-37")
    void waitsForApprovalAndShowsIt() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.accounts().autoApprove(false);
            campaign.start();
            campaign.await("pending", () -> campaign.status().state() == State.PENDING);
            assertEquals(
                    "CLARION-PXG-020",
                    requireNonNull(campaign.status().problem()).code());
            assertNotNull(campaign.status().nextAttemptAt());
            campaign.ise.accounts().set("clarion-test", AccountState.DISABLED);
            campaign.awaitProblem("CLARION-PXG-021");
            campaign.ise.accounts().set("clarion-test", AccountState.ENABLED);
            campaign.awaitLive();
            assertNull(campaign.status().problem());
        }
    }

    @Test
    @Tag("pxgrid-08")
    void knowsNoNameThatIseDidNotTell() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.services().setProperty(ServiceNode.SESSION, ServiceNode.SESSION_TOPIC, "/topic/renamed");
            campaign.startAndAwaitLive();
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            assertTrue(campaign.listener.positions.containsKey(Topic.SESSIONS));
        }
    }

    @Test
    @Tag("pxgrid-05")
    void retriesWhenNoServiceIsThere() {
        try (Campaign campaign = new Campaign(directory)) {
            var nodes = campaign.ise.services().lookup(ServiceNode.SESSION);
            campaign.ise.services().remove(ServiceNode.SESSION);
            campaign.start().awaitProblem("CLARION-PXG-030");
            nodes.forEach(campaign.ise.services()::add);
            campaign.awaitLive();
        }
    }

    @Test
    @Tag("pxgrid-09")
    void asksForAFreshSecretOnEveryConnection() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.accounts().rotateSecrets();
            campaign.ise.pubSub().closeConnections(1012);
            campaign.await("reconnect", () -> campaign.status().counters().reconnects() > 0);
            campaign.awaitLive();
        }
    }

    @Test
    @Tag("pxgrid-03")
    @Tag("pxgrid-14")
    void tellsErrorFramesAndRefusalsApart() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.faults().answer("AccountActivate", 403);
            campaign.ise.pubSub().fail("not authorized to subscribe");
            campaign.awaitProblem("CLARION-PXG-023");
            campaign.ise.faults().answer("AccountActivate", 401);
            campaign.awaitProblem("CLARION-PXG-022");
            campaign.ise.faults().answer("AccountActivate", 500);
            campaign.awaitProblem("CLARION-PXG-004");
            campaign.ise.faults().clear();
            campaign.awaitLive();
        }
    }

    @Test
    @Tag("pxgrid-18")
    void stopsAndStartsOnDemand() throws Exception {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.client.stop();
            campaign.await("stopped", () -> campaign.status().state() == State.STOPPED);
            campaign.await("goodbye", () -> campaign.ise.pubSub().subscriptions("/topic/com.cisco.ise.session") == 0);
            assertNotNull(campaign.status().staleSince());
            campaign.client.start();
            campaign.awaitLive();
            campaign.client.reload();
            campaign.await("reconnect", () -> campaign.status().counters().reconnects() == 2);
            campaign.awaitLive();
        }
    }
}
