package clarion.ejb.sessions;

import static clarion.ejb.sessions.ReportBuilder.aReport;
import static clarion.ejb.sessions.StoreFixture.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.sessions.SessionReport;
import clarion.domain.sessions.SessionState;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random streams, cut into random batches and bulk downloads, against an oracle that takes one report at a time. The
 * counters are compared with a count of the rows. Few keys, devices and times make every collision likely.
 */
class SessionModelDatabaseTest {

    private static final String SESSIONS = """
            select session_key, live, latest, state, mac, u.identity, sgt_name, extract(epoch from s.updated_at)::bigint,
                end_reason, (select string_agg(host(a.ip), ',' order by position) from (
                    select 0 as position, s.ip where s.ip is not null
                    union all select position, ip from session_address where session_id = s.id) a)
            from session s left join network_user u on u.id = s.user_id order by s.id""";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTheOracle(long seed) throws SQLException {
        Random random = new Random(seed);
        SessionOracle oracle = new SessionOracle();
        Instant clock = NOON;
        try (StoreFixture store = new StoreFixture()) {
            for (int step = 0; step < 40; step++) {
                clock = clock.plusSeconds(10);
                List<SessionReport> batch = batch(random, step);
                if (random.nextInt(4) > 0) {
                    batch.forEach(oracle::event);
                    store.events(clock, batch.toArray(SessionReport[]::new));
                    oracle.receivedAt(clock);
                } else {
                    Snapshot snapshot =
                            new Snapshot(UUID.randomUUID(), Topic.SESSIONS, Snapshot.Reason.GAP, clock, null);
                    batch.forEach(report -> oracle.page(report, snapshot.id()));
                    store.page(snapshot, clock.plusSeconds(1), batch.toArray(SessionReport[]::new));
                    oracle.receivedAt(clock.plusSeconds(1));
                    if (random.nextBoolean()) {
                        oracle.complete(snapshot);
                        store.complete(snapshot, clock.plusSeconds(2));
                    }
                }
                assertEquals(oracle.sessions(), store.rows(SESSIONS), "seed " + seed + ", step " + step);
            }
            assertEquals(
                    store.rows("select d.mac, count(s.id), count(s.id) > 0 from device d"
                            + " left join session s on s.mac = d.mac and s.live group by d.mac order by d.mac"),
                    store.rows("select mac, live_sessions, online from device order by mac"),
                    "seed " + seed);
            assertEquals(
                    store.rows("select u.identity, count(s.id), count(s.id) > 0 from network_user u"
                            + " left join session s on s.user_id = u.id and s.live group by u.identity order by 1"),
                    store.rows("select identity, live_sessions, online from network_user order by 1"),
                    "seed " + seed);
            assertEquals(
                    oracle.devices(),
                    store.rows(
                            "select mac, host(ip), profile, sgt_name, extract(epoch from last_seen)::bigint from device"
                                    + " order by mac"),
                    "seed " + seed);
            assertEquals(
                    oracle.sightings(),
                    store.rows("select mac, kind, value, extract(epoch from first_seen)::bigint,"
                            + " extract(epoch from last_seen)::bigint from device_seen_with"
                            + " where kind in ('ADDRESS', 'SGT') order by mac, kind, value"),
                    "seed " + seed);
        }
    }

    private static List<SessionReport> batch(Random random, int step) {
        List<SessionReport> batch = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            ReportBuilder report = aReport("k" + random.nextInt(5)).at(step * 2 + random.nextInt(12));
            if (random.nextInt(4) == 0) {
                report.state(SessionState.DISCONNECTED);
            }
            if (random.nextInt(4) > 0) {
                report.mac("00000000000" + random.nextInt(4));
            }
            if (random.nextInt(3) > 0) {
                report.user("user" + random.nextInt(3));
            }
            if (random.nextInt(3) > 0) {
                report.group("Group" + random.nextInt(2));
            }
            if (random.nextInt(4) == 0) {
                report.profile("Profile" + random.nextInt(2));
            }
            switch (random.nextInt(3)) {
                case 0 -> report.ip("10.0.0." + random.nextInt(3));
                case 1 -> report.ip("10.0.0.7", "10.0.0." + random.nextInt(3));
                default -> report.ip();
            }
            batch.add(report.build());
        }
        return batch;
    }
}
