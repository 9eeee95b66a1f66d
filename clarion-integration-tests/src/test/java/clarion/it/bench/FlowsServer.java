package clarion.it.bench;

import clarion.it.harness.MicroServer;
import clarion.it.harness.Ports;
import clarion.it.harness.Postgres;
import clarion.it.harness.Project;
import clarion.it.harness.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The whole server with a database for a large campus, a heap of 1 GiB, and as many sessions as a bench wants. */
final class FlowsServer implements AutoCloseable {

    final Postgres postgres;
    final MicroServer server;
    final int flowsPort = Ports.free();
    final ListProbe api;

    FlowsServer(String name) throws IOException, InterruptedException {
        Path work = Project.work("bench-" + name + "-" + ProcessHandle.current().pid());
        Path password = work.resolve("admin-password");
        Files.writeString(password, "bench-" + Long.toString(System.nanoTime(), 36) + "-secret");
        postgres = Postgres.sized(work.resolve("postgres"));
        server = new MicroServer(
                name,
                Settings.with(postgres)
                        .and("clarion.access.bootstrap-password-file", password.toString())
                        .and("clarion.flows.hold", "PT10S")
                        .and("clarion.flows.port", Integer.toString(flowsPort)));
        server.limitHeap("1g");
        System.out.println("Starting Clarion");
        server.start();
        api = new ListProbe(server.base(), "admin", Files.readString(password));
    }

    /** Tells of a session for each endpoint of {@link CampusTraffic}, begun before anything is sent. */
    void openSessions(int endpoints) throws SQLException {
        run("insert into address_change (at, ip, session_id, mac, user_id, sgt_name, live, noted_at)"
                + " select now() - interval '1 day', '10.1.0.0'::inet + i, i + 1,"
                + " ('02' || lpad(to_hex(i), 10, '0'))::macaddr, i % 20000 + 1, 'Employees', true,"
                + " now() - interval '1 day' from generate_series(0, " + (endpoints - 1) + ") i");
    }

    void run(String... statements) throws SQLException {
        try (var connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Processor time of the server so far. */
    Duration cpu() {
        return ProcessHandle.of(server.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        server.kill();
        postgres.close();
    }
}
