package clarion.pxgrid.life;

import static clarion.pxgrid.life.Campaign.mac;
import static clarion.pxgrid.life.Campaign.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.sessions.IseSession;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a record or the database is at fault. */
@Timeout(120)
class DeliveryFaultsTest {

    private final Instant t0 = Instant.now();

    @TempDir
    static Path directory;

    @Test
    @Tag("pxgrid-31")
    void setsAPoisonedRecordAsideAndAppliesTheRestOfItsBatch() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.listener.refuse(report -> String.valueOf(report.mac()).equals(mac(13)));
            campaign.startAndAwaitLive();
            List<IseSession> batch = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                batch.add(session(i, t0.plusSeconds(i)));
            }
            campaign.ise.feed().publish(batch.toArray(IseSession[]::new));
            campaign.awaitStored(mac(39));
            campaign.await("quarantine", () -> campaign.listener.quarantinedCount() == 1);
            assertEquals(39, campaign.listener.liveKeys().size());
            assertTrue(campaign.listener.quarantined.get(0).reason().contains("value out of range"));
            assertEquals(1, campaign.status().counters().quarantined());
            assertNull(campaign.status().problem());
        }
    }

    @Test
    @Tag("pxgrid-16")
    void setsUnreadableMessagesAsideAndGoesOn() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publishRaw("{\"sessions\":[{\"state\":5},7]}");
            campaign.ise.feed().publishRaw("{\"sessions\":[{\"sta");
            campaign.ise.feed().publishRaw("");
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            campaign.await("quarantine", () -> campaign.listener.quarantinedCount() == 4);
        }
    }

    @Test
    void holdsEverythingWhileTheDatabaseIsAway() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.listener.goAway(true);
            for (int i = 0; i < 300; i++) {
                campaign.ise.feed().publish(session(i, t0.plusSeconds(i)));
            }
            campaign.awaitProblem("CLARION-PXG-060");
            assertTrue(campaign.status().staleSince() != null);
            campaign.listener.goAway(false);
            campaign.awaitEqual();
            campaign.await("all is well", () -> campaign.status().problem() == null);
            assertNull(campaign.status().staleSince());
            assertEquals(0, campaign.listener.quarantinedCount());
        }
    }

    @Test
    void waitsForTheDatabaseBeforeItConnects() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.listener.goAway(true);
            campaign.start().awaitProblem("CLARION-PXG-060");
            assertEquals(0, campaign.ise.faults().calls("AccountActivate"));
            campaign.listener.goAway(false);
            campaign.awaitLive();
        }
    }

    @Test
    @Tag("pxgrid-30")
    void readsNoFurtherThanTheQueueAllows() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.startAndAwaitLive();
            campaign.listener.goAway(true);
            List<IseSession> many = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                many.add(session(i, t0.plusSeconds(i)));
            }
            for (int i = 0; i < many.size(); i += 100) {
                campaign.ise.feed().publish(many.subList(i, i + 100).toArray(IseSession[]::new));
            }
            campaign.await("a full queue", () -> campaign.status().counters().queued() >= 1000);
            assertTrue(campaign.status().counters().queued() <= 1100, "one message above the capacity at most");
            campaign.listener.goAway(false);
            campaign.awaitEqual();
        }
    }

    @Test
    @Tag("pxgrid-13")
    void comesBackFromAMessageAboveTheLimitWithItsEvents() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            campaign.ise.feed().publish(session(2, t0.plusSeconds(1)).with("endpointProfile", "x".repeat(9 << 20)));
            campaign.await("reconnect", () -> campaign.status().counters().reconnects() > 0);
            campaign.awaitLive();
            campaign.awaitEqual();
        }
    }
}
