package clarion.ejb.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.sessions.SessionReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A session and a device are found by the address that they have now, wherever they have been before. */
class MovedAddressesDatabaseTest {

    private static final int SESSIONS = 40;
    private static final int BATCHES = 60;
    private static final int ROUNDS = 6;

    private static final String FOUND = """
            select session_id, ip from session_every_address a where not exists (
                select 1 from session_address f where f.session_id = a.session_id and f.ip = a.ip) order by 1, 2""";

    private static final String HOT = """
            select relname, n_tup_upd - n_tup_hot_upd from pg_stat_user_tables
            where relname in ('session', 'device') and n_tup_upd > 100 order by 1""";

    @Test
    void everyHistoryOfMovesIsFoundAsItEnded() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (StoreFixture store = new StoreFixture()) {
            for (int batch = 0; batch < BATCHES; batch++) {
                store.events(moves(random, batch));
                String told = "seed " + seed + ", batch " + batch;
                assertEquals(
                        store.rows("select id, ip from session where ip is not null order by 1, 2"),
                        store.rows(FOUND),
                        told);
                assertEquals(
                        store.rows("select mac, ip from device where ip is not null order by 1, 2"),
                        store.rows("select mac, ip from device_address order by 1, 2"),
                        told);
            }
            assertTrue(store.rows("select * from session_moved").size() > 5, () -> "seed " + seed);
            assertTrue(store.rows("select * from device_moved").size() > 5, () -> "seed " + seed);
        }
    }

    @Test
    void aMoveLeavesTheIndexesOfSessionsAndDevicesAlone() throws Exception {
        try (StoreFixture store = new StoreFixture()) {
            for (int round = 0; round <= ROUNDS; round++) {
                List<SessionReport> reports = new ArrayList<>();
                for (int i = 0; i < SESSIONS; i++) {
                    reports.add(report(i, round, "10." + round + ".0." + i));
                }
                store.events(reports.toArray(SessionReport[]::new));
            }
            store.rows("select pg_stat_force_next_flush()");
            List<String> others = store.rows(HOT);
            assertEquals(2, others.size(), others::toString);
            for (String table : others) {
                int entries = Integer.parseInt(table.replaceFirst(".*\\|", ""));
                assertTrue(entries < ROUNDS * SESSIONS / 2, table); // a batch that moves a whole page fills it
            }
        }
    }

    private static SessionReport[] moves(Random random, int batch) {
        List<SessionReport> reports = new ArrayList<>();
        for (int i = 0; i < SESSIONS / 2; i++) {
            int session = random.nextInt(SESSIONS);
            String ip = random.nextInt(6) == 0 ? null : "10.0.0." + random.nextInt(4);
            int at = batch * SESSIONS + (random.nextInt(4) == 0 ? -random.nextInt(2 * SESSIONS) : i);
            reports.add(
                    random.nextInt(10) == 0
                            ? ReportBuilder.anEnd("s" + session)
                                    .after(Duration.ofSeconds(Math.max(0, at)))
                                    .build()
                            : report(session, Math.max(0, at), ip));
        }
        return reports.toArray(SessionReport[]::new);
    }

    private static SessionReport report(int session, int at, @org.jspecify.annotations.Nullable String ip) {
        ReportBuilder report = ReportBuilder.aReport("s" + session)
                .at(at)
                .mac(String.format("0200%08x", session % 30))
                .profile("Laptop");
        return (ip == null ? report : report.ip(ip, "2001:db8::" + session)).build();
    }
}
