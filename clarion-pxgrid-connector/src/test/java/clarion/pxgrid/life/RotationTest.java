package clarion.pxgrid.life;

import static clarion.pxgrid.life.Campaign.mac;
import static clarion.pxgrid.life.Campaign.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.ConnectorStatus.Certificate;
import clarion.pxgrid.ConnectorStatus.State;
import clarion.pxgrid.settings.PxGridSettings.Stores;
import clarion.pxgrid.tls.PemFolder;
import clarion.simulator.IseSimulator;
import clarion.simulator.pki.Identity;
import clarion.simulator.pki.Issuer;
import clarion.simulator.pki.Pki;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Certificates change under a connection that lives; no event is lost, and a bad one changes nothing. */
@Timeout(120)
class RotationTest {

    @TempDir
    Path directory;

    private Issuer issuer;
    private PemFolder folder;

    @BeforeEach
    void mount() throws Exception {
        Pki pki = Pki.open(
                directory.resolve("pki"),
                List.of(IseSimulator.FQDN, "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"),
                Clock.systemUTC());
        issuer = pki.issuer(Clock.systemUTC());
        folder = new PemFolder(directory.resolve("pem"));
        swap(issuer.client("first"));
    }

    private void swap(Identity identity) throws IOException {
        folder.swap(identity, identity, issuer.authority().certificate());
    }

    private Campaign live() {
        return new Campaign(
                        directory,
                        settings -> settings.withStores(new Stores(null, null, null, null, folder.path(), null)))
                .startAndAwaitLive();
    }

    private static Certificate shown(Campaign campaign) {
        return Objects.requireNonNull(campaign.status().certificate());
    }

    @Test
    @Tag("pxgrid-34")
    void takesUpSwappedCertificatesWhileEventsComeAndLosesNone() throws Exception {
        try (Campaign campaign = live()) {
            int number = 0;
            int renewals = 0;
            for (String name : List.of("second", "third")) {
                swap(issuer.client(name));
                renewals++;
                Instant until = Instant.now().plusSeconds(60);
                while (campaign.status().counters().reconnects() < renewals
                        || campaign.status().state() != State.LIVE) {
                    assertTrue(Instant.now().isBefore(until), () -> "not taken up: " + campaign.status());
                    campaign.ise.feed().publish(session(++number, Instant.now()));
                    LockSupport.parkNanos(20_000_000);
                }
            }
            assertTrue(shown(campaign).subject().contains("third"));
            campaign.ise.feed().publish(session(++number, Instant.now()));
            campaign.awaitStored(mac(number));
            campaign.awaitEqual();
            assertEquals(2, campaign.status().counters().reconnects(), "one connection for each certificate");
        }
    }

    @Test
    @Tag("pxgrid-34")
    void keepsTheConnectionWhenTheNewKeyIsOfAnotherCertificateOrIseRefusesTheNewOne() throws Exception {
        try (Campaign campaign = live()) {
            folder.swap(
                    issuer.client("second"),
                    issuer.client("third"),
                    issuer.authority().certificate());
            awaitCertificateProblem(campaign, "CLARION-PXG-086");
            swap(issuer.stranger().client("stranger"));
            awaitCertificateProblem(campaign, "CLARION-PXG-013");
            assertEquals(State.LIVE, campaign.status().state());
            assertEquals(0, campaign.status().counters().reconnects(), "the connection was never given up");
            assertTrue(shown(campaign).subject().contains("first"));
            swap(issuer.client("fourth"));
            campaign.await("the good one", () -> shown(campaign).subject().contains("fourth"));
            campaign.awaitLive();
        }
    }

    private static void awaitCertificateProblem(Campaign campaign, String code) {
        campaign.await(code, () -> {
            var problem = shown(campaign).problem();
            return problem != null && problem.code().equals(code);
        });
    }
}
