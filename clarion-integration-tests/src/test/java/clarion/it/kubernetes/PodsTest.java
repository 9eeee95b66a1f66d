package clarion.it.kubernetes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every pod, in both overlays: the restricted Pod Security Standard, and more. */
class PodsTest {

    private static final Set<String> VOLUMES =
            Set.of("configMap", "emptyDir", "persistentVolumeClaim", "projected", "secret");

    @Test
    void everyPodKeepsToTheRestrictedStandard() {
        eachPod((workload, pod) -> {
            assertEquals("true", Manifest.text(pod, "securityContext.runAsNonRoot"));
            assertEquals("RuntimeDefault", Manifest.text(pod, "securityContext.seccompProfile.type"));
            assertTrue(Integer.parseInt(Manifest.text(pod, "securityContext.runAsUser")) > 0);
            for (String forbidden : List.of("hostNetwork", "hostPID", "hostIPC", "hostUsers")) {
                assertFalse(pod.has(forbidden), forbidden);
            }
            for (JsonObject volume : Manifest.objects(pod, "volumes")) {
                assertTrue(
                        volume.keySet().stream()
                                .filter(key -> !key.equals("name"))
                                .allMatch(VOLUMES::contains),
                        volume::toString);
            }
        });
        eachContainer((workload, container) -> {
            assertEquals("false", Manifest.text(container, "securityContext.allowPrivilegeEscalation"));
            assertEquals("true", Manifest.text(container, "securityContext.readOnlyRootFilesystem"));
            assertEquals(
                    "[\"ALL\"]",
                    Manifest.at(container, "securityContext.capabilities.drop").toString());
            assertFalse(Manifest.at(container, "securityContext.capabilities")
                    .toString()
                    .contains("add"));
            assertFalse(container.getAsJsonObject("securityContext").has("privileged"));
        });
    }

    @Test
    void noPodSpeaksToKubernetesOrIsToldOfOtherServices() {
        eachPod((workload, pod) -> {
            assertEquals("clarion", Manifest.text(pod, "serviceAccountName"));
            assertEquals("false", Manifest.text(pod, "automountServiceAccountToken"));
            assertEquals("false", Manifest.text(pod, "enableServiceLinks"));
        });
    }

    @Test
    void everyContainerSaysWhatItNeedsAndHowItIs() {
        eachContainer((workload, container) -> {
            assertFalse(Manifest.text(container, "resources.requests.cpu").isEmpty());
            assertFalse(Manifest.text(container, "resources.requests.memory").isEmpty());
            assertFalse(Manifest.text(container, "resources.limits.memory").isEmpty());
        });
        workloads().forEach(workload -> {
            for (JsonObject container : Manifest.objects(workload.json(), "spec.template.spec.containers")) {
                for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                    assertTrue(container.has(probe), () -> workload + " has no " + probe);
                }
            }
        });
    }

    @Test
    void clarionsOwnPodsAreAskedAtTheHealthEndpointOfEachKind() {
        workloads()
                .filter(workload -> Set.of("api", "pxgrid", "collector").contains(workload.name()))
                .forEach(workload -> {
                    JsonObject container = workload.allContainers().get(0);
                    assertEquals("/health/started", Manifest.text(container, "startupProbe.httpGet.path"));
                    assertEquals("/health/live", Manifest.text(container, "livenessProbe.httpGet.path"));
                    assertEquals("/health/ready", Manifest.text(container, "readinessProbe.httpGet.path"));
                });
    }

    @Test
    void everyImageIsPinned() {
        eachContainer((workload, container) -> {
            String image = Manifest.text(container, "image");
            assertTrue(image.matches(".+(:[0-9][0-9A-Za-z.-]*|@sha256:[0-9a-f]{64})"), image);
        });
    }

    @Test
    void theApplicationRunsIn768MiB() {
        workloads()
                .filter(workload -> Set.of("api", "pxgrid").contains(workload.name()))
                .forEach(workload -> assertEquals(
                        "768Mi", Manifest.text(workload.allContainers().get(0), "resources.limits.memory")));
    }

    private static Stream<Manifest> workloads() {
        return Stream.of("demo", "production")
                .flatMap(overlay -> Rendering.kustomize(overlay).stream())
                .filter(manifest -> manifest.pod().isPresent());
    }

    private static void eachPod(BiConsumer<Manifest, JsonObject> check) {
        List<Manifest> workloads = workloads().toList();
        assertEquals(10, workloads.size(), workloads::toString);
        assertAll(workloads.stream().map(workload -> () -> {
            try {
                check.accept(workload, workload.pod().orElseThrow());
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(workload + ": " + e.getMessage(), e);
            }
        }));
    }

    private static void eachContainer(BiConsumer<Manifest, JsonObject> check) {
        eachPod((workload, pod) -> workload.allContainers().forEach(container -> check.accept(workload, container)));
    }
}
