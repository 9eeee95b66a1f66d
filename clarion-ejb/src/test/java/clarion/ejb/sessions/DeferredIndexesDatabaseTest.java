package clarion.ejb.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.sessions.SessionReport;
import clarion.ejb.DatabaseWork;
import clarion.ejb.IngestWorld;
import clarion.ejb.PlainConnections;
import clarion.ejb.jobs.JobBook;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotPage;
import clarion.pxgrid.Topic;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The first download puts off what only lists use, and it comes back whatever happens. */
class DeferredIndexesDatabaseTest {

    private static final int PAGE = 10_000;

    private static final String INDEXES = "select indexdef from pg_indexes where schemaname = 'public' order by 1";

    private static final String DEFERRED = "select count(*) from deferred_index";

    @Test
    void aLargeFirstDownloadPutsThemOffAndItsEndBringsThemBack() {
        try (IngestWorld world = new IngestWorld()) {
            List<String> before = world.rows(INDEXES);
            Snapshot snapshot = first();
            page(world, snapshot, 0);
            assertEquals(before, world.rows(INDEXES), "a small campus keeps them");
            page(world, snapshot, 1);
            int missing = before.size() - world.rows(INDEXES).size();
            assertTrue(missing > 10, () -> missing + " are put off");
            assertEquals(List.of(Integer.toString(missing)), world.rows(DEFERRED));
            page(world, snapshot, 2);
            tend(world, Duration.ofSeconds(2));
            assertEquals(List.of(Integer.toString(missing)), world.rows(DEFERRED), "the download is under way");
            world.deliver(listener -> listener.onSnapshotComplete(snapshot));
            tend(world, Duration.ofSeconds(2));
            assertEquals(before, world.rows(INDEXES));
            assertEquals(List.of("0"), world.rows(DEFERRED));
            assertEquals(List.of("30000"), world.rows("select count(*) from session"));
        }
    }

    @Test
    void aDownloadThatNeverEndsLeavesNoneMissing() {
        try (IngestWorld world = new IngestWorld()) {
            List<String> before = world.rows(INDEXES);
            Snapshot snapshot = first();
            page(world, snapshot, 0);
            page(world, snapshot, 1);
            tend(world, Duration.ofMinutes(2));
            assertEquals(before, world.rows(INDEXES));
        }
    }

    @Test
    void aReaderWhoStaysLetsThePageBeStoredAndTheIndexesBe() throws Exception {
        try (IngestWorld world = new IngestWorld();
                Connection reader = world.dataSource.getConnection();
                Statement reading = reader.createStatement()) {
            List<String> before = world.rows(INDEXES);
            Snapshot snapshot = first();
            page(world, snapshot, 0);
            reader.setAutoCommit(false);
            reading.execute("select count(*) from session where live");
            page(world, snapshot, 1);
            reader.rollback();
            assertEquals(before, world.rows(INDEXES));
            assertEquals(List.of("20000"), world.rows("select count(*) from session"));
            assertEquals(List.of("0"), world.rows(DEFERRED));
        }
    }

    private static Snapshot first() {
        return new Snapshot(
                UUID.randomUUID(), Topic.SESSIONS, Snapshot.Reason.FIRST_START, IngestWorld.NOON.plusSeconds(1), null);
    }

    private static void page(IngestWorld world, Snapshot snapshot, int number) {
        List<SessionReport> reports = new ArrayList<>(PAGE);
        for (int i = number * PAGE; i < (number + 1) * PAGE; i++) {
            reports.add(ReportBuilder.aReport("s" + i)
                    .mac(String.format("0200%08x", i))
                    .ip("10.0." + i / 250 + "." + i % 250)
                    .user("user" + i % 1000)
                    .build());
        }
        world.deliver(listener -> listener.onSnapshotPage(new SnapshotPage(snapshot, reports)));
    }

    private static void tend(IngestWorld world, Duration later) {
        SessionUpkeep upkeep = new SessionUpkeep(
                new DatabaseWork(world.dataSource),
                new PlainConnections(() -> source(world)),
                world.readiness,
                new JobBook(Clock.systemUTC()),
                Clock.fixed(IngestWorld.NOON.plus(later), ZoneOffset.UTC));
        upkeep.tend();
    }

    private static PGSimpleDataSource source(IngestWorld world) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(((PGSimpleDataSource) world.dataSource).getUrl());
        source.setUser("postgres");
        return source;
    }
}
