package clarion.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asked for.
 *
 * @param command demo or run
 * @param port HTTP port of console and API, or null for the configured or default one
 * @param data directory that keeps everything between starts, or null for the default
 * @param devices size of the synthetic campus (demo)
 * @param pxGridPort the simulator's pxGrid port (demo)
 * @param ersPort the simulator's ERS port (demo)
 * @param flowPort UDP port on this machine to which the simulated switches export flows; 0 for none (demo)
 * @param config properties file (run)
 */
record Options(
        Command command,
        @Nullable Integer port,
        @Nullable Path data,
        int devices,
        int pxGridPort,
        int ersPort,
        int flowPort,
        @Nullable Path config) {

    enum Command {
        DEMO,
        RUN
    }

    static final int DEFAULT_DEVICES = 2_000;
    private static final int MOST_DEVICES = 1_000_000;

    /**
     * Reads the command line.
     *
     * @throws LauncherFailure naming the argument at fault and what it takes
     */
    static Options parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Command command = command(rest.poll());
        Integer port = null;
        Path data = null;
        int devices = DEFAULT_DEVICES;
        int pxGridPort = 8910;
        int ersPort = 9060;
        int flowPort = 2055;
        Path config = null;
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            int equals = argument.indexOf('=');
            String name = equals > 0 ? argument.substring(0, equals) : argument;
            if (equals > 0) {
                rest.push(argument.substring(equals + 1));
            }
            boolean demo = command == Command.DEMO;
            if (name.equals("--port")) {
                port = number(name, rest.poll(), 1, 65_535);
            } else if (name.equals("--data")) {
                data = Path.of(value(name, rest.poll(), "a directory"));
            } else if (name.equals("--devices") && demo) {
                devices = number(name, rest.poll(), 1, MOST_DEVICES);
            } else if (name.equals("--pxgrid-port") && demo) {
                pxGridPort = number(name, rest.poll(), 1, 65_535);
            } else if (name.equals("--ers-port") && demo) {
                ersPort = number(name, rest.poll(), 1, 65_535);
            } else if (name.equals("--flow-port") && demo) {
                flowPort = number(name, rest.poll(), 0, 65_535);
            } else if (name.equals("--config") && !demo) {
                config = Path.of(value(name, rest.poll(), "a properties file"));
            } else {
                throw LauncherFailure.usage(
                        "'" + argument + "' is not an option of this command; see ./clarion --help");
            }
        }
        return new Options(command, port, data, devices, pxGridPort, ersPort, flowPort, config);
    }

    private static Command command(@Nullable String name) {
        if ("demo".equals(name)) {
            return Command.DEMO;
        }
        if ("run".equals(name)) {
            return Command.RUN;
        }
        throw LauncherFailure.usage("the launcher takes demo or run, not '" + name + "'; see ./clarion --help");
    }

    private static String value(String name, @Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            throw LauncherFailure.usage(name + " takes " + what);
        }
        return text;
    }

    private static int number(String name, @Nullable String text, int least, int most) {
        String what = "a number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(value(name, text, what));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the range
        }
        throw LauncherFailure.usage(name + " takes " + what + ", not '" + text + "'");
    }
}
