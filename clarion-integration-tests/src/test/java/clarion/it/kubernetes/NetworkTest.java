package clarion.it.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may talk to whom, and on which ports: exactly what the tables of {@code kubernetes/README.md} say. */
class NetworkTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void everythingIsForbiddenFirst(String overlay) {
        Manifest policy = Rendering.kustomize(overlay).stream()
                .filter(manifest -> manifest.toString().equals("NetworkPolicy/default-deny"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}",
                policy.at("spec").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void thePoliciesAllowWhatTheTableSays(String overlay) {
        assertEquals(table("Who talks to whom", 5, overlay), policies(overlay).collect(lines()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void whatOnePodMaySendTheOtherMayReceive(String overlay) {
        Set<String> pods = Set.of("console", "api", "pxgrid", "collector", "postgres", "simulator");
        Set<String> sent = new TreeSet<>();
        Set<String> received = new TreeSet<>();
        policies(overlay).map(line -> line.split(" \\| ")).forEach(words -> {
            for (String from : words[1].split(", ")) {
                if (pods.contains(from) && pods.contains(words[2])) {
                    (words[0].contains("-to-") ? sent : received).add(from + " " + words[2] + " " + words[3]);
                }
            }
        });
        assertEquals(sent, received);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void onlyDocumentedPortsAreOpenAndFromOutsideThatOfFlowsAlone(String overlay) {
        Set<String> ports = new TreeSet<>();
        for (Manifest manifest : Rendering.kustomize(overlay)) {
            for (JsonObject container : manifest.allContainers()) {
                for (JsonObject port : Manifest.objects(container, "ports")) {
                    ports.add(manifest.component() + " | " + Manifest.text(port, "containerPort"));
                    assertTrue(!port.has("hostPort"), port::toString);
                }
            }
            if (manifest.kind().equals("Service")) {
                boolean outside = manifest.toString().equals("Service/collector");
                assertEquals(outside ? "LoadBalancer" : "ClusterIP", manifest.text("spec.type"), manifest::toString);
                for (JsonObject port : Manifest.objects(manifest.json(), "spec.ports")) {
                    assertTrue(
                            ports.isEmpty()
                                    || !Manifest.text(port, "targetPort").isEmpty(),
                            port::toString);
                }
            }
        }
        assertEquals(table("Ports", 2, overlay), ports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void theConnectorHasNoAddressThatCouldBeReachedFromOutside(String overlay) {
        Manifest service = Rendering.kustomize(overlay).stream()
                .filter(manifest -> manifest.toString().equals("Service/pxgrid"))
                .findFirst()
                .orElseThrow();
        assertEquals("None", service.text("spec.clusterIP"));
        Rendering.kustomize(overlay).stream()
                .filter(manifest -> manifest.kind().equals("Ingress"))
                .forEach(ingress -> assertTrue(
                        !ingress.json().toString().contains("pxgrid")
                                && ingress.json().toString().contains("\"tls\""),
                        ingress::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void anExporterKeepsItsAddressAndItsCollector(String overlay) {
        Manifest service = Rendering.kustomize(overlay).stream()
                .filter(manifest -> manifest.toString().equals("Service/collector"))
                .findFirst()
                .orElseThrow();
        assertEquals("Local", service.text("spec.externalTrafficPolicy"));
        assertEquals("ClientIP", service.text("spec.sessionAffinity"));
        assertEquals(
                java.util.List.of("UDP 2055"),
                Manifest.objects(service.json(), "spec.ports").stream()
                        .map(port -> Manifest.text(port, "protocol") + " " + Manifest.text(port, "port"))
                        .toList());
    }

    /** One line per policy: its name, who sends, who receives, on which port. */
    private static Stream<String> policies(String overlay) {
        return Rendering.kustomize(overlay).stream()
                .filter(manifest -> manifest.kind().equals("NetworkPolicy"))
                .filter(manifest -> !manifest.name().equals("default-deny"))
                .map(policy -> {
                    boolean egress = policy.at("spec.policyTypes").toString().contains("Egress");
                    String self = selected(policy.json().getAsJsonObject("spec").getAsJsonObject("podSelector"));
                    JsonObject rule = Manifest.objects(policy.json(), egress ? "spec.egress" : "spec.ingress")
                            .get(0);
                    String peers = Manifest.objects(rule, egress ? "to" : "from").stream()
                            .map(NetworkTest::peer)
                            .collect(Collectors.joining(", "));
                    String ports = Manifest.objects(rule, "ports").stream()
                            .map(port -> Manifest.text(port, "port"))
                            .distinct()
                            .collect(Collectors.joining(", "));
                    return String.join(" | ", policy.name(), egress ? self : peers, egress ? peers : self, ports);
                });
    }

    private static String peer(JsonObject peer) {
        if (peer.has("ipBlock")) {
            return Manifest.text(peer, "ipBlock.cidr");
        }
        String pod = peer.has("podSelector") ? selected(peer.getAsJsonObject("podSelector")) : "";
        if (!peer.has("namespaceSelector")) {
            return pod;
        }
        String namespace = peer.getAsJsonObject("namespaceSelector")
                .getAsJsonObject("matchLabels")
                .get("kubernetes.io/metadata.name")
                .getAsString();
        return "namespace " + namespace + (pod.isEmpty() ? "" : ", " + pod);
    }

    private static String selected(JsonObject selector) {
        if (selector.has("matchLabels")) {
            JsonObject labels = selector.getAsJsonObject("matchLabels");
            return labels.has("k8s-app")
                    ? labels.get("k8s-app").getAsString()
                    : labels.get("app.kubernetes.io/component").getAsString();
        }
        return Manifest.objects(selector, "matchExpressions").stream()
                .flatMap(expression -> expression.getAsJsonArray("values").asList().stream())
                .map(value -> value.getAsString())
                .collect(Collectors.joining(", "));
    }

    /** The first cells of each row of a table in the README whose last cell names base or the overlay. */
    private static Set<String> table(String heading, int columns, String overlay) {
        String readme = Rendering.read(Rendering.SOURCES.resolve("README.md"));
        String section = readme.substring(readme.indexOf("## " + heading)).replaceFirst("(?s)\n## .*", "");
        return section.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| policy") && !line.startsWith("| pod "))
                .map(line -> line.replace("`", "").substring(2).split("\\s*\\|\\s*"))
                .filter(cells -> Set.of("base", overlay).contains(cells[cells.length - 1]))
                .map(cells -> String.join(" | ", java.util.List.of(cells).subList(0, columns == 5 ? 4 : 2)))
                .collect(lines());
    }

    private static java.util.stream.Collector<String, ?, Set<String>> lines() {
        return Collectors.toCollection(TreeSet::new);
    }
}
