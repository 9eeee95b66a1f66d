package clarion.pxgrid.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.settings.PxGridAccount;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.settings.PxGridSettings.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An account by password from its creation on, without any client certificate. */
@Timeout(120)
@Tag("pxgrid-02")
class PasswordAccountTest {

    @TempDir
    Path directory;

    private Path stored() {
        return directory.resolve("key.account");
    }

    private Campaign campaign() {
        return new Campaign(directory, this::byPassword);
    }

    private PxGridSettings byPassword(PxGridSettings settings) {
        Stores stores = settings.stores();
        return settings.withAccount(PxGridAccount.byPassword(directory.resolve("key"), null))
                .withStores(new Stores(null, null, stores.trustStore(), stores.trustStorePasswordFile()));
    }

    private static void restart(Campaign campaign) {
        Instant before = campaign.status().since();
        campaign.client.reload(); // which may be live again before anybody looks
        campaign.await("a new start", () -> !campaign.status().since().equals(before));
    }

    @Test
    void makesTheAccountOnceAndKnowsThePasswordAfterARestart() throws Exception {
        try (Campaign campaign = campaign()) {
            campaign.ise.faults().allowPasswordAccounts(true);
            campaign.startAndAwaitLive();
            assertNull(campaign.status().certificate(), "no certificate is needed");
            String kept = Files.readString(stored());
            for (int i = 0; i < 2; i++) {
                restart(campaign);
                campaign.awaitLive();
            }
            campaign.ise.faults().answer("AccountCreate", 409);
            restart(campaign);
            campaign.awaitLive();
            assertEquals(1, campaign.ise.faults().calls("AccountCreate"));
            assertEquals(kept, Files.readString(stored()));
        }
    }

    @Test
    void saysWhatToDoWhenIseHasAnAccountOfTheNameAlready() {
        try (Campaign campaign = campaign()) {
            campaign.ise.faults().allowPasswordAccounts(true);
            campaign.ise.accounts().create("clarion-test");
            campaign.start().awaitProblem("CLARION-PXG-024");
            assertTrue(String.valueOf(campaign.status().problem()).contains("Delete the client in ISE"));
            campaign.ise.accounts().delete("clarion-test");
            campaign.awaitLive();
        }
    }

    @Test
    void saysWhatToDoWhileIseMakesNoAccountsByPassword() {
        try (Campaign campaign = campaign().start()) {
            campaign.awaitProblem("CLARION-PXG-025");
            assertTrue(Files.notExists(stored()));
            assertTrue(String.valueOf(campaign.status().problem()).contains("pxGrid Services > Settings"));
            campaign.ise.faults().allowPasswordAccounts(true);
            campaign.awaitLive();
        }
    }

    @Test
    void aStoredPasswordThatIseNoLongerKnowsIsNotReplaced() throws Exception {
        try (Campaign campaign = campaign()) {
            campaign.ise.faults().allowPasswordAccounts(true);
            campaign.startAndAwaitLive();
            String kept = Files.readString(stored());
            campaign.ise.accounts().delete("clarion-test");
            campaign.ise.pubSub().dropConnections();
            campaign.awaitProblem("CLARION-PXG-022");
            assertTrue(String.valueOf(campaign.status().problem()).contains("password"));
            assertEquals(kept, Files.readString(stored()));
            assertEquals(1, campaign.ise.faults().calls("AccountCreate"));
        }
    }
}
