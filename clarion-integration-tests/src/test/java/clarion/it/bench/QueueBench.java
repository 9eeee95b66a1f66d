package clarion.it.bench;

import clarion.it.harness.Broker;
import clarion.it.harness.MicroServer;
import clarion.it.harness.Postgres;
import clarion.it.harness.Project;
import clarion.it.harness.Settings;
import clarion.it.harness.Until;
import clarion.simulator.IseSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Events from frame to committed row, straight to the database and through RabbitMQ, each with a database of its own:
 * simulator, broker, Clarion and PostgreSQL on one machine.
 */
final class QueueBench implements Bench.Suite {

    private static final int SESSIONS = 50_000;
    private static final int WARM_UP = 60_000;
    private static final int EVENTS = 100_000;
    private static final int MESSAGE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public List<Measure> run() throws Exception {
        Path work = Project.work("bench-queue-" + ProcessHandle.current().pid());
        double direct = eventsPerSecond(work.resolve("direct"), settings -> settings);
        try (Broker broker = new Broker(work.resolve("broker"))) {
            double queued = eventsPerSecond(work.resolve("queued"), broker::settings);
            return List.of(new Measure(
                    "events through the queue, from frame to committed row",
                    queued,
                    "events/s",
                    "the same straight to the database",
                    direct));
        }
    }

    private static double eventsPerSecond(Path work, UnaryOperator<Settings> way) throws Exception {
        Files.createDirectories(work);
        Path password = work.resolve("admin-password");
        Files.writeString(password, "bench-" + Long.toString(System.nanoTime(), 36) + "-secret");
        try (Postgres postgres = Postgres.sized(work.resolve("postgres"));
                IseSimulator ise = IseSimulator.builder()
                        .dataDirectory(work.resolve("ise"))
                        .sessions(SESSIONS)
                        .start()) {
            Settings settings = way.apply(Settings.with(postgres)
                    .and("clarion.pxgrid.controllers", ise.host() + ":" + ise.pxGridPort())
                    .and("clarion.access.bootstrap-password-file", password.toString())
                    .as(new Settings.Stores(
                            ise.pki().clientKeyStore(), ise.pki().passwordFile(),
                            ise.pki().trustStore(), ise.pki().passwordFile())));
            try (MicroServer server = new MicroServer("bench-queue", settings)) {
                server.start();
                Until.holds(
                        "the first download is stored",
                        PATIENCE,
                        () -> postgres.count("SELECT count(*) FROM topic_reconcile WHERE topic = 'sessions'"
                                + " AND completed_at IS NOT NULL"),
                        completed -> completed > 0);
                publish(ise, postgres, WARM_UP);
                long begin = System.nanoTime();
                publish(ise, postgres, EVENTS);
                return EVENTS / ((System.nanoTime() - begin) / 1e9);
            }
        }
    }

    /** Returns when Clarion has committed what was published. */
    private static void publish(IseSimulator ise, Postgres postgres, int events) throws Exception {
        long before = committed(postgres);
        ise.bursts().start(events, 0, MESSAGE).await();
        Until.holds("every event is committed", PATIENCE, () -> committed(postgres), now -> now >= before + events);
    }

    /** The ledger is written in the transactions of what it counts. */
    private static long committed(Postgres postgres) {
        return postgres.count(
                "SELECT coalesce(sum(live + recovered), 0)::bigint FROM topic_ledger WHERE topic = 'sessions'");
    }
}
