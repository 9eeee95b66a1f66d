package clarion.pxgrid.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.ConnectorStatus.State;
import clarion.pxgrid.settings.MapConfig;
import clarion.pxgrid.settings.PxGridSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StandbyTest {

    @TempDir
    Path directory;

    @Test
    void doesNothingUntilItLeads() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.client.standBy("b leads.", false);
            campaign.start();
            assertEquals(State.STANDBY, campaign.status().state());
            assertEquals("b leads.", campaign.status().why());
            assertEquals(0, campaign.ise.faults().calls("AccountActivate"));
            campaign.client.lead(true);
            campaign.awaitLive();
        }
    }

    @Test
    void handsOverToAnotherProcessWhichGoesOnFromWhatIsStored() throws InterruptedException {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            PxGridClient second = campaign.secondMember();
            second.standBy("a leads.", false);
            campaign.client.standBy("b leads.", false);
            campaign.await("standby", () -> campaign.status().state() == State.STANDBY);
            assertNull(campaign.status().staleSince());
            campaign.ise.feed().publish(Campaign.session(1, Instant.now()));
            second.lead(true);
            campaign.awaitStored(Campaign.mac(1));
            campaign.await("live", () -> second.status().state() == State.LIVE);
            second.standBy("a leads.", false);
            campaign.ise.feed().publish(Campaign.session(2, Instant.now()));
            campaign.client.lead(true);
            campaign.awaitLive();
            campaign.awaitEqual();
            second.close();
        }
    }

    @Test
    void staysStoppedWhereItLeadsAndIsNotMeantToConnect() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.client.standBy("b leads.", false);
            campaign.client.lead(false);
            assertEquals(State.STOPPED, campaign.status().state());
            campaign.startAndAwaitLive();
        }
    }

    @Test
    void saysThatNobodyCanLeadWithoutADatabase() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.client.standBy("The database does not answer.", true);
            assertEquals(State.WAITING, campaign.status().state());
            assertEquals(
                    "CLARION-PXG-060",
                    Objects.requireNonNull(campaign.status().problem()).code());
            campaign.client.standBy("b leads.", false);
            assertEquals(State.STANDBY, campaign.status().state());
            assertNull(campaign.status().problem());
        }
    }

    @Test
    void isNoCandidateWithoutAController() throws InterruptedException {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        PxGridClient client = new PxGridClient(
                () -> PxGridSettings.from(new MapConfig(Map.of())),
                new FakeListener(),
                threads,
                Clock.systemUTC(),
                new Random(1));
        client.standBy("No process leads yet.", false);
        assertFalse(client.isConfigured());
        assertEquals(State.DISABLED, client.status().state());
        client.close();
        threads.shutdownNow();
        assertTrue(threads.isShutdown());
    }
}
