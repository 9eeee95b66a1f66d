package clarion.ejb.sessions;

import static clarion.ejb.sessions.ReportBuilder.aReport;
import static clarion.ejb.sessions.StoreFixture.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.sessions.SessionReport;
import clarion.domain.sessions.SessionState;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** During a takeover two connectors may deliver at once. */
class ConcurrentIngestDatabaseTest {

    @Test
    void writersOfTheSameSessionsNeitherFailNorMiscount() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try (StoreFixture store = new StoreFixture()) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                Random random = new Random(writer);
                results.add(writers.submit(() -> write(store, random)));
            }
            int applied = 0;
            for (Future<Integer> result : results) {
                applied += result.get(60, TimeUnit.SECONDS);
            }
            assertEquals("t", store.value("select " + applied + " >= count(*) from session"));
            assertEquals(
                    "0",
                    store.value("select count(*) from (select session_key from session where latest"
                            + " group by session_key having count(*) <> 1) several"));
            assertEquals(
                    "0",
                    store.value("select count(*) from device d where live_sessions <>"
                            + " (select count(*) from session s where s.mac = d.mac and s.live)"));
            assertEquals(
                    "0",
                    store.value("select count(*) from network_user u where live_sessions <>"
                            + " (select count(*) from session s where s.user_id = u.id and s.live)"));
        } finally {
            writers.shutdownNow();
        }
    }

    private static int write(StoreFixture store, Random random) throws Exception {
        int applied = 0;
        try (Connection connection = store.dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (int batch = 0; batch < 15; batch++) {
                List<SessionReport> reports = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    int key = random.nextInt(30);
                    reports.add(aReport("k" + key)
                            .at(random.nextInt(100))
                            .state(random.nextInt(3) == 0 ? SessionState.DISCONNECTED : SessionState.STARTED)
                            .mac("0000000000" + (10 + random.nextInt(10)))
                            .user("user" + random.nextInt(10))
                            .build());
                }
                applied += new SessionStore(connection)
                        .applyEvents(reports, NOON)
                        .outcome()
                        .applied();
                connection.commit();
            }
        }
        return applied;
    }
}
