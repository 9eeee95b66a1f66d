package clarion.it.bench;

import clarion.it.harness.MicroServer;
import clarion.it.harness.Postgres;
import clarion.it.harness.Project;
import clarion.it.harness.Settings;
import clarion.it.harness.Until;
import clarion.simulator.IseSimulator;
import clarion.simulator.sessions.IseSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The identity stream end to end: STOMP frames from a simulated ISE to committed rows, a bulk download to committed
 * rows, and the API's lists over 100,000 sessions.
 *
 * <p>References: a raw {@code COPY} of the same rows into a table with the same columns and indexes, and the query of a
 * list page sent straight to PostgreSQL.
 */
final class SessionsBench implements Bench.Suite {

    private static final int WARM_UP = 10_000;
    private static final int EVENTS = 60_000;
    private static final int SESSIONS = 100_000;
    private static final int REQUESTS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public List<Measure> run() throws Exception {
        Path work = Project.work("bench-" + ProcessHandle.current().pid());
        Path password = work.resolve("admin-password");
        Files.writeString(password, "bench-" + Long.toString(System.nanoTime(), 36) + "-secret");
        List<Measure> measures = new ArrayList<>();
        try (Postgres postgres = Postgres.sized(work.resolve("postgres"));
                IseSimulator ise = IseSimulator.builder()
                        .dataDirectory(work)
                        .devices(0)
                        .eventRate(0)
                        .batchSize(100)
                        .start()) {
            Settings settings = Settings.with(postgres)
                    .and("clarion.pxgrid.controllers", ise.host() + ":" + ise.pxGridPort())
                    .and("clarion.access.bootstrap-password-file", password.toString())
                    .as(new Settings.Stores(
                            ise.pki().clientKeyStore(), ise.pki().passwordFile(),
                            ise.pki().trustStore(), ise.pki().passwordFile()));
            try (MicroServer server = new MicroServer("bench", settings)) {
                say("Starting Clarion");
                server.start();
                ListProbe probe = new ListProbe(server.base(), "admin", Files.readString(password));
                Until.holds("the connector is live", PATIENCE, probe::connectorState, "LIVE"::equals);
                measures.add(stream(postgres, ise));
                measures.add(bulk(postgres, ise, probe));
                measures.addAll(probe.lists(postgres, REQUESTS));
            }
        }
        return measures;
    }

    private static Measure stream(Postgres postgres, IseSimulator ise) throws Exception {
        publishAndWait(postgres, ise, 0, WARM_UP);
        say("Publishing " + EVENTS + " session events");
        double seconds = publishAndWait(postgres, ise, WARM_UP, EVENTS);
        double copy = CopyReference.rowsPerSecond(postgres);
        return new Measure(
                "events from STOMP frame to committed row",
                EVENTS / seconds,
                "events/s",
                "raw COPY of the session rows alone",
                copy);
    }

    private static double publishAndWait(Postgres postgres, IseSimulator ise, int first, int count) {
        List<IseSession> events = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) {
            events.add(session(i));
        }
        long begin = System.nanoTime();
        ise.feed().publishWaiting(events);
        long expected = (long) first + count;
        Until.holds(
                "every event is committed",
                PATIENCE,
                () -> postgres.count("SELECT count(*) FROM session"),
                rows -> rows >= expected);
        return (System.nanoTime() - begin) / 1e9;
    }

    /** The directory grows to 100,000 sessions unseen; a reload of the connector downloads them all. */
    private static Measure bulk(Postgres postgres, IseSimulator ise, ListProbe probe) throws Exception {
        for (int i = 0; i < SESSIONS; i++) {
            ise.sessions().apply(session(i));
        }
        long before = postgres.count("SELECT count(*) FROM session");
        say("Downloading " + SESSIONS + " sessions");
        long begin = System.nanoTime();
        probe.reloadConnector();
        Until.holds(
                "every session is committed",
                PATIENCE,
                () -> postgres.count("SELECT count(*) FROM session"),
                rows -> rows >= SESSIONS);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Until.holds("the connector is live again", PATIENCE, probe::connectorState, "LIVE"::equals);
        return new Measure(
                "sessions of a bulk download, " + before + " known",
                SESSIONS / seconds,
                "sessions/s",
                "Cisco's figure for one of 50 subscribers",
                1_960);
    }

    static IseSession session(int i) {
        String mac = String.format(
                Locale.ROOT, "02:00:%02X:%02X:%02X:%02X", i >> 24 & 0xff, i >> 16 & 0xff, i >> 8 & 0xff, i & 0xff);
        Instant time = Instant.now().minusSeconds(3600).plusMillis(i);
        String user = "user" + i % 20_000;
        return IseSession.started(time, mac)
                .withIpAddresses("10." + (i >> 16 & 0xff) + "." + (i >> 8 & 0xff) + "." + (i & 0xff))
                .with("callingStationId", mac)
                .with("auditSessionId", String.format(Locale.ROOT, "0A%08X", i))
                .with("userName", "CORP\\" + user)
                .with("adUserNetBiosName", "CORP")
                .with("adUserDomainName", "corp.example")
                .with("nasIpAddress", "192.0.2." + (i % 250 + 1))
                .with("nasPortId", "GigabitEthernet1/0/" + (i % 48 + 1))
                .with("nasPortType", "Ethernet")
                .with("endpointProfile", i % 3 == 0 ? "Windows10-Workstation" : "Cisco-IP-Phone-8841")
                .with("ctsSecurityGroup", i % 5 == 0 ? "Contractors" : "Employees")
                .with("radiusFlowType", "Wired802_1x");
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
