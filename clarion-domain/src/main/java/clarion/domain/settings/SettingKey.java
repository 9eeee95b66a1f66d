package clarion.domain.settings;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One setting that an operator may give: its key, what values it takes, its default, what it is for.
 *
 * <p>A feature declares its keys once, beside the record that reads them. From the declarations Clarion finds unknown
 * keys and bad values at start, and generates the configuration guide.
 *
 * @param name {@code clarion.<feature>.<thing>}
 * @param kind what a value must look like
 * @param defaultValue as an operator would write it, or null when there is none
 * @param doc one or two sentences for the configuration guide, unit and effect included
 */
public record SettingKey(
        String name, SettingKind kind, @Nullable String defaultValue, String doc) {

    public SettingKey {
        if (!name.matches("clarion(\\.[a-z0-9]+(-[a-z0-9]+)*)+")) {
            throw new IllegalArgumentException("not a setting key: " + name);
        }
        if (defaultValue != null) {
            Optional<String> fault = kind.fault(defaultValue);
            if (fault.isPresent()) {
                throw new IllegalArgumentException("default of " + name + ": " + fault.get());
            }
        }
    }

    /** The environment variable that sets it, by the rules of MicroProfile Config 3.1 section 5.3. */
    public String environmentVariable() {
        return environmentVariable(name);
    }

    /** The environment variable that would set a key of this name. */
    public static String environmentVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
