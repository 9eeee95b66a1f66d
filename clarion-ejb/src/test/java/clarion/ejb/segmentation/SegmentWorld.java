package clarion.ejb.segmentation;

import clarion.ejb.PlainConnections;
import clarion.ejb.SetClock;
import clarion.ejb.TestDatabase;
import clarion.ejb.Transactions;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Crowds of devices that all do the same, on a database of their own; every call of a service is a transaction. */
final class SegmentWorld {

    static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    static final Actor ANNA = Actor.system("anna");

    final DataSource dataSource = TestDatabase.migrated();
    final Transactions work = new Transactions(dataSource);
    final SetClock clock = new SetClock(NOON);
    final Audit audit = new Audit(clock);
    final SegmentationSettings settings =
            new SegmentationSettings(Optional.empty(), Duration.ofDays(7), 1, 60, 3, 1000, 1009);
    final PlainConnections connections = new PlainConnections(() -> (PGSimpleDataSource) dataSource);
    final SegmentStepService steps = new SegmentStepService(work, TestDatabase.ready(), audit, settings, clock);
    final SegmentRunService runs =
            new SegmentRunService(new Lists(dataSource), settings, steps, connections, TestDatabase.ready(), clock);
    final NewcomerService newcomers = new NewcomerService(steps, settings, connections, clock);
    final SegmentQueryService query = new SegmentQueryService(new Lists(dataSource), runs, clock);

    private final Map<String, Integer> crowds = new java.util.TreeMap<>();

    SegmentWorld() {
        run(
                "select flow_cover('flow_5m', '2026-11-01Z', '2026-11-08Z')",
                "update flow_made set until = case series when 'flow_1h' then timestamptz '2026-11-03T11:00Z'"
                        + " else '2026-11-03T00:00Z' end",
                "insert into flow_party (kind, name, anywhere, seen_on) values ('EXTERNAL', 'internet', 0, '2026-11-03')");
    }

    /** Remembers what was recorded. */
    static final class Audit extends AuditService {
        final List<String> records = new ArrayList<>();

        @SuppressWarnings("NullAway")
        Audit(Clock clock) {
            super(null, clock);
        }

        @Override
        public void record(
                Actor actor,
                String action,
                String target,
                @Nullable Map<String, ?> before,
                @Nullable Map<String, ?> after) {
            records.add(actor.name() + " " + action + " " + target);
        }
    }

    /** Makes devices of a profile; a crowd of the same name grows. */
    SegmentWorld crowd(String name, int size, @Nullable String profile) {
        int from = crowds.getOrDefault(name, 0);
        for (int i = from; i < from + size; i++) {
            String known = profile == null ? "null" : "'" + profile + "'";
            run(
                    "insert into device (mac, first_seen, last_seen, profile, ip, sgt_name) values ('" + mac(name, i)
                            + "', '2026-11-03T08:00Z', '2026-11-03T11:50Z', " + known + ", '10.0." + number(name) + "."
                            + i + "', '" + name + "_SGT')",
                    "insert into flow_party (kind, mac, anywhere, seen_on) values ('DEVICE', '" + mac(name, i)
                            + "', 0, '2026-11-03')");
        }
        crowds.put(name, from + size);
        return this;
    }

    /** Each of one crowd asks one of the other for a service. */
    SegmentWorld uses(String crowd, int service, String server) {
        for (int i = 0; i < crowds.getOrDefault(crowd, 0); i++) {
            String of = server.equals("internet")
                    ? "name = 'internet'"
                    : "mac = '" + mac(server, i % crowds.getOrDefault(server, 1)) + "'";
            run(
                    "insert into flow_5m (at, first_at, last_at, request_bytes, request_packets, reply_bytes, reply_packets,"
                            + " client, server, service, service_last, exporter, client_sgt, server_sgt, conversations, answered,"
                            + " refused, replies, met, sampling, protocol, sgt_origin, evidence, marks)"
                            + " select t, t, t, 100, 2, 100, 2, (select id from flow_party where mac = '"
                            + mac(crowd, i)
                            + "'), (select id from flow_party where " + of + "), " + service + ", " + service
                            + ", 1, -1, -1, 20, 20, 0, 0, 0, 1, 6, 0, 0, 0 from (values (timestamptz '2026-11-03T11:30Z')) v(t)"
                            + " on conflict do nothing");
        }
        return this;
    }

    /** Cameras and phones with their servers: four crowds. */
    SegmentWorld campus() {
        return crowd("camera", 30, "Axis-Camera")
                .crowd("recorder", 10, "Recorder")
                .crowd("phone", 30, "IP-Phone")
                .crowd("exchange", 10, "Exchange")
                .uses("camera", 554, "recorder")
                .uses("phone", 5060, "exchange");
    }

    private int number(String crowd) {
        return Math.floorMod(crowd.hashCode(), 200);
    }

    String mac(String crowd, int i) {
        return "02:00:00:00:%02x:%02x".formatted(number(crowd), i);
    }

    /** Computes a run at once; its number. */
    long group() {
        return runs.begin(new SegmentRunService.RunRequest(null, null), "DEMAND", ANNA, Runnable::run)
                .orElseThrow();
    }

    /** The cluster of a device in the run in force; a dash for none. */
    String clusterOf(String crowd, int i) {
        return rows("select cluster from segment_member where run = (select run from segment_state) and mac = '"
                        + mac(crowd, i) + "'")
                .get(0);
    }

    ClusterRow cluster(String id) {
        return query.cluster(query.run(null), Long.parseLong(id));
    }

    List<ClusterRow> clusters() {
        return query.clusters(query.run(null), ListQuery.of(ClusterList.DEFINITION))
                .items();
    }

    void run(String... statements) {
        TestDatabase.run(dataSource, statements);
    }

    /** The rows of a query, columns separated by a bar, null as a dash. */
    List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                StringJoiner row = new StringJoiner("|");
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(Objects.requireNonNullElse(result.getString(i), "-"));
                }
                rows.add(row.toString());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
