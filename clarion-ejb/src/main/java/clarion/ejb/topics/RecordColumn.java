package clarion.ejb.topics;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a topic's table and where its value comes from.
 *
 * @param name in the table
 * @param type PostgreSQL's name of it
 * @param value as PostgreSQL reads it; equal for equal contents
 * @param optional ISE does not say it every time: null means that it was not said, and what is stored stays
 * @param compared a bulk download that says otherwise has found a difference
 */
public record RecordColumn<R>(
        String name, String type, Function<R, @Nullable Object> value, boolean optional, boolean compared) {

    /** A column whose value is as ISE says it, null included. */
    public static <R> RecordColumn<R> of(String name, String type, Function<R, @Nullable Object> value) {
        return new RecordColumn<>(name, type, value, false, true);
    }

    /** What is stored stays where ISE says nothing. */
    public RecordColumn<R> notAlwaysSaid() {
        return new RecordColumn<>(name, type, value, true, compared);
    }

    /** Event and bulk answer may differ in it. */
    public RecordColumn<R> notCompared() {
        return new RecordColumn<>(name, type, value, optional, false);
    }

    /** SQL that is true if a row {@code t} has what {@code n} says. */
    String same() {
        String same = "n." + name + " is not distinct from t." + name;
        return optional ? "(n." + name + " is null or " + same + ")" : same;
    }

    /** SQL of an upsert's assignment. */
    String assignment() {
        String fresh = "excluded." + name;
        return name + " = " + (optional ? "coalesce(" + fresh + ", t." + name + ")" : fresh);
    }
}
