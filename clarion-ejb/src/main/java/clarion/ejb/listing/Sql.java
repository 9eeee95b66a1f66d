package clarion.ejb.listing;

import java.util.ArrayList;
import java.util.List;

/** SQL text under construction with the values of its bind parameters, in order. */
final class Sql {

    private final StringBuilder text = new StringBuilder(512);
    private final List<Object> arguments = new ArrayList<>();

    /** Appends trusted text and binds one value for each {@code ?} in it. */
    Sql add(String trusted, Object... values) {
        text.append(trusted);
        arguments.addAll(List.of(values));
        return this;
    }

    String text() {
        return text.toString();
    }

    List<Object> arguments() {
        return List.copyOf(arguments);
    }

    @Override
    public String toString() {
        return text + " " + arguments;
    }
}
