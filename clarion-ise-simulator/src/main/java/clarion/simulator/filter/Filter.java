package clarion.simulator.filter;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter of a subscription or of getSessions. Cisco's material shows two forms, and both are taken: one that is
 * evaluated for each record ({@code nasIpAddress == '10.0.0.1'}), and one for the whole message ({@code sessions[?state
 * == 'STARTED']}).
 */
public final class Filter {

    private static final Pattern WHOLE = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*\\[\\?(.*)]\\s*", Pattern.DOTALL);

    private final Condition condition;

    private Filter(Condition condition) {
        this.condition = condition;
    }

    /** @throws IllegalArgumentException that says what is wrong, and where */
    public static Filter parse(String text) {
        Matcher whole = WHOLE.matcher(text);
        return new Filter(new ConditionParser(whole.matches() ? whole.group(2) : text).parse());
    }

    /** Whether a record passes. */
    public boolean passes(JsonObject item) {
        return condition.test(item);
    }

    /** A message with those of its records that pass, or empty if none does. What is no JSON passes as it is. */
    public Optional<byte[]> apply(byte[] message) {
        JsonObject object;
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(message))) {
            object = reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            return Optional.of(message);
        }
        JsonObjectBuilder kept = Json.createObjectBuilder();
        boolean hasRecords = false;
        int passed = 0;
        for (var member : object.entrySet()) {
            if (member.getValue().getValueType() == JsonValue.ValueType.ARRAY) {
                hasRecords = true;
                JsonArrayBuilder records = Json.createArrayBuilder();
                for (JsonValue value : member.getValue().asJsonArray()) {
                    if (value instanceof JsonObject item && passes(item)) {
                        records.add(item);
                        passed++;
                    }
                }
                kept.add(member.getKey(), records);
            } else {
                kept.add(member.getKey(), member.getValue());
            }
        }
        if (!hasRecords) {
            return passes(object) ? Optional.of(message) : Optional.empty();
        }
        return passed == 0
                ? Optional.empty()
                : Optional.of(kept.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
