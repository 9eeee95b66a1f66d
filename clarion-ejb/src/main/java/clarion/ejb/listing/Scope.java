package clarion.ejb.listing;

import java.util.List;

/**
 * What a list under another resource is restricted to, such as the sessions of one device.
 *
 * @param condition trusted SQL
 * @param arguments one for each {@code ?} in it
 */
public record Scope(String condition, List<Object> arguments) {

    public static Scope of(String condition, Object... arguments) {
        return new Scope(condition, List.of(arguments));
    }
}
