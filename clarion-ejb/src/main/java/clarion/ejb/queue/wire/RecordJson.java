package clarion.ejb.queue.wire;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.domain.groups.Sgt;
import clarion.domain.sessions.SessionKey;
import clarion.pxgrid.Topic;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON, member by member under the names of their components. What is null or empty is left out. Of a sealed
 * interface the member {@code is} names the record.
 */
abstract class RecordJson {

    private static final Map<Class<?>, RecordJson> TEXTS = Map.of(
            String.class, new Text(text -> text, Object::toString),
            Instant.class, new Text(Instant::parse, Object::toString),
            UUID.class, new Text(UUID::fromString, Object::toString),
            MacAddress.class, new Text(MacAddress::parse, Object::toString),
            IpAddress.class, new Text(IpAddress::parse, Object::toString),
            Sgt.class, new Text(text -> new Sgt(Integer.parseInt(text)), Object::toString),
            SessionKey.class, new Text(SessionKey::new, key -> ((SessionKey) key).text()),
            Topic.class, new Text(RecordJson::topic, topic -> ((Topic) topic).id()));

    /** Into the generator, under a name, or as an element where the name is null. */
    abstract void write(JsonGenerator json, @Nullable String name, Object value);

    abstract Object read(JsonValue json);

    /** What a member that is left out means. */
    @Nullable
    Object absent() {
        return null;
    }

    /** True if the value says no more than its absence. */
    boolean isAbsent(@Nullable Object value) {
        return value == null;
    }

    /** The form of a type that a component of a record may have. */
    static RecordJson of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? new Elements(of(generic.getActualTypeArguments()[0]))
                    : generic.getRawType() == SortedMap.class ? new Texts() : unknown(type);
        }
        Class<?> plain = (Class<?>) type;
        RecordJson text = TEXTS.get(plain);
        if (text != null) {
            return text;
        }
        if (plain == long.class || plain == Long.class || plain == int.class || plain == Integer.class) {
            return new Whole(plain == int.class || plain == Integer.class);
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return new Truth();
        }
        if (plain.isEnum()) {
            return new Text(word -> constant(plain, word), value -> ((Enum<?>) value).name());
        }
        if (plain.isRecord()) {
            return RecordShape.of(plain.asSubclass(Record.class));
        }
        return plain.isSealed() ? new OneOf(plain) : unknown(type);
    }

    private static RecordJson unknown(Type type) {
        throw new IllegalStateException("the queue has no form for " + type.getTypeName());
    }

    private static Object constant(Class<?> type, String word) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(word + " is no " + type.getSimpleName());
    }

    private static Topic topic(String id) {
        return Topic.of(id).orElseThrow(() -> new IllegalArgumentException(id + " is no topic"));
    }

    private static final class Text extends RecordJson {
        private final Function<String, Object> parse;
        private final Function<Object, String> print;

        Text(Function<String, Object> parse, Function<Object, String> print) {
            this.parse = parse;
            this.print = print;
        }

        @Override
        void write(JsonGenerator json, @Nullable String name, Object value) {
            if (name == null) {
                json.write(print.apply(value));
            } else {
                json.write(name, print.apply(value));
            }
        }

        @Override
        Object read(JsonValue json) {
            return parse.apply(((JsonString) json).getString());
        }
    }

    private static final class Whole extends RecordJson {
        private final boolean small;

        Whole(boolean small) {
            this.small = small;
        }

        @Override
        void write(JsonGenerator json, @Nullable String name, Object value) {
            long number = ((Number) value).longValue();
            if (name == null) {
                json.write(number);
            } else {
                json.write(name, number);
            }
        }

        @Override
        Object read(JsonValue json) {
            JsonNumber number = (JsonNumber) json;
            if (small) {
                return number.intValueExact();
            }
            return number.longValueExact();
        }
    }

    private static final class Truth extends RecordJson {
        @Override
        void write(JsonGenerator json, @Nullable String name, Object value) {
            if (name == null) {
                json.write((Boolean) value);
            } else {
                json.write(name, (Boolean) value);
            }
        }

        @Override
        Object read(JsonValue json) {
            if (json != JsonValue.TRUE && json != JsonValue.FALSE) {
                throw new ClassCastException(json + " is neither true nor false");
            }
            return json == JsonValue.TRUE;
        }
    }

    private static final class Elements extends RecordJson {
        private final RecordJson element;

        Elements(RecordJson element) {
            this.element = element;
        }

        @Override
        void write(JsonGenerator json, @Nullable String name, Object value) {
            if (name == null) {
                json.writeStartArray();
            } else {
                json.writeStartArray(name);
            }
            for (Object each : (List<?>) value) {
                element.write(json, null, each);
            }
            json.writeEnd();
        }

        @Override
        Object read(JsonValue json) {
            JsonArray array = json.asJsonArray();
            List<Object> values = new ArrayList<>(array.size());
            for (JsonValue each : array) {
                values.add(element.read(each));
            }
            return values;
        }

        @Override
        Object absent() {
            return List.of();
        }

        @Override
        boolean isAbsent(@Nullable Object value) {
            return value == null || ((List<?>) value).isEmpty();
        }
    }

    /** Texts by name. */
    private static final class Texts extends RecordJson {
        @Override
        void write(JsonGenerator json, @Nullable String name, Object value) {
            if (name == null) {
                json.writeStartObject();
            } else {
                json.writeStartObject(name);
            }
            ((Map<?, ?>) value).forEach((key, text) -> json.write((String) key, (String) text));
            json.writeEnd();
        }

        @Override
        Object read(JsonValue json) {
            SortedMap<String, String> texts = new TreeMap<>();
            json.asJsonObject().forEach((key, text) -> texts.put(key, ((JsonString) text).getString()));
            return texts;
        }

        @Override
        Object absent() {
            return new TreeMap<String, String>();
        }

        @Override
        boolean isAbsent(@Nullable Object value) {
            return value == null || ((Map<?, ?>) value).isEmpty();
        }
    }

    /** One of the records that a sealed interface permits. */
    private static final class OneOf extends RecordJson {
        private static final String NAME = "is";

        private final Map<String, RecordShape> byName = new TreeMap<>();

        OneOf(Class<?> sealed) {
            for (Class<?> permitted : sealed.getPermittedSubclasses()) {
                byName.put(permitted.getSimpleName(), RecordShape.of(permitted.asSubclass(Record.class)));
            }
        }

        @Override
        void write(JsonGenerator json, @Nullable String name, Object value) {
            String word = value.getClass().getSimpleName();
            if (name == null) {
                json.writeStartObject();
            } else {
                json.writeStartObject(name);
            }
            json.write(NAME, word);
            shape(word).writeMembers(json, value);
            json.writeEnd();
        }

        @Override
        Object read(JsonValue json) {
            JsonObject object = json.asJsonObject();
            return shape(object.getString(NAME)).read(object);
        }

        private RecordShape shape(String word) {
            RecordShape shape = byName.get(word);
            if (shape == null) {
                throw new IllegalArgumentException("there is no record " + word);
            }
            return shape;
        }
    }
}
