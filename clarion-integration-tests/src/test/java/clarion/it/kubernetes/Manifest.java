package clarion.it.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One object of Kubernetes.
 *
 * @param json all of it
 */
record Manifest(JsonObject json) {

    /** Reads the documents of a YAML stream. */
    static List<Manifest> parse(String yaml) {
        List<Manifest> manifests = new ArrayList<>();
        Gson gson = new Gson();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml)) {
            if (document != null) {
                manifests.add(new Manifest(gson.toJsonTree(document).getAsJsonObject()));
            }
        }
        return manifests;
    }

    String apiVersion() {
        return json.get("apiVersion").getAsString();
    }

    String kind() {
        return json.get("kind").getAsString();
    }

    String name() {
        return text("metadata.name");
    }

    /** The part of Clarion that it belongs to; empty for what belongs to all. */
    String component() {
        return at("metadata.labels") instanceof JsonObject labels && labels.has("app.kubernetes.io/component")
                ? labels.get("app.kubernetes.io/component").getAsString()
                : "";
    }

    /** What stands at a path of member names; JSON null where nothing does. */
    JsonElement at(String path) {
        return at(json, path);
    }

    static JsonElement at(JsonElement from, String path) {
        JsonElement here = from;
        for (String name : path.split("\\.")) {
            if (!(here instanceof JsonObject object) || !object.has(name)) {
                return JsonNull.INSTANCE;
            }
            here = object.get(name);
        }
        return here;
    }

    String text(String path) {
        return text(json, path);
    }

    static String text(JsonElement from, String path) {
        JsonElement found = at(from, path);
        return found.isJsonPrimitive() ? found.getAsString() : "";
    }

    static List<JsonObject> objects(JsonElement from, String path) {
        return at(from, path) instanceof JsonArray array
                ? array.asList().stream().map(JsonElement::getAsJsonObject).toList()
                : List.of();
    }

    /** What the pods of a workload are made from. */
    Optional<JsonObject> pod() {
        return at("spec.template.spec") instanceof JsonObject pod ? Optional.of(pod) : Optional.empty();
    }

    /** The containers of a workload's pods, those that run once included. */
    List<JsonObject> allContainers() {
        return Stream.concat(
                        objects(json, "spec.template.spec.initContainers").stream(),
                        objects(json, "spec.template.spec.containers").stream())
                .toList();
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
