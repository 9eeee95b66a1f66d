package clarion.pxgrid.life;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.ConnectorStatus.Problem;
import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.settings.PxGridSettings.Stores;
import clarion.pxgrid.tls.TlsListener;
import clarion.simulator.IseSimulator;
import clarion.simulator.pki.Identity;
import clarion.simulator.pki.Issuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each fault of certificates and stores has its own code and names the certificate, the host or the file. */
@Timeout(120)
class TlsTest {

    @TempDir
    static Path directory;

    private static IseSimulator ise;
    private static Issuer issuer;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(12);

    @BeforeAll
    static void startIse() {
        ise = IseSimulator.builder().dataDirectory(directory).start();
        issuer = ise.pki().issuer(Clock.systemUTC());
    }

    @AfterAll
    static void stopIse() {
        ise.close();
    }

    @AfterEach
    void restore() {
        ise.presentCertificate(ise.pki().server());
        threads.shutdownNow();
    }

    private Problem problemWith(PxGridSettings settings) throws InterruptedException {
        PxGridClient client =
                new PxGridClient(() -> settings, new FakeListener(), threads, Clock.systemUTC(), new Random(1));
        client.start();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (client.status().problem() == null && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        Problem problem = Objects.requireNonNull(client.status().problem(), "no problem came up");
        client.close();
        return problem;
    }

    private static PxGridSettings usual() {
        return Campaign.settings(ise);
    }

    private static PxGridSettings at(String host, int port) {
        return usual().withControllers(List.of(new Controller(host, port)));
    }

    private static Path storeOf(Identity identity, String name) {
        Path file = directory.resolve(name);
        identity.writePkcs12(file, "client", ise.pki().password().toCharArray());
        return file;
    }

    private static PxGridSettings withKeyStore(Path keyStore) {
        return Campaign.settings(ise, new Controller("127.0.0.1", ise.pxGridPort()), keyStore);
    }

    private static void assertProblem(String code, Problem problem, String... words) {
        assertEquals(code, problem.code(), problem::toString);
        for (String word : words) {
            assertTrue(problem.what().contains(word), () -> word + " is not in: " + problem.what());
        }
    }

    @Test
    @Tag("pxgrid-33")
    void namesTheServerCertificateThatIsNotYetValid() throws Exception {
        Issuer tomorrow = ise.pki().issuer(Clock.offset(Clock.systemUTC(), Duration.ofDays(10)));
        ise.presentCertificate(tomorrow.server(List.of("127.0.0.1")));
        assertProblem("CLARION-PXG-080", problemWith(usual()), "CN=127.0.0.1", "Root CA", "is not valid before");
    }

    @Test
    @Tag("pxgrid-33")
    void namesTheCertificateOfAServerThatSpeaksNothingNewerThanTls11() throws Exception {
        Identity old = issuer.server(List.of("old-ise.corp.example"));
        try (TlsListener server = TlsListener.oldFashioned(old.certificate())) {
            assertProblem(
                    "CLARION-PXG-019", problemWith(at("127.0.0.1", server.port())), "old-ise.corp.example", "TLS 1.1");
        }
    }

    @Test
    @Tag("pxgrid-33")
    void verifiesTheCertificateOfTheDataServiceToo() throws Exception {
        try (TlsListener other = TlsListener.showing(issuer.server(List.of("data.corp.example")));
                Campaign campaign = new Campaign(directory)) {
            campaign.ise
                    .services()
                    .setProperty("com.cisco.ise.session", "restBaseUrl", "https://127.0.0.1:" + other.port() + "/x");
            campaign.start().awaitProblem("CLARION-PXG-012");
            assertProblem(
                    "CLARION-PXG-012",
                    Objects.requireNonNull(campaign.status().problem()),
                    "data.corp.example",
                    "127.0.0.1:" + other.port());
        }
    }

    @Test
    @Tag("pxgrid-33")
    void verifiesTheCertificateOfThePubSubNodeToo() throws Exception {
        try (TlsListener other = TlsListener.showing(issuer.stranger().server(List.of("127.0.0.1")));
                Campaign campaign = new Campaign(directory)) {
            campaign.ise
                    .services()
                    .setProperty("com.cisco.ise.pubsub", "wsUrl", "wss://127.0.0.1:" + other.port() + "/x");
            campaign.start().awaitProblem("CLARION-PXG-010");
            assertProblem(
                    "CLARION-PXG-010",
                    Objects.requireNonNull(campaign.status().problem()),
                    "CN=127.0.0.1",
                    "CN=Simulated ISE Root CA");
        }
    }

    @Test
    void saysThatAPortDoesNotSpeakTlsAtAll() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                while (!plain.isClosed()) {
                    try (Socket caller = plain.accept()) {
                        caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                        caller.getInputStream().readNBytes(1);
                    } catch (IOException e) {
                        // closed: the loop ends
                    }
                }
            });
            assertProblem("CLARION-PXG-018", problemWith(at("127.0.0.1", plain.getLocalPort())), "does not speak TLS");
        }
    }

    @Test
    @Tag("pxgrid-33")
    void namesTheIssuerThatNobodyTrusts() throws Exception {
        ise.presentCertificate(issuer.stranger().server(List.of("127.0.0.1", "stranger.example")));
        assertProblem("CLARION-PXG-010", problemWith(usual()), "issued by", "127.0.0.1");
    }

    @Test
    @Tag("pxgrid-33")
    void namesTheServerCertificateThatExpired() throws Exception {
        ise.presentCertificate(issuer.expiredServer(List.of("127.0.0.1")));
        assertProblem("CLARION-PXG-011", problemWith(usual()), "CN=127.0.0.1", "expired on");
    }

    @Test
    @Tag("pxgrid-33")
    void namesTheHostAndTheNamesOfACertificateForAnother() throws Exception {
        ise.presentCertificate(issuer.server(List.of("ise9.corp.example")));
        assertProblem("CLARION-PXG-012", problemWith(usual()), "ise9.corp.example", "127.0.0.1");
    }

    @Test
    @Tag("pxgrid-33")
    void saysThatIseRefusesAClientCertificateOfAStranger() throws Exception {
        Path keys = storeOf(issuer.stranger().client("clarion-test"), "stranger.p12");
        assertProblem("CLARION-PXG-013", problemWith(withKeyStore(keys)), "clarion-test");
    }

    @Test
    @Tag("pxgrid-34")
    void saysThatTheClientCertificateExpiredBeforeItConnects() throws Exception {
        Path keys = storeOf(issuer.expiredClient("clarion-test"), "expired.p12");
        assertProblem("CLARION-PXG-014", problemWith(withKeyStore(keys)), "clarion-test", "expired on", "expired.p12");
    }

    @Test
    @Tag("pxgrid-34")
    void tellsAMissingStoreFromABrokenOneFromAWrongPassword() throws Exception {
        assertProblem(
                "CLARION-PXG-015",
                problemWith(withKeyStore(directory.resolve("missing.p12"))),
                "missing.p12",
                "does not exist");
        Path broken = Files.writeString(directory.resolve("broken.p12"), "not a store");
        assertProblem("CLARION-PXG-015", problemWith(withKeyStore(broken)), "neither PKCS12 nor JKS");
        Path password = Files.writeString(directory.resolve("wrong-password"), "wrong");
        PxGridSettings wrong = usual().withStores(new Stores(
                ise.pki().clientKeyStore(), password, ise.pki().trustStore(), password));
        Problem problem = problemWith(wrong);
        assertProblem("CLARION-PXG-016", problem, "is wrong");
    }

    @Test
    @Tag("pxgrid-34")
    void saysThatAKeyStoreHoldsNoKey() throws Exception {
        assertProblem("CLARION-PXG-017", problemWith(withKeyStore(ise.pki().trustStore())), "no private key");
    }

    @Test
    void tellsAClosedPortFromAnUnknownNameFromSilence() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertProblem("CLARION-PXG-001", problemWith(at("127.0.0.1", port)), "127.0.0.1:" + port);
        assertProblem("CLARION-PXG-003", problemWith(at("ise.invalid", 8910)), "ise.invalid");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertProblem("CLARION-PXG-002", problemWith(at("127.0.0.1", silent.getLocalPort())), "127.0.0.1");
        }
    }

    @Test
    @Tag("pxgrid-04")
    void goesOnToTheNextController() throws Exception {
        PxGridSettings settings = usual().withControllers(
                        List.of(new Controller("ise.invalid", 8910), new Controller("127.0.0.1", ise.pxGridPort())));
        PxGridClient client =
                new PxGridClient(() -> settings, new FakeListener(), threads, Clock.systemUTC(), new Random(1));
        client.start();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (client.status().node() == null && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        assertEquals("~ise-pubsub-ise1", client.status().node());
        client.close();
    }
}
