package clarion.ejb.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.DatabaseWork;
import clarion.ejb.IngestWorld;
import clarion.ejb.PlainConnections;
import clarion.ejb.jobs.JobBook;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SessionUpkeepDatabaseTest {

    private static final String VACUUMED =
            "select vacuum_count from pg_stat_user_tables where relname in ('session', 'device') order by 1";

    @Test
    void aDownloadThatEndedIsTendedOnce() {
        try (IngestWorld world = new IngestWorld()) {
            JobBook jobs = new JobBook(Clock.systemUTC());
            SessionUpkeep upkeep = new SessionUpkeep(
                    new DatabaseWork(world.dataSource),
                    new PlainConnections(() -> source(world)),
                    world.readiness,
                    jobs,
                    Clock.systemUTC());
            assertFalse(upkeep.tend());
            Snapshot snapshot = IngestWorld.download(Topic.SESSIONS, null);
            world.deliver(listener -> listener.onSnapshotComplete(snapshot));
            assertTrue(upkeep.tend());
            assertFalse(upkeep.tend());
            assertEquals(Set.of("session-upkeep"), jobs.records().keySet());
            assertVacuumed(world);
        }
    }

    private static PGSimpleDataSource source(IngestWorld world) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(((PGSimpleDataSource) world.dataSource).getUrl());
        source.setUser("postgres");
        return source;
    }

    /** Statistics reach the view a moment after the vacuum. */
    private static void assertVacuumed(IngestWorld world) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        List<String> counts = world.rows(VACUUMED);
        while (!counts.equals(List.of("1", "1")) && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
            counts = world.rows(VACUUMED);
        }
        assertEquals(List.of("1", "1"), counts);
    }
}
