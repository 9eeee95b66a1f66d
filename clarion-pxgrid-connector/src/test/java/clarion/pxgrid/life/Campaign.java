package clarion.pxgrid.life;

import static org.junit.jupiter.api.Assertions.fail;

import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.ConnectorStatus.State;
import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.Topic;
import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.settings.PxGridSettings.Stores;
import clarion.simulator.IseSimulator;
import clarion.simulator.IseSimulatorBuilder;
import clarion.simulator.sessions.IseSession;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A simulator, a connector and a listener in one process; times are short. */
final class Campaign implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final IseSimulator ise;
    final FakeListener listener = new FakeListener();
    PxGridClient client;
    private final PxGridSettings settings;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(12);

    Campaign(Path directory) {
        this(directory, settings -> settings);
    }

    Campaign(Path directory, UnaryOperator<PxGridSettings> change) {
        this(directory, builder -> builder, change);
    }

    Campaign(Path directory, UnaryOperator<IseSimulatorBuilder> ise, UnaryOperator<PxGridSettings> change) {
        this.ise = ise.apply(IseSimulator.builder().dataDirectory(directory).notifyInterval(Duration.ofMillis(50)))
                .start();
        settings = change.apply(settings(this.ise));
        client = newClient();
    }

    private PxGridClient newClient() {
        return new PxGridClient(() -> settings, listener, threads, Clock.systemUTC(), new Random(7));
    }

    /** As a new process would: all that the old one knew is gone, but for what the listener stored. */
    Campaign restart(Runnable meanwhile) throws InterruptedException {
        client.close();
        meanwhile.run();
        client = newClient();
        return startAndAwaitLive();
    }

    /** Another connector that delivers to the same listener, as a second member of a cluster would; not started. */
    PxGridClient secondMember() {
        return newClient();
    }

    TopicState stateOf(Topic topic) {
        return status().topics().stream()
                .filter(status -> status.topic().equals(topic.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    static PxGridSettings settings(IseSimulator ise) {
        return settings(
                ise, new Controller("127.0.0.1", ise.pxGridPort()), ise.pki().clientKeyStore());
    }

    static PxGridSettings settings(IseSimulator ise, Controller controller, Path keyStore) {
        return new PxGridSettings(
                List.of(controller),
                "clarion-test",
                "Clarion tests",
                new Stores(
                        keyStore,
                        ise.pki().passwordFile(),
                        ise.pki().trustStore(),
                        ise.pki().passwordFile()),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                50,
                1000,
                8 * 1024 * 1024);
    }

    ConnectorStatus status() {
        return client.status();
    }

    Campaign start() {
        client.start();
        return this;
    }

    Campaign startAndAwaitLive() {
        client.start();
        awaitLive();
        return this;
    }

    void awaitLive() {
        await("live", () -> status().state() == State.LIVE);
    }

    void awaitProblem(String code) {
        await("problem " + code, () -> {
            ConnectorStatus.Problem problem = status().problem();
            return problem != null && problem.code().equals(code);
        });
    }

    void awaitStored(String mac) {
        await("session of " + mac, () -> listener.find(mac).isPresent());
    }

    /** Until the listener holds exactly what ISE does. */
    void awaitEqual() {
        await("the same sessions on both sides", () -> listener.liveKeys().equals(iseKeys()));
    }

    private List<String> iseKeys() {
        return ise.sessions().all().stream()
                .map(session ->
                        "mac:" + String.valueOf(session.text("macAddress")).toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("waited in vain for " + what + "; " + status());
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    static String mac(int number) {
        return String.format(Locale.ROOT, "02:00:00:00:%02x:%02x", number / 256, number % 256);
    }

    static IseSession session(int number, Instant at) {
        return IseSession.started(at, mac(number).toUpperCase(Locale.ROOT));
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        ise.close();
    }
}
