package clarion.it.containers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Project;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compose files as {@code docker compose} understands them; no engine runs. */
class ComposeFilesIT {

    private static final List<String> OVERLAYS = List.of("demo", "dev", "timescale", "observability", "tls", "queue");

    private static Shell shell = new Shell(Map.of());

    @BeforeAll
    static void makeSecrets() {
        Shell tools = Tools.compose();
        String secrets = Project.work("compose-secrets").toString();
        tools.run(Duration.ofMinutes(1), "docker/secrets", secrets).orFail();
        Map<String, String> environment = new HashMap<>(tools.environment());
        environment.put("CLARION_SECRETS", secrets);
        shell = new Shell(environment);
    }

    /** None, each by itself, each but one, all, and those that the documents name together. */
    static Stream<List<String>> combinations() {
        Set<List<String>> combinations = new LinkedHashSet<>(List.of(List.of(), OVERLAYS));
        for (String one : OVERLAYS) {
            combinations.add(List.of(one));
            combinations.add(
                    OVERLAYS.stream().filter(other -> !other.equals(one)).toList());
        }
        combinations.add(List.of("demo", "observability"));
        combinations.add(List.of("demo", "queue"));
        combinations.add(List.of("timescale", "observability", "tls"));
        combinations.add(List.of("observability", "tls", "queue"));
        return combinations.stream();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void isValidWithOverlaysAloneAndTogether(List<String> overlays) {
        shell.run(Duration.ofMinutes(1), command(overlays, "config", "--quiet")).orFail();
    }

    @Test
    void publishesTheConsoleAndTheCollectorAndOnLoopbackTheApi() {
        assertEquals(
                Map.of(
                        "console", Set.of("0.0.0.0:3000"),
                        "collector", Set.of("0.0.0.0:2055"),
                        "api", Set.of("127.0.0.1:8000")),
                published(List.of()));
    }

    @Test
    void publishesOnLoopbackWhatIsForTheMachineItself() {
        Map<String, Set<String>> all = published(List.of("demo", "dev", "timescale", "observability", "queue"));
        assertEquals(Set.of("0.0.0.0:2055"), all.remove("collector"), "switches are elsewhere");
        assertTrue(
                all.values().stream().flatMap(Set::stream).allMatch(address -> address.startsWith("127.0.0.1:")),
                all::toString);
        assertEquals(Set.of("console", "api", "pxgrid", "grafana"), all.keySet());
    }

    @Test
    void letsNobodyButTheConnectorReachTheCertificates() {
        for (List<String> overlays : List.of(List.<String>of(), List.of("demo"))) {
            JsonObject services = config(overlays).getJsonObject("services");
            services.forEach((name, service) -> {
                boolean mounted = volumes(service)
                        .anyMatch(volume -> volume.getString("target", "").startsWith("/run/secrets/pxgrid"));
                assertEquals(name.equals("pxgrid"), mounted, name);
            });
        }
    }

    @Test
    void keepsDatabaseAndMonitoringOnInternalNetworks() {
        JsonObject config = config(List.of("observability", "queue"));
        JsonObject networks = config.getJsonObject("networks");
        for (String service : List.of("postgres", "prometheus", "rabbitmq")) {
            for (String network : config.getJsonObject("services")
                    .getJsonObject(service)
                    .getJsonObject("networks")
                    .keySet()) {
                assertTrue(networks.getJsonObject(network).getBoolean("internal", false), service + " " + network);
            }
        }
    }

    @Test
    void hardensEveryService() {
        JsonObject services =
                config(List.of("demo", "observability", "tls", "queue")).getJsonObject("services");
        services.forEach((name, value) -> {
            JsonObject service = value.asJsonObject();
            assertAll(
                    name,
                    () -> assertTrue(service.getBoolean("read_only", false), "read-only root"),
                    () -> assertEquals("ALL", service.getJsonArray("cap_drop").getString(0)),
                    () -> assertEquals(
                            "no-new-privileges:true",
                            service.getJsonArray("security_opt").getString(0)),
                    () -> assertTrue(service.containsKey("mem_limit"), "a limit of memory"),
                    () -> assertTrue(service.containsKey("pids_limit"), "a limit of processes"),
                    () -> assertEquals("unless-stopped", service.getString("restart", "")),
                    () -> assertEquals(
                            "10m",
                            service.getJsonObject("logging")
                                    .getJsonObject("options")
                                    .getString("max-size")));
        });
    }

    @Test
    void passesNoSecretByTheEnvironment() {
        JsonObject services =
                config(List.of("demo", "observability", "tls", "queue")).getJsonObject("services");
        services.forEach((name, value) -> {
            JsonValue environment = value.asJsonObject().get("environment");
            if (environment instanceof JsonObject variables) {
                variables.forEach((key, text) -> {
                    boolean secretive = key.matches(".*(PASSWORD|SECRET|TOKEN|KEY).*") && !key.matches(".*_FILE$");
                    assertTrue(!secretive, () -> name + " has " + key + "=" + text);
                });
            }
        });
    }

    private static Stream<JsonObject> volumes(JsonValue service) {
        JsonObject object = service.asJsonObject();
        return object.containsKey("volumes")
                ? object.getJsonArray("volumes").getValuesAs(JsonObject.class).stream()
                : Stream.empty();
    }

    private static Map<String, Set<String>> published(List<String> overlays) {
        Map<String, Set<String>> ports = new TreeMap<>();
        config(overlays).getJsonObject("services").forEach((name, service) -> {
            if (service.asJsonObject().containsKey("ports")) {
                for (JsonObject port :
                        service.asJsonObject().getJsonArray("ports").getValuesAs(JsonObject.class)) {
                    ports.computeIfAbsent(name, unused -> new TreeSet<>())
                            .add(port.getString("host_ip", "") + ":"
                                    + text(port.getOrDefault("published", JsonValue.NULL)));
                }
            }
        });
        return ports;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }

    private static JsonObject config(List<String> overlays) {
        String words = shell.run(Duration.ofMinutes(1), command(overlays, "config", "--format", "json"))
                .orFail();
        try (JsonReader reader = Json.createReader(new StringReader(words.substring(words.indexOf('{'))))) {
            return reader.readObject();
        }
    }

    private static List<String> command(List<String> overlays, String... what) {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "-f", "docker/compose.yaml"));
        overlays.forEach(overlay -> command.addAll(List.of("-f", "docker/compose." + overlay + ".yaml")));
        command.addAll(List.of(what));
        return command;
    }
}
