package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.pki.Identity;
import clarion.simulator.pki.Issuer;
import clarion.simulator.pki.Pki;
import clarion.simulator.sessions.IseSession;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {

    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

    @TempDir
    Path data;

    private IseSimulator ise;

    @BeforeEach
    void start() {
        ise = IseSimulator.builder().dataDirectory(data).start();
    }

    @AfterEach
    void stop() {
        ise.close();
    }

    private int activate() {
        return new TestConsumer(ise, "reader").control("AccountActivate", "{}").statusCode();
    }

    @Test
    void presentsCertificatesThatNobodyShouldTrust() {
        Issuer issuer = ise.pki().issuer(Clock.systemUTC());
        for (Identity wrong : List.of(
                issuer.expiredServer(HOSTS),
                issuer.stranger().server(HOSTS),
                issuer.server(List.of("other.corp.example")))) {
            ise.presentCertificate(wrong);
            assertThrows(UncheckedIOException.class, this::activate);
        }
        ise.presentCertificate(ise.pki().server());
        assertEquals(200, activate());
    }

    @Test
    void refusesClientsOfAStrangerAndExpiredOnes() {
        Issuer issuer = ise.pki().issuer(Clock.systemUTC());
        for (Identity wrong : List.of(issuer.stranger().client("clarion"), issuer.expiredClient("clarion"))) {
            TestConsumer consumer = new TestConsumer(ise, "reader", ise.pki().clientContext(wrong));
            assertThrows(UncheckedIOException.class, () -> consumer.control("AccountActivate", "{}"));
        }
    }

    @Test
    void isAwayWhileItsPortsAreClosedAndBackOnTheSameOnes() {
        int port = ise.pxGridPort();
        assertEquals(200, activate());
        ise.closePorts();
        assertThrows(UncheckedIOException.class, this::activate);
        ise.openPorts();
        assertEquals(port, ise.pxGridPort());
        assertEquals(200, activate());
    }

    @Test
    void losesAMessageSoThatTheSequenceHasAGap() {
        TestConsumer consumer = connected();
        ise.feed().publish(IseSession.started(Instant.now(), "00:00:00:00:00:01"));
        ise.feed().loseMessages(1);
        ise.feed().publish(IseSession.started(Instant.now(), "00:00:00:00:00:02"));
        ise.feed().publish(IseSession.started(Instant.now(), "00:00:00:00:00:03"));
        assertEquals(0, TestConsumer.json(consumer.next().text()).getInt("sequence"));
        assertEquals(2, TestConsumer.json(consumer.next().text()).getInt("sequence"));
        assertEquals(3, ise.sessions().size());
        ise.feed().restart();
        ise.feed().numbered(false);
        ise.feed().publish(IseSession.started(Instant.now(), "00:00:00:00:00:04"));
        assertFalse(TestConsumer.json(consumer.next().text()).containsKey("sequence"));
    }

    @Test
    void holdsMessagesBackWhileItIsPaused() {
        TestConsumer consumer = connected();
        ise.feed().pause();
        ise.feed().add(IseSession.started(Instant.now(), "00:00:00:00:00:01"));
        ise.feed().flush();
        assertTrue(consumer.frames.isEmpty());
        ise.feed().resume();
        assertEquals("MESSAGE", consumer.next().command());
    }

    @Test
    void dropsConnectionsWithoutAWord() {
        TestConsumer consumer = connected();
        ise.pubSub().dropConnections();
        assertThrows(Exception.class, () -> {
            int status = consumer.closed.get(20, TimeUnit.SECONDS);
            throw new IllegalStateException("closed with " + status);
        });
        assertEquals(0, ise.pubSub().connections());
    }

    @Test
    void closesConnectionsWithAStatus() throws Exception {
        TestConsumer consumer = connected();
        ise.pubSub().closeConnections(1012);
        assertEquals(1012, consumer.closed.get(20, TimeUnit.SECONDS));
    }

    @Test
    void cutsHangingRequestsWhenFaultsEnd() {
        ise.faults().hang("AccountActivate");
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::activate);
        long end = System.nanoTime() + TestConsumer.PATIENCE.toNanos();
        while (ise.faults().calls("AccountActivate") == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertFalse(answer.isDone());
        ise.faults().clear();
        ExecutionException lost = assertThrows(ExecutionException.class, () -> answer.get(20, TimeUnit.SECONDS));
        assertInstanceOf(UncheckedIOException.class, lost.getCause());
    }

    @Test
    void keepsItsCertificatesOverARestart() throws Exception {
        String authority = Files.readString(data.resolve("pki/ca.pem"));
        Identity server = ise.pki().server();
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(ise.pki().passwordFile())));
        Pki again = Pki.open(data.resolve("pki"), List.of("localhost", "127.0.0.1"), Clock.systemUTC());
        assertEquals(server, again.server());
        Pki elsewhere = Pki.open(data.resolve("pki"), List.of("localhost", "ise9.corp.example"), Clock.systemUTC());
        assertTrue(elsewhere
                .server()
                .certificate()
                .getSubjectAlternativeNames()
                .toString()
                .contains("ise9"));
        assertEquals(authority, Files.readString(data.resolve("pki/ca.pem")));
    }

    @Test
    void saysInOneLineWhyItCannotStart() throws Exception {
        SimulatorException taken = assertThrows(
                SimulatorException.class,
                () -> IseSimulator.builder()
                        .dataDirectory(data)
                        .pxGridPort(ise.pxGridPort())
                        .start());
        assertOneLine(taken, "127.0.0.1:" + ise.pxGridPort());
        SimulatorException ersTaken = assertThrows(
                SimulatorException.class,
                () -> IseSimulator.builder()
                        .dataDirectory(data)
                        .ersPort(ise.ersPort())
                        .start());
        assertOneLine(ersTaken, "127.0.0.1:" + ise.ersPort());
        Path file = Files.writeString(data.resolve("file"), "");
        SimulatorException unwritable = assertThrows(
                SimulatorException.class,
                () -> IseSimulator.builder().dataDirectory(file).start());
        assertOneLine(unwritable, file.toString());
        Files.writeString(data.resolve("pki/ca.pem"), "nonsense");
        SimulatorException damaged = assertThrows(
                SimulatorException.class,
                () -> IseSimulator.builder().dataDirectory(data).start());
        assertOneLine(damaged, "pki");
    }

    private TestConsumer connected() {
        TestConsumer consumer = new TestConsumer(ise, "reader");
        assertNotNull(consumer.subscribe());
        assertEquals("CONNECTED", consumer.next().command());
        long end = System.nanoTime() + TestConsumer.PATIENCE.toNanos();
        while (ise.pubSub().subscriptions("/topic/com.cisco.ise.session") == 0) {
            assertTrue(System.nanoTime() < end, "subscribed in time");
            Thread.onSpinWait();
        }
        return consumer;
    }

    private static void assertOneLine(SimulatorException failure, String place) {
        String reason = String.valueOf(failure.getMessage());
        assertTrue(reason.contains(place), reason);
        assertFalse(reason.contains("\n"), reason);
    }
}
