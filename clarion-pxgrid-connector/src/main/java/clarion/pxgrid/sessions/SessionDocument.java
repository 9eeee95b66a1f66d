package clarion.pxgrid.sessions;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.control.Json;
import clarion.pxgrid.wire.SessionWire;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"sequence":n,"sessions":[…]}}, the form of a topic's message and of a download alike, one session at a
 * time: memory does not grow with the document.
 */
public final class SessionDocument {

    private static final JsonParserFactory PARSERS = Json.PROVIDER.createParserFactory(Map.of());

    private SessionDocument() {}

    /** Takes what is read, in order; may throw to give up. */
    public interface Sink<X extends Exception> {

        void report(SessionReport report) throws X, InterruptedException;

        /** An element that cannot be read, with the reason and its text. */
        void unreadable(String reason, String element) throws X, InterruptedException;
    }

    /**
     * What a complete document said besides its sessions.
     *
     * @param sequence the publisher's number, or null if there is none
     * @param hasSessions false if there was no list of sessions, not even an empty one
     */
    public record Summary(@Nullable Long sequence, boolean hasSessions) {}

    /**
     * Reads to the end.
     *
     * @throws UnreadableDocumentException if it is not JSON of this form; sessions before that point were given already
     * @throws IOException if the source broke off
     */
    public static <X extends Exception> Summary read(InputStream source, Sink<X> sink)
            throws UnreadableDocumentException, IOException, InterruptedException, X {
        JsonParser parser = step(() -> PARSERS.createParser(source, StandardCharsets.UTF_8));
        Long sequence = null;
        boolean hasSessions = false;
        if (!step(parser::hasNext) || step(parser::next) != Event.START_OBJECT) {
            throw new UnreadableDocumentException("the document is no JSON object");
        }
        while (step(parser::next) == Event.KEY_NAME) {
            String name = step(parser::getString);
            Event value = step(parser::next);
            if (name.equals(SessionWire.SESSIONS) && value == Event.START_ARRAY) {
                hasSessions = true;
                readSessions(parser, sink);
            } else if (name.equals(SessionWire.SESSIONS)) {
                throw new UnreadableDocumentException("sessions: expected a list");
            } else if (name.equals(SessionWire.SEQUENCE)) {
                sequence = sequenceOf(parser, value);
            } else {
                skip(parser, value);
            }
        }
        if (step(parser::hasNext)) {
            throw new UnreadableDocumentException("something follows the JSON object");
        }
        return new Summary(sequence, hasSessions);
    }

    private static <X extends Exception> void readSessions(JsonParser parser, Sink<X> sink)
            throws UnreadableDocumentException, IOException, InterruptedException, X {
        while (true) {
            Event event = step(parser::next);
            if (event == Event.END_ARRAY) {
                return;
            }
            JsonValue element = step(parser::getValue);
            if (!(element instanceof JsonObject object)) {
                sink.unreadable("a session is expected to be an object", element.toString());
                continue;
            }
            SessionReport report;
            try {
                report = SessionReader.read(object);
            } catch (IllegalArgumentException e) {
                sink.unreadable(String.valueOf(e.getMessage()), object.toString());
                continue;
            }
            sink.report(report);
        }
    }

    /** One step of the parser, whose complaints have no common type (Parsson throws a bare one at deep nesting). */
    private static <T> T step(Supplier<T> parsing) throws UnreadableDocumentException, IOException {
        try {
            return parsing.get();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new UnreadableDocumentException("not well-formed JSON: " + e.getMessage(), e);
        }
    }

    private static @Nullable Long sequenceOf(JsonParser parser, Event value)
            throws UnreadableDocumentException, IOException {
        if (value == Event.VALUE_NULL) {
            return null;
        }
        String text = value == Event.VALUE_NUMBER || value == Event.VALUE_STRING ? step(parser::getString) : "";
        try {
            long number = new BigDecimal(text.strip()).longValueExact();
            if (number >= 0) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // said below
        }
        throw new UnreadableDocumentException("sequence: expected a whole number from 0, not '" + text + "'");
    }

    /** Not by the parser's own skipArray, which in Parsson 1.1 never ends when the document does (seen by fuzzing). */
    private static void skip(JsonParser parser, Event value) throws UnreadableDocumentException, IOException {
        int depth = change(value);
        while (depth > 0) {
            depth += change(step(parser::next));
        }
    }

    private static int change(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }
}
