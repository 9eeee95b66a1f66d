package clarion.simulator.ers;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of resource of ERS: what it is called, what it takes, and what can be done with it. Every call is made under
 * one lock, so that what was checked is still true when it is written.
 */
abstract class ErsResource {

    /** What can be done with a resource. */
    enum Verb {
        CREATE,
        UPDATE,
        DELETE,
        PATCH,
        /** GET by name. */
        NAME
    }

    final String name;
    final String wrapper;
    /** As in {@code trustsec.sgt}, for ERS-Media-Type. */
    final String mediaType;

    final Set<Verb> verbs;

    ErsResource(String name, String wrapper, String mediaType, Set<Verb> verbs) {
        this.name = name;
        this.wrapper = wrapper;
        this.mediaType = mediaType;
        this.verbs = verbs;
    }

    /** Versions that ERS-Media-Type may ask for, the current one last. */
    List<String> versions() {
        return List.of("1.0", "1.1");
    }

    abstract Schema schema();

    /** Fields by which a list can be filtered and sorted. */
    abstract Set<String> filters();

    /** Every object whole, in the order of an unsorted list. */
    abstract List<JsonObject> all();

    /** The value of a field by which is filtered. */
    JsonValue value(JsonObject object, String field) {
        return object.getOrDefault(field, JsonValue.NULL);
    }

    /** The title of a 404. */
    String unknown(String id) {
        return "Resource " + name + " with this ID does not exist: " + id;
    }

    Optional<JsonObject> find(String id) {
        return all().stream().filter(one -> one.getString("id").equals(id)).findFirst();
    }

    /** Makes an object, and tells its id. */
    String create(JsonObject given) {
        throw new UnsupportedOperationException(name);
    }

    /** Changes an object; what is not given stays. */
    void update(JsonObject old, JsonObject given) {
        throw new UnsupportedOperationException(name);
    }

    void delete(JsonObject old) {
        throw new UnsupportedOperationException(name);
    }

    /** Answers an action of this resource, such as {@code clearallmatrixcells}; null if the path is none. */
    @Nullable
    ErsReply act(ErsCall call) {
        return null;
    }

    static String text(JsonObject given, String field, String otherwise) {
        return given.containsKey(field) && !given.isNull(field) ? given.getString(field) : otherwise;
    }
}
