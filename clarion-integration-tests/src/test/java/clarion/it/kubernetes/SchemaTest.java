package clarion.it.kubernetes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every object has the fields that Kubernetes knows, of the right types, and no others. */
class SchemaTest {

    @Test
    void everyFileHoldsObjectsOfKubernetes() {
        assertValid(Rendering.files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void everyOverlayRendersObjectsOfKubernetes(String overlay) {
        assertValid(Rendering.kustomize(overlay));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void theChartRendersObjectsOfKubernetes(String values) {
        assertValid(Rendering.helm(values));
    }

    @Test
    void theCheckSeesAMisspeltFieldAndAWrongTypeDeepInAContainer() {
        Manifest api = Rendering.files().stream()
                .filter(manifest -> manifest.toString().equals("Deployment/api"))
                .findFirst()
                .orElseThrow();
        Manifest misspelt = new Manifest(api.json().deepCopy());
        misspelt.allContainers().get(0).getAsJsonObject("livenessProbe").addProperty("periodSecond", 10);
        assertThrows(IllegalArgumentException.class, () -> validate(misspelt));
        Manifest wrong = new Manifest(api.json().deepCopy());
        wrong.allContainers().get(0).addProperty("ports", "8000");
        assertThrows(IllegalArgumentException.class, () -> validate(wrong));
    }

    private static void assertValid(List<Manifest> manifests) {
        assertFalse(manifests.isEmpty());
        assertAll(manifests.stream().map(manifest -> () -> {
            try {
                validate(manifest);
            } catch (IllegalArgumentException e) {
                throw new AssertionError(manifest + ": " + e.getMessage(), e);
            }
        }));
        assertTrue(manifests.stream().noneMatch(manifest -> manifest.kind().endsWith("List")));
    }

    /** By the class that Kubernetes' own description of its API generates for the kind. */
    private static void validate(Manifest manifest) {
        String version = manifest.apiVersion().substring(manifest.apiVersion().indexOf('/') + 1);
        String model = "io.kubernetes.client.openapi.models." + version.toUpperCase(Locale.ROOT) + manifest.kind();
        try {
            Class.forName(model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, manifest.json());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(String.valueOf(e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Kubernetes knows no " + model, e);
        }
    }
}
