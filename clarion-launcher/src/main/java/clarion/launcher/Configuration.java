package clarion.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of {@code ./clarion run}: a properties file, over which {@code CLARION_*} variables win.
 *
 * <p>Three keys are the launcher's own; every other {@code clarion.*} key goes to the application, which knows them all
 * and refuses what it does not know. Secrets come from files only.
 */
final class Configuration {

    static final String PORT = "clarion.http.port";
    static final String ADDRESS = "clarion.http.address";
    static final String DATA = "clarion.data-dir";
    private static final Set<String> OWN = Set.of(PORT, ADDRESS, DATA);
    private static final List<String> FILE_KEYS = List.of("-file", ".key-store", ".trust-store", ".certificate-dir");

    /** Keys of several directories, separated by commas. */
    private static final String DIRECTORIES_KEY = ".certificate-roots";

    /** Files that Clarion makes where they are missing. */
    private static final List<String> MADE = List.of("bootstrap-password-file", "account-key-file", "account-file");

    private static final List<String> SECRET_WORDS = List.of("password", "secret", "token");

    private final SortedMap<String, String> values;

    private Configuration(SortedMap<String, String> values) {
        this.values = values;
    }

    static Configuration empty() {
        return new Configuration(new TreeMap<>());
    }

    /**
     * Reads the file, if there is one, and the environment.
     *
     * @throws LauncherFailure if the file cannot be read, a key is not Clarion's, a secret stands in the open, or a
     *     file that a key names is missing
     */
    static Configuration read(@Nullable Path file, Map<String, String> environment) {
        SortedMap<String, String> values = new TreeMap<>();
        if (file != null) {
            Path base = file.toAbsolutePath().normalize().getParent();
            load(file).forEach((key, value) -> values.put((String) key, absolute((String) key, (String) value, base)));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith("CLARION_")) {
                String key = keyOf(name, values.keySet());
                values.put(key, absolute(key, value, Path.of("").toAbsolutePath()));
            }
        });
        values.forEach(Configuration::check);
        return new Configuration(values);
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw LauncherFailure.usage(
                    "The configuration file " + file + " cannot be read (" + DataDirectory.reason(e) + ").");
        }
        return properties;
    }

    private static void check(String key, String value) {
        if (!key.startsWith("clarion.")) {
            throw LauncherFailure.usage("'" + key + "' is not a Clarion setting; see docs/configuration.md.");
        }
        String last = key.substring(key.lastIndexOf('.') + 1);
        if (SECRET_WORDS.stream().anyMatch(last::contains) && !key.endsWith("-file")) {
            throw LauncherFailure.usage(
                    "'" + key + "' would put a secret in the open: write it to a file and set '" + key + "-file'.");
        }
        if (isFileKey(key)
                && !value.isBlank()
                && !Files.isReadable(Path.of(value))
                && MADE.stream().noneMatch(key::endsWith)) {
            throw LauncherFailure.usage("The file " + value + " that '" + key + "' names cannot be read; correct the "
                    + "path or its permissions.");
        }
    }

    /**
     * {@code CLARION_PXGRID_NODE_NAME} is {@code clarion.pxgrid.node-name}: the feature is one word, the rest dashed.
     */
    private static String keyOf(String variable, Set<String> known) {
        String[] words = variable.toLowerCase(Locale.ROOT).split("_", 3);
        String key = words.length < 3
                ? String.join(".", words)
                : words[0] + "." + words[1] + "." + words[2].replace('_', '-');
        if (variable.equals("CLARION_DATA_DIR")) {
            return DATA;
        }
        return known.stream()
                .filter(k ->
                        k.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_").equals(variable))
                .findFirst()
                .orElse(key);
    }

    private static boolean isFileKey(String key) {
        return FILE_KEYS.stream().anyMatch(key::endsWith);
    }

    private static String absolute(String key, String value, @Nullable Path base) {
        if (base == null || value.isBlank()) {
            return value.strip();
        }
        if (key.endsWith(DIRECTORIES_KEY)) {
            return Arrays.stream(value.split(","))
                    .filter(part -> !part.isBlank())
                    .map(part -> base.resolve(part.strip()).toString())
                    .collect(Collectors.joining(","));
        }
        return isFileKey(key) ? base.resolve(value.strip()).toString() : value.strip();
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    /**
     * A port from the configuration.
     *
     * @throws LauncherFailure if it is none
     */
    int port(String key, int otherwise) {
        return get(key).map(text -> parsePort(key, text)).orElse(otherwise);
    }

    private static int parsePort(String key, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw LauncherFailure.usage("'" + key + "' is a port from 1 to 65535, not '" + text + "'.");
    }

    /** Everything that is set. */
    SortedMap<String, String> all() {
        return new TreeMap<>(values);
    }

    /** What the application gets. */
    SortedMap<String, String> forApplication() {
        SortedMap<String, String> rest = new TreeMap<>(values);
        rest.keySet().removeAll(OWN);
        return rest;
    }

    /** The environment for a child: without Clarion's own variables, which it gets as properties. */
    static Map<String, String> childEnvironment(Map<String, String> environment) {
        Map<String, String> rest = new TreeMap<>(environment);
        rest.keySet().removeIf(name -> name.startsWith("CLARION_") || name.equals("JAVA_TOOL_OPTIONS"));
        return rest;
    }
}
