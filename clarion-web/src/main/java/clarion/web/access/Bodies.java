package clarion.web.access;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Demands what a request body must have. */
final class Bodies {

    private Bodies() {}

    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new ClarionException(ProblemType.MALFORMED_REQUEST, "The body is empty; send a JSON object.");
        }
        return body;
    }

    static <T> T field(String name, @Nullable T value) {
        if (value == null) {
            throw new ClarionException(
                    ProblemType.VALIDATION_FAILED,
                    name + " is missing.",
                    Map.of("errors", List.of(Map.of("field", name, "message", "is missing"))));
        }
        return value;
    }

    /** A list none of whose elements is null. */
    static <T> List<T> list(String name, List<T> values) {
        values.forEach(value -> field(name, value));
        return values;
    }

    /** The id that a path names; what is no number names nothing. */
    static long id(String kind, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ClarionException(
                    ProblemType.NOT_FOUND, "There is no " + kind + " '" + text + "'; ids are numbers.", e);
        }
    }
}
