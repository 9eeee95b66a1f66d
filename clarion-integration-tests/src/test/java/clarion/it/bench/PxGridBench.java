package clarion.it.bench;

import clarion.it.harness.MicroServer;
import clarion.it.harness.Postgres;
import clarion.it.harness.Project;
import clarion.it.harness.Settings;
import clarion.it.harness.Until;
import clarion.simulator.Bursts;
import clarion.simulator.Fault;
import clarion.simulator.IseSimulator;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The stream from ISE on one machine, simulator and database included: a bulk download into an empty database with a
 * heap of 512 MiB, events as fast as they are taken, the lag at 10,000 events a second, and the recovery of a gap.
 * {@code -Dclarion.bench.sessions} sets the size of the download.
 */
final class PxGridBench implements Bench.Suite {

    private static final int WARM_UP = 100_000;
    private static final int EVENTS = 150_000;
    private static final int RATE = 10_000;
    private static final int GAP = 10_000;
    private static final int MESSAGE = 100;
    private static final int ROWS = 50_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private long firstStored;
    private final int sessions = Integer.getInteger("clarion.bench.sessions", 1_000_000);

    @Override
    public List<Measure> run() throws Exception {
        Path work = Project.work("bench-" + ProcessHandle.current().pid());
        Path password = work.resolve("admin-password");
        Files.writeString(password, "bench-" + Long.toString(System.nanoTime(), 36) + "-secret");
        List<Measure> measures = new ArrayList<>();
        try (Postgres postgres = Postgres.sized(work.resolve("postgres"));
                IseSimulator ise = IseSimulator.builder()
                        .dataDirectory(work)
                        .sessions(sessions)
                        .journalCapacity(4 * GAP)
                        .start()) {
            Settings settings = Settings.with(postgres)
                    .and("clarion.pxgrid.controllers", ise.host() + ":" + ise.pxGridPort())
                    .and("clarion.access.bootstrap-password-file", password.toString())
                    .as(new Settings.Stores(
                            ise.pki().clientKeyStore(), ise.pki().passwordFile(),
                            ise.pki().trustStore(), ise.pki().passwordFile()));
            try (MicroServer server = new MicroServer("bench", settings)) {
                say("Starting Clarion, and downloading " + sessions + " sessions");
                double download = download(postgres, server);
                ListProbe probe = new ListProbe(server.base(), "admin", Files.readString(password));
                Until.holds("the connector is live", PATIENCE, probe::connectorState, "LIVE"::equals);
                Until.holds("every index is there", PATIENCE, () -> deferred(postgres), indexes -> indexes == 0);
                double indexed = sessions / seconds(firstStored);
                say("Publishing " + EVENTS + " events as fast as they are taken");
                double events = events(ise, probe);
                say("Publishing " + RATE + " events a second");
                double lag = lagMillis(ise, probe);
                say("Losing " + GAP + " events");
                double recovery = recoverySeconds(ise, probe);
                say("The database alone");
                double upserts = UpsertReference.rowsPerSecond(postgres, ROWS);
                double copy = CopyReference.rowsPerSecond(postgres);
                double parsing = ParsingReference.eventsPerSecond();
                String alone = "batched upserts of the same rows alone";
                measures.add(new Measure("events from frame to committed row", events, "events/s", alone, upserts));
                measures.add(new Measure(
                        "events from frame to committed row", events, "events/s", "raw COPY of the rows alone", copy));
                measures.add(new Measure(
                        "events from frame to committed row",
                        events,
                        "events/s",
                        "parsing alone, from frame to report",
                        parsing));
                measures.add(new Measure(
                        "largest lag at " + RATE + " events/s", lag, "ms", "the bound that was asked for", 2_000));
                measures.add(new Measure(
                        "bulk download of " + sessions, download, "sessions/s", "raw COPY of the rows alone", copy));
                measures.add(new Measure(
                        "the same, until live and every index is there",
                        indexed,
                        "sessions/s",
                        "parsing alone, from frame to report",
                        parsing));
                measures.add(new Measure(
                        "recovery of " + GAP + " lost events", recovery, "s", "the bound that was asked for", 5));
            }
        }
        return measures;
    }

    /** Sessions a second, from the first that is stored to the last. */
    private double download(Postgres postgres, MicroServer server) {
        server.start();
        long already = Until.holds("the download has begun", PATIENCE, () -> stored(postgres), rows -> rows > 0);
        long begin = System.nanoTime();
        firstStored = begin;
        Until.holds("every session is stored", PATIENCE, () -> stored(postgres), rows -> rows >= sessions);
        double seconds = seconds(begin);
        if (postgres.count("SELECT count(*) FROM session") != sessions) {
            throw new IllegalStateException("ISE has " + sessions + " sessions, the database another number");
        }
        return (sessions - already) / seconds;
    }

    /** By their numbers, which have no gaps here: to count them all the time would take from what is measured. */
    private static long stored(Postgres postgres) {
        return postgres.count("SELECT coalesce(max(id) - min(id) + 1, 0) FROM session");
    }

    private static long deferred(Postgres postgres) {
        return postgres.count("SELECT count(*) FROM deferred_index");
    }

    private static double events(IseSimulator ise, ListProbe probe) throws Exception {
        publish(ise, probe, WARM_UP);
        long begin = System.nanoTime();
        publish(ise, probe, EVENTS);
        return EVENTS / seconds(begin);
    }

    /** Returns when Clarion has committed what was published. */
    private static void publish(IseSimulator ise, ListProbe probe, int events) throws Exception {
        long before = committed(probe.connector());
        ise.bursts().start(events, 0, MESSAGE).await();
        Until.holds(
                "every event is committed",
                PATIENCE,
                () -> committed(probe.connector()),
                committed -> committed >= before + events);
    }

    private static long committed(JsonObject connector) {
        JsonObject counters = connector.getJsonObject("counters");
        return counters.getJsonNumber("applied").longValue()
                + counters.getJsonNumber("duplicates").longValue()
                + counters.getJsonNumber("superseded").longValue();
    }

    private static double lagMillis(IseSimulator ise, ListProbe probe) throws Exception {
        Bursts.Burst burst = ise.bursts().start(RATE * 20L, RATE, MESSAGE);
        double worst = 0;
        while (!burst.isDone()) {
            JsonObject connector = probe.connector();
            worst = Math.max(worst, connector.getJsonNumber("lagMillis").doubleValue());
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
        return worst;
    }

    private static double recoverySeconds(IseSimulator ise, ListProbe probe) throws Exception {
        Until.holds(
                "nothing waits",
                PATIENCE,
                () -> probe.connector().getJsonObject("counters").getInt("queued"),
                queued -> queued == 0);
        long before = committed(probe.connector());
        ise.inject(Fault.of(Fault.Kind.GAP, "sessions").times(GAP / MESSAGE));
        ise.bursts().start(GAP, 0, MESSAGE).await();
        long begin = System.nanoTime();
        ise.bursts().start(MESSAGE, 0, MESSAGE).await();
        Until.holds(
                "what was lost is stored",
                PATIENCE,
                () -> committed(probe.connector()),
                committed -> committed >= before + GAP + MESSAGE);
        return seconds(begin);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
