package clarion.it.harness;

import clarion.simulator.IseSimulator;
import clarion.simulator.IseSimulatorBuilder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One Clarion of several processes around a PostgreSQL and an ISE: replicas with the role {@code api}, and processes
 * with the role {@code pxgrid} of which one leads. The latter reach the database by wires that can be cut.
 */
public final class Cluster implements AutoCloseable {

    /** The key that its processes share. */
    public static final String KEY = "it-Schluessel-0b5f9c1d7a3e4862-unter-uns";

    private static final String ADMIN_PASSWORD = World.ADMIN_PASSWORD;

    /**
     * A process that holds the connection or stands by.
     *
     * @param server the process
     * @param wire its way to the database
     */
    public record Connector(MicroServer server, Wire wire) {

        /** Whether its name, which ends in its process id, is that one. */
        public boolean isCalled(String name) {
            return name.endsWith("/" + server.pid());
        }
    }

    private final Postgres postgres;
    private final IseSimulator ise;
    private final Path home;
    private final List<Connector> connectors = new ArrayList<>();
    private final List<MicroServer> replicas = new ArrayList<>();
    private final List<Api> callers = new ArrayList<>();
    private String administrator = "";

    private Cluster(Path home, UnaryOperator<IseSimulatorBuilder> campus) {
        this.home = home;
        postgres = new Postgres(home.resolve("postgres"));
        ise = campus.apply(IseSimulator.builder().dataDirectory(home.resolve("ise")))
                .start();
        try {
            Files.writeString(home.resolve("connector.key"), KEY + "\n");
            Files.writeString(home.resolve("admin.password"), ADMIN_PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts everything and waits for the connection to ISE.
     *
     * @param name for folders; one cluster of a name at a time
     * @param campus settles what the simulator does
     */
    public static Cluster start(String name, int apis, int pxgrids, UnaryOperator<IseSimulatorBuilder> campus) {
        Path home = Scratch.fresh(name);
        Cluster cluster = new Cluster(home, campus);
        try {
            for (int i = 1; i <= pxgrids; i++) {
                cluster.addConnector(name + "-pxgrid" + i);
            }
            for (int i = 1; i <= apis; i++) {
                cluster.replicas.add(new MicroServer(name + "-api" + i, cluster.replicaSettings()));
            }
            cluster.replicas.forEach(MicroServer::start);
            cluster.connectors.forEach(connector -> connector.server().start());
            cluster.logIn();
            cluster.awaitLive(Duration.ofSeconds(60));
            return cluster;
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    /** The settings of a replica that serves the API and has no certificate. */
    public Settings replicaSettings() {
        List<String> urls = connectors.stream()
                .map(connector -> connector.server().base().toString())
                .toList();
        return Settings.with(postgres)
                .and("clarion.role", "api")
                .and("clarion.connector.key-file", home.resolve("connector.key").toString())
                .and("clarion.connector.urls", String.join(",", urls))
                .and(
                        "clarion.access.bootstrap-password-file",
                        home.resolve("admin.password").toString());
    }

    private void addConnector(String name) {
        Wire wire = new Wire(postgres.port());
        connectors.add(new Connector(
                new MicroServer(
                        name,
                        Settings.with(postgres)
                                .and("clarion.role", "pxgrid")
                                .and("clarion.db.url", "jdbc:postgresql://127.0.0.1:" + wire.port() + "/clarion")
                                .and(
                                        "clarion.connector.key-file",
                                        home.resolve("connector.key").toString())
                                .and("clarion.pxgrid.controllers", controllers())
                                .and("clarion.pxgrid.backoff-initial", "PT0.5S")
                                .and("clarion.pxgrid.backoff-max", "PT2S")
                                .as(new Settings.Stores(
                                        ise.pki().clientKeyStore(),
                                        ise.pki().passwordFile(),
                                        ise.pki().trustStore(),
                                        ise.pki().passwordFile()))),
                wire));
    }

    private String controllers() {
        return String.join(
                ",",
                IntStream.rangeClosed(1, ise.nodes().count())
                        .mapToObj(ise.nodes()::address)
                        .toList());
    }

    private void logIn() {
        Api first = Api.anonymous(replicas.get(0).base());
        Answer login = first.post(
                        "/api/v1/access/login",
                        Json.createObjectBuilder()
                                .add("username", "admin")
                                .add("password", ADMIN_PASSWORD)
                                .build())
                .expect(200);
        String token = first.with("Cookie", World.sessionCookie(login))
                .with("X-CSRF-Token", login.json().getString("csrfToken"))
                .post("/api/v1/access/tokens", "{\"name\":\"cluster\"}")
                .expect(201)
                .json()
                .getString("token");
        administrator = token;
        replicas.forEach(replica -> callers.add(administrator(replica.base())));
    }

    /** An administrator at any replica. */
    public Api administrator(URI replica) {
        return Api.anonymous(replica).withToken(administrator);
    }

    /** An administrator at a replica, from 0. */
    public Api at(int replica) {
        return callers.get(replica);
    }

    /** The process of a replica, from 0. */
    public MicroServer replica(int replica) {
        return replicas.get(replica);
    }

    /** How many replicas serve the API. */
    public int replicas() {
        return replicas.size();
    }

    /** The connector as a replica sees it. */
    public JsonObject connector(int replica) {
        return at(replica).get("/api/v1/connectors/pxgrid").expect(200).json();
    }

    /** Waits until every replica says that the connection is live; returns what the first says. */
    public JsonObject awaitLive(Duration patience) {
        JsonObject first = awaitState(0, "LIVE", patience);
        for (int i = 1; i < replicas.size(); i++) {
            awaitState(i, "LIVE", patience);
        }
        return first;
    }

    /** Waits until a replica says that the connector is in a state. */
    public JsonObject awaitState(int replica, String state, Duration patience) {
        return Until.holds(
                "replica " + replica + " says that the connector is " + state,
                patience,
                () -> connector(replica),
                connector -> connector.getString("state").equals(state));
    }

    /** The process that leads, by what the first replica says. */
    public Connector leader() {
        String holder = connector(0).getJsonObject("leader").getString("holder");
        return connectors.stream()
                .filter(connector -> connector.isCalled(holder))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is called " + holder));
    }

    /** The one that does not lead, of two. */
    public Connector standby() {
        Connector leader = leader();
        return connectors.stream()
                .filter(connector -> !connector.equals(leader))
                .findFirst()
                .orElseThrow();
    }

    public List<Connector> connectors() {
        return List.copyOf(connectors);
    }

    public Postgres postgres() {
        return postgres;
    }

    public IseSimulator ise() {
        return ise;
    }

    @Override
    public void close() {
        replicas.forEach(MicroServer::kill);
        connectors.forEach(connector -> connector.server().kill());
        connectors.forEach(connector -> connector.wire().close());
        ise.close();
        postgres.close();
    }
}
