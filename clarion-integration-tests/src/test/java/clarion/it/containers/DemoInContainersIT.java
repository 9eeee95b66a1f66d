package clarion.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Api;
import clarion.it.harness.Until;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The shipped compose files with images built by the shipped Dockerfiles, on an engine of the test's own: what it is,
 * who may reach what, and what it survives.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoInContainersIT {

    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final int DOES_NOT_MATTER = 100;
    private static final int AFTER_A_WHILE = 150;
    private static final String BROWSED =
            "wrong password|signing in|stream is live|listed and arrive|free text|exports as CSV|signing out|nothing to complain";

    /** How long a reader may wait for an answer while replicas are replaced. */
    private static final Duration ABSENCE = Duration.ofSeconds(30);

    /** Finds private keys in stores of an image of the API, whatever they are called. */
    private static final String PRIVATE_KEYS =
            "password=$(sed 's/.*=//' /opt/clarion/input 2>/dev/null || echo changeit);"
                    + " find /opt/clarion -name '*.p12' -o -name '*.jks' -o -name '*.keystore' |"
                    + " while read -r store; do keytool -list -keystore $store -storepass $password 2>/dev/null ||"
                    + " echo PrivateKeyEntry perhaps in $store; done | grep PrivateKeyEntry || true";

    private static @Nullable Engine started;
    private static Engine engine;
    private static Demo demo;
    private static Images images;
    private static SmallDisk disk;
    private static @Nullable SmallDisk smallDisk;

    @BeforeAll
    static void start() {
        engine = Engine.start("node", "nginx", "java", "postgres", "timescale", "prometheus", "rabbitmq");
        started = engine;
        disk = new SmallDisk();
        smallDisk = disk;
        demo = new Demo(engine);
        images = demo.build();
        demo.up();
    }

    @AfterAll
    static void stop() {
        // Stopping what is stopped does nothing, and containers end with their engine.
        if (started != null) {
            started.stop();
        }
        if (smallDisk != null) {
            smallDisk.close();
        }
    }

    @Test
    @Order(1)
    void isHealthyAndShowsTheSessionsOfIse() throws IOException {
        Api administrator = demo.administrator();
        demo.awaitSameSessions(administrator, RECOVERY);
        assertTrue(Demo.liveSessions(administrator).size() > 20, "a living campus");
    }

    /** Of the console's own tests those that go another way here than without nginx; a page is a page. */
    @Test
    @Order(2)
    void worksInABrowserThroughNginx() throws IOException {
        Tools.need("chromium", "chromium");
        new Shell(Map.of(
                        "CLARION_URL", demo.console().toString(),
                        "CLARION_USERNAME", "admin",
                        "CLARION_PASSWORD", demo.adminPassword()))
                .run(
                        Duration.ofMinutes(4),
                        "sh",
                        "-c",
                        "cd webapp-ui && node --test --test-reporter=tap --test-name-pattern='" + BROWSED
                                + "' e2e/console.test.mjs")
                .orFail();
    }

    /** From the simulated switches by UDP to the collector, told by what the connector knows, read through nginx. */
    @Test
    @Order(AFTER_A_WHILE)
    void showsWhoTalksToWhomByWhatIseSaidOfThem() throws IOException {
        Api administrator = demo.administrator();
        Until.holds(
                "conversations of devices that ISE told of",
                RECOVERY,
                () -> administrator
                        .get("/api/v1/flows/conversations?limit=1000")
                        .expect(200)
                        .json()
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class),
                items -> items.stream()
                        .anyMatch(item -> item.containsKey("clientMac") && item.containsKey("clientSgt")));
        String exporters =
                administrator.get("/api/v1/flows/exporters").expect(200).body();
        assertTrue(exporters.contains("\"items\":[{"), exporters);
    }

    @Test
    @Order(DOES_NOT_MATTER)
    void showsTheCertificatesToTheConnectorAlone() {
        for (String file : List.of("client.key", "client.crt", "ca.crt")) {
            demo.in("pxgrid", "cat", "/run/secrets/pxgrid/" + file).orFail();
        }
        // The simulator is the ISE that issued them; of Clarion's own containers nobody else has them.
        for (String service : List.of("console", "api", "collector", "postgres")) {
            assertFalse(demo.in(service, "ls", "/run/secrets/pxgrid").passed(), service);
            String found = demo.in(
                            service,
                            "sh",
                            "-c",
                            "find / -xdev -name 'client*.key' -o -xdev -name 'client*.pem' 2>/dev/null || true")
                    .words();
            assertFalse(found.contains("client"), () -> service + " " + found);
        }
    }

    @Test
    @Order(DOES_NOT_MATTER)
    void givesEachContainerItsOwnSecretsAlone() {
        Map<String, String> mounted = new TreeMap<>();
        for (String service : List.of("console", "api", "pxgrid", "collector", "postgres")) {
            String names = demo.in(service, "sh", "-c", "ls /run/secrets 2>/dev/null || true")
                    .orFail();
            mounted.put(service, String.join(" ", new TreeSet<>(names.lines().toList())));
        }
        assertEquals(
                Map.of(
                        "console", "",
                        "api", "admin.password connector.key db.password internal-ca.crt",
                        "pxgrid", "connector.key db.password internal-ca.crt pxgrid",
                        "collector", "connector.key db.password internal-ca.crt",
                        "postgres", "db.password postgres.crt postgres.key"),
                mounted);
    }

    @Test
    @Order(DOES_NOT_MATTER)
    void canBeReachedFromOutsideAtThePortsOfConsoleAndCollectorAlone() throws SocketException {
        InetAddress outside = NetworkInterface.networkInterfaces()
                .filter(device -> !device.getName().startsWith("br-"))
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElseThrow();
        assertTrue(answers(outside, demo.consolePort()), "the console from outside");
        assertTrue(answers(InetAddress.getLoopbackAddress(), demo.apiPort()), "the API from this machine");
        assertFalse(answers(outside, demo.apiPort()), "the API from outside");
        Map<String, String> published = new TreeMap<>();
        for (String service : Demo.SERVICES) {
            String id = demo.compose(Duration.ofMinutes(1), "ps", "-q", service)
                    .orFail()
                    .strip();
            published.put(service, demo.docker("port", id).orFail().strip());
        }
        assertEquals(
                Map.of(
                        "console",
                        "3000/tcp -> 0.0.0.0:" + demo.consolePort(),
                        "api",
                        "8000/tcp -> 127.0.0.1:" + demo.apiPort(),
                        "pxgrid",
                        "",
                        "collector",
                        "2055/udp -> 0.0.0.0:" + demo.flowsPort(),
                        "postgres",
                        "",
                        "simulator",
                        ""),
                published);
    }

    @Test
    @Order(DOES_NOT_MATTER)
    void letsTheConsoleReachTheApiAndNobodyElse() {
        assertTrue(connects("console", "api", 8000));
        assertTrue(connects("api", "pxgrid", 9000));
        assertTrue(connects("api", "postgres", 5432));
        assertTrue(connects("collector", "postgres", 5432));
        assertFalse(connects("collector", "ise", 8910), "only the connector speaks to ISE");
        assertFalse(connects("console", "pxgrid", 9000));
        assertFalse(connects("console", "postgres", 5432));
        assertFalse(connects("console", "ise", 8910));
        assertFalse(connects("api", "ise", 8910), "only the connector speaks to ISE");
        assertFalse(connects("simulator", "postgres", 5432));
    }

    @Test
    @Order(DOES_NOT_MATTER)
    void runsAsNobodyInParticularOnAReadOnlyRoot() {
        for (String service : Demo.SERVICES) {
            assertFalse(demo.in(service, "id", "-u").orFail().strip().equals("0"), service + " is root");
            assertFalse(demo.in(service, "sh", "-c", "echo x >/etc/x").passed(), service + " writes to /etc");
            assertFalse(demo.in(service, "sh", "-c", "echo x >/opt/x").passed(), service + " writes to /opt");
            assertEquals(
                    "CapEff:\t0000000000000000",
                    demo.in(service, "grep", "CapEff", "/proc/1/status")
                            .orFail()
                            .strip(),
                    service);
        }
    }

    @Test
    @Order(DOES_NOT_MATTER)
    void tellsNoSecretToWhoeverLooksAtContainersAndImages() throws IOException {
        StringBuilder words = new StringBuilder();
        for (String container : demo.containers()) {
            words.append(demo.docker("inspect", container).orFail());
            words.append(demo.docker("logs", container).orFail());
        }
        for (String image : List.of("console", "app-micro", "simulator")) {
            words.append(demo.docker("history", "--no-trunc", "clarion/" + image + ":0.1.0")
                    .orFail());
            words.append(demo.docker("inspect", "clarion/" + image + ":0.1.0").orFail());
        }
        for (String secret : demo.secretTexts()) {
            assertFalse(words.toString().contains(secret), "a secret in what docker tells");
        }
    }

    @Test
    @Order(DOES_NOT_MATTER)
    void speaksTlsToTheDatabase() {
        String connections = demo.sql("select distinct ssl from pg_stat_ssl join pg_stat_activity using (pid)"
                + " where client_addr is not null and application_name = 'clarion'");
        assertEquals("t", connections);
    }

    @Test
    @Order(200)
    void losesNothingWhenApiConnectorAndDatabaseRestart() throws IOException {
        demo.docker("kill", "--signal", "KILL", Demo.container("pxgrid")).orFail();
        demo.docker("start", Demo.container("pxgrid"));
        demo.compose(Duration.ofMinutes(2), "restart", "--timeout", "20", "api", "postgres")
                .orFail();
        demo.up();
        Api administrator = Until.holds("the console lets in", RECOVERY, demo::administrator, api -> true);
        demo.awaitSameSessions(administrator, RECOVERY);
    }

    @Test
    @Order(201)
    void catchesUpAfterAPauseOfTheConnector() throws IOException {
        Api administrator = demo.administrator();
        int before = Demo.liveSessions(administrator).size();
        demo.compose(Duration.ofMinutes(1), "pause", "pxgrid").orFail();
        // Long enough that the simulated ISE gives the connection up.
        Until.isTrue(
                "a connector that is paused",
                Duration.ofSeconds(30),
                () -> demo.docker("inspect", "--format", "{{.State.Paused}}", Demo.container("pxgrid"))
                        .words()
                        .strip()
                        .equals("true"));
        administrator.get("/api/v1/sessions?live=true").expect(200);
        demo.compose(Duration.ofMinutes(1), "unpause", "pxgrid").orFail();
        demo.awaitSameSessions(administrator, RECOVERY);
        assertTrue(before > 0);
    }

    @Test
    @Order(202)
    void takesUpACertificateThatIsSwapped() throws IOException {
        Api administrator = demo.administrator();
        String before = fingerprint(administrator);
        demo.renewCertificate();
        Until.holds(
                "the new certificate is in use",
                RECOVERY,
                () -> fingerprint(administrator),
                now -> !now.equals(before));
        demo.awaitSameSessions(administrator, RECOVERY);
    }

    private static String fingerprint(Api administrator) {
        JsonObject connector =
                administrator.get("/api/v1/connectors/pxgrid").expect(200).json();
        assertEquals("LIVE", connector.getString("state"));
        return connector.getJsonObject("certificate").getString("fingerprintSha256");
    }

    /**
     * One after the other as a replica of the API, beside a connector on Payara Micro. Each comes before the one before
     * it goes, which is first killed in the middle of its requests and then stopped: nobody who reads is without
     * answers for long. A server that stops answers some requests with 404 and 500 until it is gone; nginx asks another
     * for these, so that no reader sees them.
     */
    @Test
    @Order(250)
    void worksAlikeOnPayaraServerAndWildFly() throws IOException {
        images.awaitServers();
        Replicas replicas = new Replicas(demo);
        Api administrator = demo.administrator();
        String wildfly;
        Readers readers = new Readers(administrator);
        try (readers) {
            String micro = only(replicas);
            String payara = replicas.add("clarion/app-payara");
            replicas.kill(micro);
            servesAsAReplica(readers, administrator, payara, replicas);
            wildfly = replicas.add("clarion/app-wildfly");
            replicas.stop(payara);
            servesAsAReplica(readers, administrator, wildfly, replicas);
        }
        System.out.println("readers, while a replica was killed and another stopped: " + readers);
        assertTrue(readers.longest().compareTo(ABSENCE) < 0, readers::toString);
        for (String untrue : List.of("status 404", "status 500")) {
            assertFalse(readers.failures().containsKey(untrue), () -> "of a server that stops: " + readers);
        }
        replicas.stop(wildfly);
    }

    private static String only(Replicas replicas) {
        List<String> running = replicas.running();
        assertEquals(1, running.size(), running::toString);
        return running.get(0);
    }

    private static void servesAsAReplica(Readers readers, Api administrator, String id, Replicas replicas)
            throws IOException {
        assertEquals(id, only(replicas));
        int before = readers.answers();
        Until.isTrue("reads go on", RECOVERY, () -> readers.answers() > before + 20);
        administrator.get("/api/health").expect(200);
        demo.awaitSameSessions(administrator, RECOVERY);
        assertFalse(demo.docker("exec", id, "sh", "-c", "echo x >/opt/x").passed(), "writes to /opt");
        assertEquals("10001", replicas.in(id, "id", "-u"));
        assertEquals("", replicas.in(id, "sh", "-c", PRIVATE_KEYS), "a key that every user of the image would have");
        for (String secret : demo.secretTexts()) {
            assertFalse(demo.docker("logs", id).orFail().contains(secret));
        }
    }

    /** Grafana is left out: no Debian package has it. Its provisioning is checked as text (ObservabilityFilesTest). */
    @Test
    @Order(260)
    void comesUpWithTlsTimescaleQueueAndMonitoring() throws IOException {
        demo.down();
        demo.makeTlsCertificate();
        demo.overlay(List.of("tls", "timescale", "queue", "observability"));
        demo.overlay(disk.overlay());
        demo.overlay(Demo.haste("monitored", "5s", List.of("rabbitmq", "prometheus")));
        demo.up("console", "api", "pxgrid", "simulator", "rabbitmq", "prometheus");
        String https = "https://127.0.0.1:" + demo.tlsPort();
        assertEquals("200", status(https + "/"));
        assertEquals("200", status(https + "/api/health"));
        assertEquals("308", status(demo.console() + "/"), "the plain port leads to the other");
        assertEquals(
                "flow_1d\nflow_1h\nflow_5m\nlogin_attempt\ntopic_history",
                demo.sql("select hypertable_name from timescaledb_information.hypertables order by 1"));
        // A cookie of the console's goes by HTTPS alone; this is the API's own port.
        Api administrator = demo.administrator(demo.api());
        demo.awaitSameSessions(administrator, RECOVERY);
        JsonObject queue =
                administrator.get("/api/v1/connectors/queue").expect(200).json();
        assertEquals("STORING", queue.getJsonObject("consuming").getString("state"), queue::toString);
        Until.holds(
                "Prometheus reads the API's metrics and the connector's",
                RECOVERY,
                () -> demo.in(
                                "prometheus",
                                "promtool",
                                "query",
                                "instant",
                                "http://127.0.0.1:9090",
                                "count by (job) (up == 1)")
                        .orFail(),
                words -> words.contains("job=\"clarion-api\"") && words.contains("job=\"clarion-pxgrid\""));
    }

    @Test
    @Order(270)
    void storesAllThatCameWhileTheDatabasesDiskWasFull() throws IOException {
        Api administrator = demo.administrator(demo.api());
        disk.fill();
        Until.isTrue(
                "what stores says that it does not",
                RECOVERY,
                () -> !administrator
                        .get("/api/v1/connectors/queue")
                        .json()
                        .getJsonObject("consuming")
                        .getString("state")
                        .equals("STORING"));
        assertTrue(demo.docker("logs", Demo.container("postgres")).orFail().contains("No space left on device"));
        disk.makeRoom();
        demo.awaitSameSessions(administrator, RECOVERY);
    }

    private static String status(String url) {
        return new Shell(Map.of())
                .run(
                        Duration.ofMinutes(1),
                        List.of(
                                "curl",
                                "--silent",
                                "--insecure",
                                "--output",
                                "/dev/null",
                                "--write-out",
                                "%{http_code}",
                                url))
                .orFail();
    }

    @Test
    @Order(300)
    void leavesNothingBehind() throws IOException {
        demo.down();
        assertEquals(List.of(), demo.containers());
        assertEquals("", demo.docker("volume", "ls", "-q").orFail().strip());
        engine.stop();
        disk.close();
        assertEquals(List.of(), engine.traces());
    }

    private static boolean connects(String from, String host, int port) {
        return demo.in(from, "timeout", "5", "bash", "-c", "exec 3<>/dev/tcp/" + host + "/" + port)
                .passed();
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 3000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
