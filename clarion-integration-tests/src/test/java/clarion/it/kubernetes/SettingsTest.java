package clarion.it.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.settings.SettingKey;
import clarion.ejb.settings.Settings;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clarion knows every setting that the manifests give it, and takes its value. */
class SettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void everySettingIsOneThatClarionKnowsAndTakes(String overlay) {
        Map<String, SettingKey> known = Settings.keys().stream()
                .collect(Collectors.toMap(
                        key -> key.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), key -> key));
        Map<String, String> given = new TreeMap<>();
        for (Manifest manifest : Rendering.kustomize(overlay)) {
            if (manifest.kind().equals("ConfigMap") && !manifest.name().startsWith("console-")) {
                for (Map.Entry<String, JsonElement> entry :
                        manifest.json().getAsJsonObject("data").entrySet()) {
                    given.put(entry.getKey(), entry.getValue().getAsString());
                }
            }
            if (manifest.component().matches("api|pxgrid|collector")) {
                for (JsonObject container : manifest.allContainers()) {
                    for (JsonObject variable : Manifest.objects(container, "env")) {
                        given.put(
                                Manifest.text(variable, "name"),
                                Manifest.text(variable, "value").replace("$(POD_IP)", "10.244.0.7"));
                    }
                }
            }
        }
        given.keySet().removeIf(name -> !name.startsWith("CLARION_"));
        assertTrue(given.size() > 8, given::toString);
        given.forEach((name, value) -> {
            SettingKey key = known.get(name);
            assertTrue(key != null, () -> "Clarion knows no " + name);
            assertEquals("", key == null ? "" : key.kind().fault(value).orElse(""), name);
        });
    }
}
