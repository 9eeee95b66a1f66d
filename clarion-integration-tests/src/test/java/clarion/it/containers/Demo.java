package clarion.it.containers;

import clarion.it.harness.Api;
import clarion.it.harness.Ports;
import clarion.it.harness.Project;
import clarion.it.harness.Until;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code compose.yaml} with {@code compose.demo.yaml}, as a project of its own on ports of its own. */
final class Demo {

    static final List<String> SERVICES = List.of("console", "api", "pxgrid", "collector", "postgres", "simulator");

    private static final String PROJECT = "clarion-it";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<Path> NPM_SETTINGS = List.of(Path.of(System.getProperty("user.home"), ".npmrc"));
    private static final List<Path> CA_CERTIFICATES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"));

    private final Shell shell;
    private final Path secrets;
    private final int consolePort = Ports.free();
    private final int apiPort = Ports.freePair();
    private final int tlsPort = Ports.free();
    private final List<Path> files = new ArrayList<>(List.of(
            Path.of("docker/compose.yaml"), Path.of("docker/compose.demo.yaml"), haste("demo", "2s", SERVICES)));
    private final int flowsPort = Ports.free();

    Demo(Engine engine) {
        secrets = Project.work("demo-secrets");
        Map<String, String> environment = new HashMap<>(engine.environment());
        environment.put("CLARION_PROJECT", PROJECT);
        environment.put("CLARION_SECRETS", secrets.toString());
        environment.put("CLARION_CONSOLE_PORT", Integer.toString(consolePort));
        environment.put("CLARION_CONSOLE_TLS_PORT", Integer.toString(tlsPort));
        // Two, so that a replica can come before another goes.
        environment.put("CLARION_API_PORT", apiPort + "-" + (apiPort + 1));
        environment.put("CLARION_FLOWS_PORT", Integer.toString(flowsPort));
        environment.put("CLARION_DEMO_DEVICES", "200");
        // The private engine has no bridge of its own to build on.
        environment.put("CLARION_BUILD_NETWORK", "host");
        // What this machine needs to reach its npm registry, for the build alone.
        NPM_SETTINGS.stream()
                .filter(Files::isReadable)
                .forEach(file -> environment.put("CLARION_NPMRC", file.toString()));
        CA_CERTIFICATES.stream()
                .filter(Files::isReadable)
                .forEach(file -> environment.put("CLARION_CA_CERTIFICATES", file.toString()));
        shell = new Shell(environment);
    }

    /** Asks for health more often, so that a test waits for what it waits for; all else is as it is shipped. */
    static Path haste(String name, String interval, List<String> services) {
        StringBuilder text = new StringBuilder("services:\n");
        services.forEach(service -> text.append("  " + service + ": {healthcheck: {interval: " + interval + "}}\n"));
        Path file = Project.work("demo-haste").resolve(name + ".yaml");
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Images build() {
        shell.run(MINUTE, "docker/secrets").orFail();
        return Images.build(shell, command("build"));
    }

    /** Starts these services, or all. */
    void up(String... services) {
        Shell.Outcome outcome = compose(
                Duration.ofMinutes(5),
                Stream.concat(Stream.of("up", "--detach", "--wait", "--wait-timeout", "240"), Stream.of(services))
                        .toArray(String[]::new));
        if (!outcome.passed()) {
            throw new AssertionError(
                    outcome.words() + compose(MINUTE, "logs", "--tail", "40").words());
        }
    }

    void down() {
        compose(Duration.ofMinutes(2), "down", "--volumes", "--timeout", "20").orFail();
    }

    Shell.Outcome compose(Duration patience, String... what) {
        return shell.run(patience, command(what));
    }

    /** With another image of the application. */
    Shell.Outcome composeWith(String image, Duration patience, String... what) {
        Map<String, String> environment = new HashMap<>(shell.environment());
        environment.put("CLARION_APP_IMAGE", image);
        return new Shell(environment).run(patience, command(what));
    }

    /** With these compose files of Clarion's as well, from now on. */
    void overlay(List<String> names) {
        names.forEach(name -> overlay(Path.of("docker", "compose." + name + ".yaml")));
    }

    /** With this compose file as well, from now on. */
    void overlay(Path file) {
        files.add(file);
    }

    /** Puts another certificate in the place of the connector's. */
    void renewCertificate() {
        new Certificates(shell).renew(container("simulator"));
    }

    /** A certificate for the console, of nobody's CA. */
    void makeTlsCertificate() {
        new Certificates(shell).makeForTheConsole(secrets.resolve("tls"));
    }

    private List<String> command(String... what) {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        files.forEach(file -> command.addAll(List.of("-f", file.toString())));
        command.addAll(List.of(what));
        return command;
    }

    Shell.Outcome docker(String... what) {
        return shell.run(
                MINUTE, Stream.concat(Stream.of("docker"), Stream.of(what)).toList());
    }

    /** Runs a command in a service's container. */
    Shell.Outcome in(String service, String... command) {
        return docker(Stream.concat(Stream.of("exec", container(service)), Stream.of(command))
                .toArray(String[]::new));
    }

    /** What the database answers, a line a row. */
    String sql(String query) {
        return in("postgres", "psql", "--host=/run/postgresql", "--username=clarion", "--dbname=clarion", "-Atc", query)
                .orFail()
                .strip();
    }

    /** The name of a service's only container. */
    static String container(String service) {
        return PROJECT + "-" + service + "-1";
    }

    /** The containers' names. */
    List<String> containers() {
        return docker("ps", "--format", "{{.Names}}").orFail().lines().sorted().toList();
    }

    int consolePort() {
        return consolePort;
    }

    int tlsPort() {
        return tlsPort;
    }

    int flowsPort() {
        return flowsPort;
    }

    int apiPort() {
        return apiPort;
    }

    URI console() {
        return URI.create("http://127.0.0.1:" + consolePort);
    }

    /** The API at its own port, which is for this machine alone. */
    URI api() {
        String published = docker("port", container("api"), "8000/tcp").orFail().strip();
        return URI.create("http://" + published);
    }

    String adminPassword() throws IOException {
        return Files.readString(secrets.resolve("admin.password")).strip();
    }

    /** Everything that is nobody's business. */
    List<String> secretTexts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : List.of("db.password", "connector.key", "admin.password")) {
            texts.add(Files.readString(secrets.resolve(file)).strip());
        }
        texts.add(Files.readAllLines(secrets.resolve("postgres.key")).get(1));
        return texts;
    }

    /** An administrator who came in through the console's nginx. */
    Api administrator() throws IOException {
        return administrator(console());
    }

    /** An administrator who came in there. */
    Api administrator(URI base) throws IOException {
        Api anonymous = Api.anonymous(base);
        var login = anonymous
                .post(
                        "/api/v1/access/login",
                        Json.createObjectBuilder()
                                .add("username", "admin")
                                .add("password", adminPassword())
                                .build())
                .expect(200);
        return anonymous.with("Cookie", login.header("Set-Cookie").replaceFirst(";.*", ""));
    }

    /** Waits until the API shows exactly the sessions that the simulated ISE has. */
    void awaitSameSessions(Api api, Duration patience) {
        Until.holds(
                "Clarion and ISE agree on who is there",
                patience,
                () -> {
                    Set<String> difference = new TreeSet<>();
                    Set<String> known = sessionsOfIse();
                    Set<String> live = liveSessions(api);
                    known.stream().filter(id -> !live.contains(id)).forEach(id -> difference.add("missing " + id));
                    live.stream().filter(id -> !known.contains(id)).forEach(id -> difference.add("surplus " + id));
                    if (known.isEmpty()) {
                        difference.add("ISE has no sessions yet");
                    }
                    return difference;
                },
                Set::isEmpty);
    }

    static Set<String> liveSessions(Api api) {
        return ids(api.get("/api/v1/sessions?live=true&limit=1000").expect(200).json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject()));
    }

    private Set<String> sessionsOfIse() {
        String body = in(
                        "simulator",
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/127.0.0.1/8911; printf 'GET /truth/sessions HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3")
                .orFail();
        return ids(body.lines().filter(line -> line.startsWith("{")).map(Demo::object));
    }

    private static Set<String> ids(Stream<JsonObject> sessions) {
        return sessions.map(session -> session.getString("auditSessionId", "none"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonObject object(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
