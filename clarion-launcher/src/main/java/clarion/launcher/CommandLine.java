package clarion.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a command that does one thing and ends: options with a value, switches, and files. */
final class CommandLine {

    private final Map<String, String> values = new HashMap<>();
    private final List<String> others = new ArrayList<>();

    /**
     * Reads the command line.
     *
     * @param options that take a value, with two hyphens
     * @param switches that take none
     * @param files how many other arguments there must be
     * @throws LauncherFailure naming the argument at fault
     */
    CommandLine(String command, List<String> arguments, Set<String> options, Set<String> switches, int files) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = equals > 0 ? argument.substring(0, equals) : argument;
            if (equals > 0) {
                rest.push(argument.substring(equals + 1));
            }
            if (options.contains(name)) {
                String value = rest.poll();
                if (value == null || value.isBlank()) {
                    throw LauncherFailure.usage(name + " takes a value; see ./clarion --help");
                }
                values.put(name, value);
            } else if (switches.contains(name) && equals < 0) {
                values.put(name, "");
            } else if (name.startsWith("-") || others.size() == files) {
                throw LauncherFailure.usage(
                        "'" + argument + "' is not an option of " + command + "; see ./clarion --help");
            } else {
                others.add(argument);
            }
        }
        if (others.size() < files) {
            throw LauncherFailure.usage(command + " takes a file; see ./clarion --help");
        }
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    Optional<Path> path(String option) {
        return value(option).map(Path::of);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Path file() {
        return Path.of(others.get(0));
    }
}
