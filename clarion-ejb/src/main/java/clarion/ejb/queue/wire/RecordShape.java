package clarion.ejb.queue.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The members of one class of records, looked up once. */
final class RecordShape extends RecordJson {

    private static final Map<Class<?>, RecordShape> KNOWN = new ConcurrentHashMap<>();

    private record Member(String name, MethodHandle get, RecordJson form, boolean optional) {}

    private final String name;
    private final List<Member> members = new ArrayList<>();
    private final MethodHandle make;

    private RecordShape(Class<? extends Record> type) {
        name = type.getSimpleName();
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            for (RecordComponent component : type.getRecordComponents()) {
                MethodHandle get = lookup.unreflect(component.getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                RecordJson form = RecordJson.of(component.getGenericType());
                boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                members.add(new Member(component.getName(), get, form, optional || form.absent() != null));
            }
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            make = lookup.unreflectConstructor(type.getConstructor(types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the queue cannot write " + type.getName(), e);
        }
    }

    static RecordShape of(Class<? extends Record> type) {
        RecordShape known = KNOWN.get(type);
        if (known == null) {
            known = new RecordShape(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    @Override
    void write(JsonGenerator json, @Nullable String under, Object value) {
        if (under == null) {
            json.writeStartObject();
        } else {
            json.writeStartObject(under);
        }
        writeMembers(json, value);
        json.writeEnd();
    }

    void writeMembers(JsonGenerator json, Object value) {
        for (Member member : members) {
            Object content = call(member.get(), value);
            if (content != null && !member.form().isAbsent(content)) {
                member.form().write(json, member.name(), content);
            }
        }
    }

    @Override
    Object read(JsonValue json) {
        JsonObject object = json.asJsonObject();
        @Nullable Object[] values = new Object[members.size()];
        for (int i = 0; i < values.length; i++) {
            Member member = members.get(i);
            JsonValue content = object.get(member.name());
            if (content == null && !member.optional()) {
                throw new IllegalArgumentException(name + " has no " + member.name());
            }
            values[i] = content == null ? member.form().absent() : member.form().read(content);
        }
        Object made = call(make, values);
        if (made == null) {
            throw new IllegalStateException("no " + name);
        }
        return made;
    }

    private @Nullable Object call(MethodHandle handle, Object argument) {
        try {
            return argument instanceof Object[] values
                    ? (Object) handle.invokeExact(values)
                    : handle.invokeExact(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("record " + name, e);
        }
    }
}
