package clarion.ejb.sessions;

import clarion.domain.sessions.SessionReport;
import clarion.ejb.TestDatabase;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Measures ingest against raw COPY of the same rows, in one run and on one connection. Not a test: a program, to be run
 * by hand when a statement or an index changes.
 */
final class IngestSpeed {

    private static final int DEVICES = 20_000;
    private static final int EVENTS = 100_000;
    private static final int BATCH = 500;

    private IngestSpeed() {}

    public static void main(String[] arguments) throws Exception {
        DataSource dataSource = TestDatabase.migrated();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Random random = new Random(1);
            int[] clock = {0};
            for (int round = 1; round <= 2; round++) {
                report("bulk, new sessions", DEVICES, ingest(connection, DEVICES, new Supplier<>() {
                    private int next;

                    @Override
                    public SessionReport get() {
                        return event(next++ % DEVICES, clock[0]++, random);
                    }
                }));
                report(
                        "live events",
                        EVENTS,
                        ingest(connection, EVENTS, () -> event(random.nextInt(DEVICES), clock[0]++, random)));
            }
            report("raw COPY", EVENTS, copy(connection));
        }
        System.exit(0);
    }

    private static SessionReport event(int device, int at, Random random) {
        ReportBuilder builder = random.nextInt(10) == 0
                ? ReportBuilder.anEnd("audit:0A0000FE0000" + device)
                : ReportBuilder.aReport("audit:0A0000FE0000" + device);
        return builder.after(Duration.ofMillis(at))
                .mac(String.format(Locale.ROOT, "0200%08x", device))
                .ip("10." + device / 65536 + "." + device / 256 % 256 + "." + device % 256)
                .user("CORP\\user" + device % 15_000)
                .port("10.255.0." + device % 200, "GigabitEthernet1/0/" + device % 48)
                .profile("Windows10-Workstation")
                .group("Group" + device % 40)
                .method("Wired802_1x")
                .attribute("networkDeviceProfileName", "Cisco")
                .attribute("adUserDomainName", "corp.example")
                .build();
    }

    private static Duration ingest(Connection connection, int count, Supplier<SessionReport> events)
            throws SQLException {
        long start = System.nanoTime();
        for (int done = 0; done < count; done += BATCH) {
            List<SessionReport> batch = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                batch.add(events.get());
            }
            new SessionStore(connection).applyEvents(batch, StoreFixture.NOON);
            connection.commit();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration copy(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table copied as select * from session limit 0");
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        java.io.ByteArrayOutputStream rows = new java.io.ByteArrayOutputStream();
        postgres.getCopyAPI().copyOut("copy (select * from session limit " + BATCH + ") to stdout", rows);
        connection.commit();
        String batch = rows.toString(java.nio.charset.StandardCharsets.UTF_8);
        long start = System.nanoTime();
        for (int done = 0; done < EVENTS; done += BATCH) {
            postgres.getCopyAPI().copyIn("copy copied from stdin", new StringReader(batch));
            connection.commit();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void report(String what, int count, Duration took) {
        System.out.printf(Locale.ROOT, "%-20s %,9.0f /s%n", what, count / (took.toNanos() / 1e9));
    }
}
