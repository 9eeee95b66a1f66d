package clarion.pxgrid.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.ConnectorStatus.Certificate;
import clarion.pxgrid.ConnectorStatus.Expiry;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.MapConfig;
import clarion.pxgrid.settings.PxGridAccount;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.settings.PxGridSettings.Stores;
import clarion.simulator.pki.Identity;
import clarion.simulator.pki.Issuer;
import clarion.simulator.pki.Pki;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken up, what is refused, and when the end of a certificate is announced. */
class IdentityKeeperTest {

    /** A clock that is set by hand. */
    private static final class Wall extends Clock {
        private Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TempDir
    static Path shared;

    private static Pki pki;
    private static Issuer issuer;

    @TempDir
    Path directory;

    private final Wall clock = new Wall();
    private final IdentityKeeper keeper = new IdentityKeeper(new Properties(), clock);
    private PemFolder folder;
    private PxGridSettings settings;

    @BeforeAll
    static void makePki() {
        pki = Pki.open(shared.resolve("pki"), List.of("127.0.0.1"), Clock.systemUTC());
        issuer = pki.issuer(Clock.systemUTC());
    }

    @BeforeEach
    void mount() throws Exception {
        folder = new PemFolder(directory.resolve("pem"));
        settings = with(new Stores(null, null, null, null, folder.path(), null));
        Identity first = issuer.client("first");
        swap(first, first);
    }

    private static PxGridSettings with(Stores stores) {
        return PxGridSettings.from(new MapConfig(Map.of())).withStores(stores);
    }

    private void swap(Identity certificate, Identity key) throws Exception {
        folder.swap(certificate, key, issuer.authority().certificate());
    }

    private Certificate certificate() {
        return Objects.requireNonNull(keeper.certificate());
    }

    @Test
    @Tag("pxgrid-34")
    void takesUpASwappedSecretAndShowsItsDetails() throws Exception {
        var first = keeper.identity(settings);
        assertFalse(keeper.refresh(null), "nothing has changed");
        Identity second = issuer.client("second");
        swap(second, second);
        assertTrue(keeper.refresh(null));
        assertNotEquals(first, keeper.identity(settings));
        Certificate shown = certificate();
        assertTrue(shown.subject().contains("CN=second"), shown::subject);
        assertTrue(shown.issuer().contains("CN=Simulated ISE Root CA"), shown::issuer);
        assertEquals("PEM files in " + folder.path(), shown.source());
        assertEquals(Expiry.OK, shown.expiry());
        assertTrue(shown.fingerprintSha256().matches("([0-9a-f]{2}:){31}[0-9a-f]{2}"), shown::fingerprintSha256);
        assertNull(shown.problem());
    }

    @Test
    @Tag("pxgrid-34")
    void refusesAKeyOfAnotherCertificateAndKeepsTheOneInUse() throws Exception {
        var first = keeper.identity(settings);
        swap(issuer.client("second"), issuer.client("third"));
        assertFalse(keeper.refresh(null));
        assertEquals(first, keeper.identity(settings));
        var problem = Objects.requireNonNull(certificate().problem());
        assertEquals(Fault.CLIENT_KEY_MISMATCH.code(), problem.code());
        assertTrue(problem.what().contains("CN=second") && problem.what().contains("stays in use"), problem::what);
        Identity good = issuer.client("fourth");
        swap(good, good);
        assertTrue(keeper.refresh(null));
        assertNull(certificate().problem());
    }

    @Test
    @Tag("pxgrid-34")
    void triesAHalfWrittenFileAgainUntilItIsWhole() throws Exception {
        keeper.identity(settings);
        Identity second = issuer.client("second");
        swap(second, second);
        folder.halve("client.crt");
        assertFalse(keeper.refresh(null));
        assertEquals(
                Fault.CERTIFICATE_FILE_UNREADABLE.code(),
                Objects.requireNonNull(certificate().problem()).code());
        swap(second, second);
        assertTrue(keeper.refresh(null));
        assertTrue(certificate().subject().contains("CN=second"));
    }

    @Test
    @Tag("pxgrid-34")
    void refusesACertificateThatHasExpiredOrThatIsNotYetValid() throws Exception {
        keeper.identity(settings);
        Identity expired = issuer.expiredClient("late");
        swap(expired, expired);
        assertFalse(keeper.refresh(null));
        assertEquals(
                Fault.TLS_CLIENT_EXPIRED.code(),
                Objects.requireNonNull(certificate().problem()).code());
        Identity early = issuer.client("early");
        swap(early, early);
        clock.now = clock.now.minus(Duration.ofDays(100));
        assertFalse(keeper.refresh(null));
        assertEquals(
                Fault.TLS_CLIENT_NOT_YET_VALID.code(),
                Objects.requireNonNull(certificate().problem()).code());
        clock.now = clock.now.plus(Duration.ofDays(100));
        assertTrue(keeper.refresh(null), "valid by now");
    }

    @Test
    void keepsTheIdentityInUseWhenIseWouldRefuseTheNewOne() throws Exception {
        keeper.identity(settings);
        Identity second = issuer.client("second");
        swap(second, second);
        assertFalse(keeper.refresh(candidate -> {
            throw new PxGridException(Fault.TLS_CLIENT_REJECTED, "ISE refuses it.");
        }));
        assertEquals(
                Fault.TLS_CLIENT_REJECTED.code(),
                Objects.requireNonNull(certificate().problem()).code());
        assertTrue(certificate().subject().contains("CN=first"));
        assertTrue(keeper.refresh(
                candidate -> assertTrue(String.valueOf(candidate.subject()).contains("CN=second"))));
    }

    @Test
    @Tag("pxgrid-34")
    void noticesAStoreThatWasRewrittenWithinTheSameSecondAndSize() throws Exception {
        Path store = directory.resolve("client.p12");
        FileTime then = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        issuer.client("aaaa").writePkcs12(store, "a", pki.password().toCharArray());
        Files.setLastModifiedTime(store, then);
        PxGridSettings byStore = with(new Stores(store, pki.passwordFile(), pki.trustStore(), pki.passwordFile()));
        keeper.identity(byStore);
        assertTrue(certificate().subject().contains("CN=aaaa"));
        assertEquals("key store " + store, certificate().source());
        issuer.client("bbbb").writePkcs12(store, "a", pki.password().toCharArray());
        Files.setLastModifiedTime(store, then);
        assertTrue(keeper.refresh(null));
        assertTrue(certificate().subject().contains("CN=bbbb"));
    }

    @Test
    void aPasswordAccountNeedsTheAuthoritiesOnly() throws Exception {
        Path only = Files.createDirectory(directory.resolve("only-ca"));
        Files.copy(folder.path().resolve("ca.crt"), only.resolve("ca.crt"));
        PxGridSettings byPassword = with(new Stores(null, null, null, null, only, null))
                .withAccount(PxGridAccount.byPassword(directory.resolve("key"), null));
        assertNull(keeper.identity(byPassword).subject());
        PxGridException missing = assertThrows(
                PxGridException.class, () -> keeper.identity(with(new Stores(null, null, null, null, only, null))));
        assertEquals(Fault.CERTIFICATE_FILE_MISSING, missing.fault());
        assertTrue(missing.what().contains("client.crt does not exist"), missing::what);
    }

    @Test
    @Tag("pxgrid-34")
    void warnsOnceAtThirtyFourteenAndSevenDaysAndAtTheEnd() throws Exception {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                String text = MessageFormat.format(line.getMessage(), line.getParameters());
                if (text.contains("event=certificate-expiry")) {
                    warnings.add(text);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("clarion.pxgrid.certificates");
        logger.addHandler(handler);
        try {
            Identity ending = issuer.client("ending", Duration.ofDays(60));
            Instant end = ending.certificate().getNotAfter().toInstant();
            swap(ending, ending);
            keeper.identity(settings);
            List<String> expiries = new ArrayList<>();
            for (int days = 59; days >= -1; days--) {
                clock.now = end.minus(Duration.ofDays(days)).plusSeconds(days < 0 ? 1 : 0);
                keeper.refresh(null);
                keeper.refresh(null);
                expiries.add(days + " " + certificate().expiry());
            }
            assertEquals(4, warnings.size(), warnings::toString);
            assertTrue(warnings.get(0).contains("CLARION-PXG-087")
                    && warnings.get(0).contains("DUE_30"));
            assertTrue(warnings.get(1).contains("CLARION-PXG-087")
                    && warnings.get(1).contains("DUE_14"));
            assertTrue(warnings.get(2).contains("CLARION-PXG-087")
                    && warnings.get(2).contains("DUE_7"));
            assertTrue(warnings.get(3).contains("CLARION-PXG-014")
                    && warnings.get(3).contains("CN=ending"));
            assertTrue(
                    expiries.containsAll(List.of(
                            "31 OK", "30 DUE_30", "15 DUE_30", "14 DUE_14", "8 DUE_14", "7 DUE_7", "-1 EXPIRED")),
                    expiries::toString);
            PxGridException refused = assertThrows(PxGridException.class, () -> keeper.identity(settings));
            assertEquals(Fault.TLS_CLIENT_EXPIRED, refused.fault());
        } finally {
            logger.removeHandler(handler);
        }
    }
}
