package clarion.simulator.sessions;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads a session that a test wants to be told, from the same JSON in which it will be. */
public final class SessionReader {

    private SessionReader() {}

    /**
     * Reads a session.
     *
     * @param now its time if it has none
     * @throws IllegalArgumentException that says what is wrong
     */
    public static IseSession read(JsonValue value, Instant now) {
        if (!(value instanceof JsonObject object)) {
            throw new IllegalArgumentException("a session is an object, not " + value);
        }
        Instant timestamp = now;
        String state = IseSession.STARTED;
        List<String> addresses = List.of();
        List<Object> attributes = new ArrayList<>();
        for (var member : object.entrySet()) {
            JsonValue given = member.getValue();
            switch (member.getKey()) {
                case SessionFields.TIMESTAMP -> timestamp = instant(text(given));
                case SessionFields.STATE -> state = text(given);
                case SessionFields.IP_ADDRESSES ->
                    addresses = given instanceof JsonArray list
                            ? list.stream().map(SessionReader::text).toList()
                            : List.of(text(given));
                default -> {
                    attributes.add(member.getKey());
                    attributes.add(plain(given));
                }
            }
        }
        return new IseSession(timestamp, state, addresses, List.of(Attributes.of(attributes.toArray())));
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value instanceof JsonNumber number && number.isIntegral() ? number.intValue() : value;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a timestamp: " + text, e);
        }
    }
}
