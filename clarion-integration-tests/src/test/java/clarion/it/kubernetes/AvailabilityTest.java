package clarion.it.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request is cut and no event lost when a node is drained or a new version comes. */
class AvailabilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"console", "api", "pxgrid", "collector"})
    void aPodGoesOnlyAfterItsSuccessorIsReady(String name) {
        Manifest deployment = find("Deployment/" + name);
        assertEquals("RollingUpdate", deployment.text("spec.strategy.type"));
        assertEquals("0", deployment.text("spec.strategy.rollingUpdate.maxUnavailable"));
        assertEquals("1", deployment.text("spec.strategy.rollingUpdate.maxSurge"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "api", "pxgrid", "collector"})
    void aPodLeavesTheServiceBeforeItStopsAndHasTimeToStop(String name) {
        Manifest deployment = find("Deployment/" + name);
        JsonObject container = deployment.allContainers().get(0);
        List<String> command =
                Manifest.at(container, "lifecycle.preStop.exec.command").getAsJsonArray().asList().stream()
                        .map(word -> word.getAsString())
                        .toList();
        assertEquals("sleep", command.get(0));
        int grace = Integer.parseInt(deployment.text("spec.template.spec.terminationGracePeriodSeconds"));
        assertTrue(grace - Integer.parseInt(command.get(1)) >= 30, () -> command + " of " + grace + " s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "api", "pxgrid", "collector"})
    void oneAlwaysStaysAndTheyAreSpreadOverNodes(String name) {
        Manifest budget = find("PodDisruptionBudget/" + name);
        assertEquals("1", budget.text("spec.minAvailable"));
        Manifest deployment = find("Deployment/" + name);
        assertEquals(deployment.at("spec.selector"), budget.at("spec.selector"));
        assertEquals(
                "kubernetes.io/hostname",
                Manifest.text(
                        Manifest.objects(deployment.json(), "spec.template.spec.topologySpreadConstraints")
                                .get(0),
                        "topologyKey"));
    }

    @Test
    void theApiGrowsWithItsLoadAndTheConnectorIsLeaderAndStandby() {
        Manifest scaler = find("HorizontalPodAutoscaler/api");
        assertEquals("api", scaler.text("spec.scaleTargetRef.name"));
        assertEquals("2", scaler.text("spec.minReplicas"));
        assertFalse(
                find("Deployment/api").json().getAsJsonObject("spec").has("replicas"),
                "would fight with the autoscaler at each apply");
        assertEquals("2", find("Deployment/pxgrid").text("spec.replicas"));
        assertEquals("2", find("Deployment/console").text("spec.replicas"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void aChangedSettingRollsThePodsThatReadIt(String overlay) {
        Rendering.kustomize(overlay).stream()
                .filter(manifest -> manifest.kind().equals("ConfigMap"))
                .forEach(map -> assertTrue(
                        !SecretsTest.withoutHash(map.name()).equals(map.name())
                                && Rendering.kustomize(overlay).stream()
                                        .filter(manifest -> manifest.pod().isPresent())
                                        .anyMatch(pod -> pod.json().toString().contains(map.name())),
                        map::toString));
    }

    private static Manifest find(String name) {
        return Rendering.kustomize("production").stream()
                .filter(manifest -> manifest.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }
}
