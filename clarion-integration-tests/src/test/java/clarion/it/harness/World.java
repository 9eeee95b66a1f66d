package clarion.it.harness;

import clarion.simulator.IseSimulator;
import clarion.simulator.IseSimulatorBuilder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that one Clarion needs around it: a PostgreSQL, an ISE, a server; and callers of every role. */
public final class World implements AutoCloseable {

    /** The administrator's password, as an operator would put it into the bootstrap file. */
    public static final String ADMIN_PASSWORD = "it-Erst-Kennwort-19d4e";

    /** What Prometheus has to show. */
    public static final String METRICS_KEY = "it-metrics-key-0d5c3a1e9b7f48262b61c9";

    /** Where a console may come from, besides Clarion itself. */
    public static final String CONSOLE_ORIGIN = "https://console.corp.example";

    private static final String VIEWER_PASSWORD = "it-Leser-Kennwort-5b77";
    private static final Duration LIVE_PATIENCE = Duration.ofSeconds(60);

    private final Postgres postgres;
    private final IseSimulator ise;
    private final Deployment clarion;
    private final int flowsPort;
    private final List<String> secrets = new ArrayList<>();
    private final Api anonymous;
    private final Api administrator;
    private final Api viewer;

    private World(Postgres postgres, IseSimulator ise, Deployment clarion, int flowsPort) {
        this.postgres = postgres;
        this.ise = ise;
        this.clarion = clarion;
        this.flowsPort = flowsPort;
        this.anonymous = Api.anonymous(clarion.base());
        secrets.addAll(List.of(
                ADMIN_PASSWORD,
                VIEWER_PASSWORD,
                METRICS_KEY,
                postgres.password(),
                ise.pki().password()));
        this.administrator = anonymous.withToken(token("admin", ADMIN_PASSWORD));
        administrator
                .post(
                        "/api/v1/access/accounts",
                        Json.createObjectBuilder()
                                .add("username", "lena")
                                .add("roles", Json.createArrayBuilder().add("viewer"))
                                .add("password", VIEWER_PASSWORD)
                                .build())
                .expect(201);
        this.viewer = anonymous.withToken(token("lena", VIEWER_PASSWORD));
    }

    /**
     * Starts everything and waits until Clarion has a live connection to ISE.
     *
     * @param name for folders; one world of a name at a time
     * @param campus settles what the simulator does
     * @param server makes the deployment
     */
    public static World start(
            String name, UnaryOperator<IseSimulatorBuilder> campus, Function<Settings, Deployment> server) {
        Path home = Scratch.fresh(name);
        int flowsPort = Ports.free();
        Postgres postgres = new Postgres(home.resolve("postgres"));
        IseSimulator ise = null;
        Deployment deployment = null;
        try {
            ise = campus.apply(IseSimulator.builder().dataDirectory(home.resolve("ise")))
                    .start();
            deployment =
                    server.apply(settings(home, postgres, ise).and("clarion.flows.port", Integer.toString(flowsPort)));
            deployment.start();
            World world = new World(postgres, ise, deployment, flowsPort);
            world.awaitConnector("LIVE", LIVE_PATIENCE);
            world.rememberAccessSecrets();
            return world;
        } catch (RuntimeException | Error e) {
            if (deployment != null) {
                deployment.kill();
            }
            if (ise != null) {
                ise.close();
            }
            postgres.close();
            throw e;
        }
    }

    private static Settings settings(Path home, Postgres postgres, IseSimulator ise) {
        Path bootstrap = home.resolve("admin.password");
        Path metricsKey = home.resolve("metrics.key");
        try {
            Files.writeString(bootstrap, ADMIN_PASSWORD);
            Files.writeString(metricsKey, METRICS_KEY + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Settings.with(postgres)
                .and("clarion.access.bootstrap-password-file", bootstrap.toString())
                .and("clarion.metrics.token-file", metricsKey.toString())
                .and("clarion.console.cors-origins", CONSOLE_ORIGIN)
                .and("clarion.pxgrid.controllers", controllers(ise))
                .and("clarion.pxgrid.backoff-max", "PT2S")
                .and("clarion.pxgrid.pending-poll", "PT2S")
                .as(new Settings.Stores(
                        ise.pki().clientKeyStore(),
                        ise.pki().passwordFile(),
                        ise.pki().trustStore(),
                        ise.pki().passwordFile()));
    }

    /** The UDP port at which this Clarion takes flows. */
    public int flowsPort() {
        return flowsPort;
    }

    private static String controllers(IseSimulator ise) {
        return IntStream.rangeClosed(1, ise.nodes().count())
                .mapToObj(ise.nodes()::address)
                .collect(Collectors.joining(","));
    }

    private String token(String username, String password) {
        Answer login = logIn(username, password).expect(200);
        String made = anonymous
                .with("Cookie", sessionCookie(login))
                .with("X-CSRF-Token", login.json().getString("csrfToken"))
                .post("/api/v1/access/tokens", "{\"name\":\"whole-system tests\"}")
                .expect(201)
                .json()
                .getString("token");
        secrets.add(made);
        secrets.add(sessionCookie(login).replaceFirst("^[^=]*=", ""));
        return made;
    }

    /** What ISE gave the connector to sign in with at its services. */
    private void rememberAccessSecrets() {
        for (String peer : List.of("~ise-pubsub-ise1", "~ise-mnt-ise1", "~ise-admin-ise1")) {
            secrets.add(ise.accounts().secret("clarion", peer));
        }
    }

    /** Logs in as the console does. */
    public Answer logIn(String username, String password) {
        return anonymous.post(
                "/api/v1/access/login",
                Json.createObjectBuilder()
                        .add("username", username)
                        .add("password", password)
                        .build());
    }

    /** The {@code name=value} of the session cookie that a login set. */
    public static String sessionCookie(Answer login) {
        return login.header("Set-Cookie").replaceFirst(";.*", "");
    }

    /** Waits until the connector is in a state. */
    public JsonObject awaitConnector(String state, Duration patience) {
        return Until.holds(
                "the connector is " + state,
                patience,
                () -> status().getJsonObject("connector"),
                connector -> connector.getString("state").equals(state));
    }

    public JsonObject status() {
        return viewer.get("/api/v1/status").expect(200).json();
    }

    /** Audit session ids of what is live in Clarion. */
    public Set<String> liveSessions() {
        return viewer
                .get("/api/v1/sessions?live=true&limit=1000")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(session -> session.getString("auditSessionId", "none"))
                .collect(Collectors.toSet());
    }

    /** Waits until Clarion and ISE agree on who is there. */
    public void awaitSameSessions(Duration patience) {
        Until.holds(
                "Clarion and ISE agree on who is there",
                patience,
                () -> {
                    Set<String> difference = new TreeSet<>();
                    Set<String> live = liveSessions();
                    Set<String> known = ise.sessions().all().stream()
                            .map(session -> String.valueOf(session.text("auditSessionId")))
                            .collect(Collectors.toSet());
                    known.stream().filter(id -> !live.contains(id)).forEach(id -> difference.add("missing " + id));
                    live.stream().filter(id -> !known.contains(id)).forEach(id -> difference.add("surplus " + id));
                    return difference;
                },
                Set::isEmpty);
    }

    public Postgres postgres() {
        return postgres;
    }

    public IseSimulator ise() {
        return ise;
    }

    public Deployment clarion() {
        return clarion;
    }

    public Api anonymous() {
        return anonymous;
    }

    public Api administrator() {
        return administrator;
    }

    public Api viewer() {
        return viewer;
    }

    /** Everything that must stand in no log. */
    public List<String> secrets() {
        return List.copyOf(secrets);
    }

    @Override
    public void close() {
        try {
            clarion.close();
        } finally {
            try {
                ise.close();
            } finally {
                postgres.close();
            }
        }
    }
}
