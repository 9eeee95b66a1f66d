package clarion.simulator.ers;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A resource that only ERS has: what was given is kept, and what is not given stays. Names are unique. */
class StoredResource extends ErsResource {

    private final Map<String, JsonObject> objects = new LinkedHashMap<>();
    private final Schema schema;
    private final Set<String> filters;

    StoredResource(String name, String wrapper, String mediaType, Set<Verb> verbs, Schema schema, Set<String> filters) {
        super(name, wrapper, mediaType, verbs);
        this.schema = schema;
        this.filters = filters;
    }

    /** Puts an object in, as it is there from the start. */
    StoredResource with(JsonObject object) {
        objects.put(object.getString("id"), object);
        return this;
    }

    @Override
    Schema schema() {
        return schema;
    }

    @Override
    Set<String> filters() {
        return filters;
    }

    @Override
    List<JsonObject> all() {
        return List.copyOf(objects.values());
    }

    @Override
    Optional<JsonObject> find(String id) {
        return Optional.ofNullable(objects.get(id));
    }

    @Override
    String create(JsonObject given) {
        String id = UUID.randomUUID().toString();
        store(id, given);
        return id;
    }

    @Override
    void update(JsonObject old, JsonObject given) {
        JsonObjectBuilder merged = Json.createObjectBuilder(old);
        given.forEach(merged::add);
        store(old.getString("id"), merged.build());
    }

    @Override
    void delete(JsonObject old) {
        objects.remove(old.getString("id"));
    }

    private void store(String id, JsonObject given) {
        JsonObjectBuilder object = Json.createObjectBuilder().add("id", id);
        given.forEach((field, value) -> {
            if (!field.equals("id") && !field.equals("link")) {
                object.add(field, value);
            }
        });
        JsonObject whole = object.build();
        check(whole);
        for (JsonObject other : objects.values()) {
            if (!other.getString("id").equals(id) && other.getString("name").equals(whole.getString("name"))) {
                throw ErsFault.store(
                        "Resource " + name + " with the name " + whole.getString("name") + " already exists");
            }
        }
        objects.put(id, whole);
        stored(whole);
    }

    /** Does what follows from an object that is now there, or is now another. */
    void stored(JsonObject object) {}

    /** Refuses what the schema lets through and yet cannot be. */
    void check(JsonObject object) {}
}
