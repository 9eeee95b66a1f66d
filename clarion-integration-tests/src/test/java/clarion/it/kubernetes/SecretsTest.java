package clarion.it.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pod gets which secret, and that none gets one in another way than as a file. */
class SecretsTest {

    private static final Map<String, Set<String>> MAY = Map.of(
            "clarion-pxgrid-certificates", Set.of("pxgrid"),
            "clarion-database", Set.of("api", "pxgrid", "collector", "postgres"),
            "clarion-connector-key", Set.of("api", "pxgrid", "collector"),
            "clarion-metrics-token", Set.of("api", "pxgrid", "collector"),
            "clarion-admin-password", Set.of("api"),
            "clarion-postgres", Set.of("postgres"),
            "clarion-simulator-pki", Set.of("simulator"));

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void thePxGridCertificatesAreInThePxGridPodsAlone(String overlay) {
        Set<String> pods = Rendering.kustomize(overlay).stream()
                .filter(manifest -> manifest.json().toString().contains("clarion-pxgrid-certificates"))
                .filter(manifest -> !manifest.kind().equals("Secret"))
                .map(Manifest::toString)
                .collect(Collectors.toSet());
        assertEquals(Set.of("Deployment/pxgrid"), pods);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void everyPodHasTheSecretsThatItNeedsAndNoOthers(String overlay) {
        Rendering.kustomize(overlay).stream()
                .filter(manifest -> manifest.pod().isPresent())
                .forEach(workload -> {
                    Set<String> mounted = new TreeSet<>();
                    for (JsonObject volume : Manifest.objects(workload.json(), "spec.template.spec.volumes")) {
                        String secret = Manifest.text(volume, "secret.secretName");
                        if (!secret.isEmpty()) {
                            mounted.add(withoutHash(secret));
                            assertEquals("288", Manifest.text(volume, "secret.defaultMode"), "0440, of " + secret);
                        }
                    }
                    Set<String> allowed = MAY.entrySet().stream()
                            .filter(entry -> entry.getValue().contains(workload.component()))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertEquals(allowed, mounted, workload::toString);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void secretsAreReadOnlyFilesAndNeverVariables(String overlay) {
        Rendering.kustomize(overlay).stream()
                .flatMap(manifest -> manifest.allContainers().stream())
                .forEach(container -> {
                    assertFalse(container.toString().contains("secretKeyRef"), container::toString);
                    assertFalse(container.toString().contains("secretRef"), container::toString);
                    for (JsonObject mount : Manifest.objects(container, "volumeMounts")) {
                        if (Manifest.text(mount, "mountPath").startsWith("/run/secrets")) {
                            assertEquals("true", Manifest.text(mount, "readOnly"), mount::toString);
                        }
                    }
                });
        Rendering.kustomize(overlay).stream()
                .filter(manifest -> manifest.kind().equals("ConfigMap"))
                .flatMap(map -> map.json().getAsJsonObject("data").keySet().stream())
                .filter(key -> key.matches(".*(PASSWORD|KEY|TOKEN|SECRET).*"))
                .forEach(key -> assertTrue(key.endsWith("_FILE"), key));
    }

    @Test
    void theRepositoryHoldsNoSecret() {
        assertEquals(
                Set.of(),
                Stream.concat(Rendering.files().stream(), Rendering.kustomize("production").stream())
                        .filter(manifest -> manifest.kind().equals("Secret"))
                        .map(Manifest::toString)
                        .collect(Collectors.toSet()));
        assertTrue(
                Rendering.read(Rendering.SOURCES.resolve("../.gitignore")).contains("kubernetes/overlays/*/secrets/"));
    }

    /** Kustomize ends the names of what it generates in a hash of the content. */
    static String withoutHash(String name) {
        return name.replaceFirst("-[0-9a-z]{10}$", "");
    }
}
