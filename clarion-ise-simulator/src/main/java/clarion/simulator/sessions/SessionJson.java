package clarion.simulator.sessions;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes sessions as ISE does: absent attributes are omitted, times have milliseconds and a numeric offset. */
public final class SessionJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final DateTimeFormatter times;

    /** @param zone the zone whose offset ISE writes */
    public SessionJson(ZoneId zone) {
        times = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
                .withZone(zone);
    }

    public String time(Instant instant) {
        return times.format(instant);
    }

    /** The body of a session topic message; a negative sequence is left out, as ISE before 3.0 did. */
    public byte[] message(long sequence, List<IseSession> sessions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024 * (sessions.size() + 1));
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            if (sequence >= 0) {
                generator.write("sequence", sequence);
            }
            generator.writeStartArray("sessions");
            sessions.forEach(session -> write(generator, session));
            generator.writeEnd().writeEnd();
        }
        return bytes.toByteArray();
    }

    /** One session as a whole answer. */
    public byte[] one(IseSession session) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            write(generator, session);
        }
        return bytes.toByteArray();
    }

    private void write(JsonGenerator generator, IseSession session) {
        generator.writeStartObject();
        generator.write(SessionFields.TIMESTAMP, times.format(session.timestamp()));
        generator.write(SessionFields.STATE, session.state());
        if (!session.ipAddresses().isEmpty()) {
            value(generator, SessionFields.IP_ADDRESSES, session.ipAddresses());
        }
        for (Attributes part : session.parts()) {
            part.forEach((name, value) -> value(generator, name, value));
        }
        generator.writeEnd();
    }

    private static void value(JsonGenerator generator, String name, Object value) {
        if (value instanceof String text) {
            generator.write(name, text);
        } else if (value instanceof Integer number) {
            generator.write(name, number);
        } else if (value instanceof Boolean flag) {
            generator.write(name, flag);
        } else if (value instanceof JsonValue json) {
            generator.write(name, json);
        } else if (value instanceof List<?> list) {
            generator.writeStartArray(name);
            list.forEach(element -> generator.write(String.valueOf(element)));
            generator.writeEnd();
        } else {
            throw new IllegalArgumentException("no wire form for " + value.getClass());
        }
    }
}
