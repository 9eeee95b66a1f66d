package clarion.web.problems;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what the JSON libraries say about a body into a caller's words: no class names, no advice to Java programmers.
 */
final class JsonFaults {

    private static final int LONGEST = 300;
    private static final Pattern MEMBER = Pattern.compile("Unable to deserialize property '([^']*)' because of: ");
    private static final Pattern TIME =
            Pattern.compile("Error parsing class java\\.time\\.\\w+ from value: (.*?)\\. Check .*", Pattern.DOTALL);
    private static final Pattern SHAPE = Pattern.compile(
            "Incorrect position for processing type: .* Received event: (\\w+) Allowed: \\[(\\w+)[^]]*]");
    private static final Pattern TYPE = Pattern.compile(
            "(?:Error deserialize JSON value into type|Cannot deserialize JSON value into type): (?:class )?([\\w$]+(?:\\.[\\w$]+)*)");
    private static final Pattern CLASS_NAME =
            Pattern.compile("(?:class )?(?:[a-z]\\w*\\.){2,}([A-Z]\\w*)(?:[.$][A-Z]\\w*)*");

    private JsonFaults() {}

    /** What is wrong, after a colon; empty if nobody said. */
    static String describe(List<Throwable> chain) {
        StringBuilder all = new StringBuilder();
        for (Throwable t : chain) {
            if ((t instanceof JsonbException || t instanceof JsonException) && t.getMessage() != null) {
                String said = plain(t.getMessage());
                if (!said.isEmpty() && all.indexOf(said) < 0) {
                    all.append(": ").append(said);
                }
            }
        }
        return all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all.toString();
    }

    static String plain(String message) {
        String text = message.replaceFirst("^Internal error: ", "").strip();
        text = MEMBER.matcher(text).replaceAll("$1: ");
        text = TIME.matcher(text).replaceAll("'$1' is not a time such as 2026-11-23T10:00:00Z");
        text = SHAPE.matcher(text)
                .replaceAll(found -> "found " + thing(found.group(1)) + " where " + thing(found.group(2)) + " belongs");
        text = TYPE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement("the value is not " + type(found.group(1))));
        text = CLASS_NAME.matcher(text).replaceAll("$1");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String thing(String event) {
        return switch (event) {
            case "START_ARRAY" -> "an array";
            case "START_OBJECT" -> "an object";
            case "VALUE_STRING" -> "a string";
            case "VALUE_NUMBER" -> "a number";
            case "VALUE_TRUE", "VALUE_FALSE" -> "true or false";
            case "VALUE_NULL" -> "null";
            default -> event.toLowerCase(Locale.ROOT);
        };
    }

    private static String type(String javaType) {
        return switch (javaType.substring(javaType.lastIndexOf('.') + 1)) {
            case "int", "long", "Integer", "Long", "short", "Short" -> "a whole number";
            case "double", "Double", "float", "Float", "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a string";
            default -> "of the right type";
        };
    }
}
