package clarion.simulator.filter;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Recursive descent over the part of JMESPath's grammar (jmespath.org/specification) that conditions are made of:
 * {@code || && !}, parentheses, comparisons, fields with dots, raw strings, JSON literals, and three functions.
 */
final class ConditionParser {

    private static final Set<String> FUNCTIONS = Set.of("contains", "starts_with", "ends_with");
    private static final int DEEPEST = 50;

    private final String text;
    private int at;
    private int depth;

    ConditionParser(String text) {
        this.text = text;
    }

    Condition parse() {
        Condition whole = or();
        skip();
        if (at < text.length()) {
            throw wrong("not expected");
        }
        return whole;
    }

    private Condition or() {
        if (++depth > DEEPEST) {
            throw wrong("too deep");
        }
        Condition left = and();
        while (accept("||")) {
            Condition first = left;
            Condition second = and();
            left = item -> first.test(item) ? first.value(item) : second.value(item);
        }
        depth--;
        return left;
    }

    private Condition and() {
        Condition left = not();
        while (accept("&&")) {
            Condition first = left;
            Condition second = not();
            left = item -> first.test(item) ? second.value(item) : first.value(item);
        }
        return left;
    }

    private Condition not() {
        skip();
        if (text.startsWith("!", at) && !text.startsWith("!=", at)) {
            at++;
            if (++depth > DEEPEST) {
                throw wrong("too deep");
            }
            Condition negated = not();
            depth--;
            return item -> Condition.of(!negated.test(item));
        }
        Condition left = operand();
        for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
            if (accept(operator)) {
                return Condition.compare(left, operator, operand());
            }
        }
        return left;
    }

    private Condition operand() {
        if (accept("(")) {
            Condition inner = or();
            need(")");
            return inner;
        }
        if (accept("'")) {
            JsonValue literal = Json.createValue(until('\''));
            return item -> literal;
        }
        if (accept("`")) {
            JsonValue literal = literal(until('`'));
            return item -> literal;
        }
        String name = accept("\"") ? until('"') : identifier();
        if (FUNCTIONS.contains(name) && accept("(")) {
            List<Condition> arguments = new ArrayList<>(List.of(or()));
            while (accept(",")) {
                arguments.add(or());
            }
            need(")");
            if (arguments.size() != 2) {
                throw wrong(name + " takes two arguments, which end");
            }
            return Condition.call(name, arguments);
        }
        if (name.equals("@")) {
            return item -> item;
        }
        Condition field = item -> item.getOrDefault(name, JsonValue.NULL);
        while (accept(".")) {
            Condition outer = field;
            String member = identifier();
            field = item -> outer.value(item) instanceof JsonObject object
                    ? object.getOrDefault(member, JsonValue.NULL)
                    : JsonValue.NULL;
        }
        return field;
    }

    private JsonValue literal(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw wrong("no JSON literal before");
        }
    }

    private String until(char end) {
        StringBuilder read = new StringBuilder();
        for (; at < text.length() && text.charAt(at) != end; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) == end) {
                at++;
            }
            read.append(text.charAt(at));
        }
        if (at == text.length()) {
            throw wrong("an end is missing");
        }
        at++;
        return read.toString();
    }

    private String identifier() {
        skip();
        if (accept("@")) {
            return "@";
        }
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (start == at || Character.isDigit(text.charAt(start))) {
            throw wrong("a field is expected");
        }
        return text.substring(start, at);
    }

    private void need(String token) {
        if (!accept(token)) {
            throw wrong(token + " is expected");
        }
    }

    private boolean accept(String token) {
        skip();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("invalid filter: " + what + " at position " + at + " of " + text);
    }
}
