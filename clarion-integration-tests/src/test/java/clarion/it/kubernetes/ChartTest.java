package clarion.it.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Helm chart, rendered by Helm itself, says the same as the overlays. Three things differ by nature and are taken
 * out before the comparison: Kustomize's hash at the end of generated names, Helm's checksum annotation that stands for
 * it, and objects that only one of them makes (Namespace and generated Secrets: Helm takes both as given).
 */
class ChartTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void rendersWhatTheOverlayRenders(String overlay) {
        Map<String, String> byKustomize = comparable(Rendering.kustomize(overlay));
        Map<String, String> byHelm = comparable(Rendering.helm(overlay));
        assertEquals(byKustomize.keySet(), byHelm.keySet());
        byKustomize.forEach((name, json) -> assertEquals(json, byHelm.get(name), name));
    }

    @Test
    void opensNothingWhenItIsNotToldWhatToOpen() {
        String words = String.valueOf(assertThrows(
                        RuntimeException.class,
                        () -> Rendering.chart()
                                .template()
                                .set("database.url", "jdbc:postgresql://db.corp.example:5432/clarion")
                                .set("ise.controllers", "ise.corp.example")
                                .call())
                .getMessage());
        assertTrue(words.contains("none would mean all"), words);
    }

    @Test
    void rendersTheWayToABrokerAsTheComponentDoes() {
        String rendered = Rendering.chart()
                .template()
                .withName("clarion")
                .withNamespace("clarion")
                .withValuesFile(Rendering.SOURCES.resolve("helm/clarion/values-production.yaml"))
                .set("queue.uri", "amqps://rabbitmq.corp.example:5671")
                .set("queue.cidrs[0]", "198.51.100.30/32")
                .call();
        Map<String, String> byHelm = comparable(Manifest.parse(rendered));
        assertTrue(rendered.contains("secretName: clarion-queue"), rendered);
        Map<String, String> byKustomize = comparable(Rendering.kustomizeWithQueue());
        assertEquals(byKustomize.keySet(), byHelm.keySet());
        byKustomize.forEach((name, json) -> assertEquals(json, byHelm.get(name), name));
    }

    @Test
    void opensNoWayToABrokerWhenItIsNotToldWhere() {
        String words = String.valueOf(assertThrows(
                        RuntimeException.class,
                        () -> Rendering.chart()
                                .template()
                                .withValuesFile(Rendering.SOURCES.resolve("helm/clarion/values-production.yaml"))
                                .set("queue.uri", "amqps://rabbitmq.corp.example:5671")
                                .call())
                .getMessage());
        assertTrue(words.contains("queue.cidrs"), words);
    }

    @Test
    void rollsPodsWhenASettingChanges() {
        Manifest api = Rendering.helm("production").stream()
                .filter(manifest -> manifest.toString().equals("Deployment/api"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                api.text("spec.template.metadata.annotations.checksum/settings").matches("[0-9a-f]{64}"));
    }

    @Test
    void takesADigestInsteadOfATag() {
        String digest = "sha256:" + "0123456789abcdef".repeat(4);
        String rendered = Rendering.chart()
                .template()
                .withValuesFile(Rendering.SOURCES.resolve("helm/clarion/values-production.yaml"))
                .set("images.app.name", "registry.corp.example/clarion/app")
                .set("images.app.digest", digest)
                .call();
        assertTrue(rendered.contains("image: registry.corp.example/clarion/app@" + digest), rendered);
    }

    private static Map<String, String> comparable(List<Manifest> manifests) {
        Map<String, String> objects = new TreeMap<>();
        for (Manifest manifest : manifests) {
            if (manifest.kind().equals("Namespace") || manifest.kind().equals("Secret")) {
                continue;
            }
            JsonObject json = manifest.json().deepCopy();
            if (Manifest.at(json, "spec.template.metadata") instanceof JsonObject metadata) {
                metadata.remove("annotations");
            }
            String text = new GsonBuilder().setPrettyPrinting().create().toJson(sorted(json));
            text = text.replaceAll("(\"(?:name|secretName)\": \"[a-z-]+?)-[0-9a-z]{10}\"", "$1\"");
            objects.put(manifest.kind() + "/" + SecretsTest.withoutHash(manifest.name()), text);
        }
        return objects;
    }

    private static JsonElement sorted(JsonElement element) {
        if (element instanceof JsonObject object) {
            JsonObject result = new JsonObject();
            object.keySet().stream().sorted().forEach(key -> result.add(key, sorted(object.get(key))));
            return result;
        }
        if (element.isJsonArray()) {
            com.google.gson.JsonArray result = new com.google.gson.JsonArray();
            element.getAsJsonArray().forEach(item -> result.add(sorted(item)));
            return result;
        }
        return element;
    }
}
