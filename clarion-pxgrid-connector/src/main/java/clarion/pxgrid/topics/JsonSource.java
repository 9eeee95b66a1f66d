package clarion.pxgrid.topics;

import clarion.pxgrid.control.Json;
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

/** A JSON document that is read step by step; every complaint of the parser has one of two types. */
public final class JsonSource {

    private static final JsonParserFactory PARSERS = Json.PROVIDER.createParserFactory(Map.of());

    private final JsonParser parser;

    public JsonSource(InputStream source) throws UnreadableDocumentException, IOException {
        parser = step(() -> PARSERS.createParser(source, StandardCharsets.UTF_8));
    }

    /** Enters the object that the document is. */
    public void enterObject() throws UnreadableDocumentException, IOException {
        if (!hasNext() || next() != Event.START_OBJECT) {
            throw new UnreadableDocumentException("the document is no JSON object");
        }
    }

    /** To be called after the object: nothing may follow. */
    public void end() throws UnreadableDocumentException, IOException {
        if (hasNext()) {
            throw new UnreadableDocumentException("something follows the JSON object");
        }
    }

    private boolean hasNext() throws UnreadableDocumentException, IOException {
        return step(parser::hasNext);
    }

    public Event next() throws UnreadableDocumentException, IOException {
        return step(parser::next);
    }

    /** The name or text at hand. */
    public String text() throws UnreadableDocumentException, IOException {
        return step(parser::getString);
    }

    /** The whole value at hand. */
    public JsonValue value() throws UnreadableDocumentException, IOException {
        return step(parser::getValue);
    }

    /** A whole number from 0, as number or text; null if the value is null. */
    public @Nullable Long wholeNumber(String name, Event value) throws UnreadableDocumentException, IOException {
        if (value == Event.VALUE_NULL) {
            return null;
        }
        String text = value == Event.VALUE_NUMBER || value == Event.VALUE_STRING ? text() : "";
        try {
            long number = new BigDecimal(text.strip()).longValueExact();
            if (number >= 0) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // said below
        }
        throw new UnreadableDocumentException(name + ": expected a whole number from 0, not '" + text + "'");
    }

    /** Not by the parser's own skipArray, which in Parsson 1.1 never ends when the document does (seen by fuzzing). */
    public void skip(Event value) throws UnreadableDocumentException, IOException {
        int depth = change(value);
        while (depth > 0) {
            depth += change(next());
        }
    }

    private static int change(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
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
}
