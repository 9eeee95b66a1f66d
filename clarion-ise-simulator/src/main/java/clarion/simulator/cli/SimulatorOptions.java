package clarion.simulator.cli;

import clarion.simulator.IseVersion;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The command line. */
final class SimulatorOptions {

    static final String USAGE = """
            Usage: clarion-ise-simulator [options]
                   clarion-ise-simulator campus --help: data sets instead
              --pxgrid-port P   pxGrid control, data and pubsub; default 8910
              --ers-port P      ERS; default 9060
              --gateway-port P  ERS and the OpenAPI, as on ISE's 443 from 3.1 on; default none
              --apis A          on or off: whether ERS and the OpenAPI answer, which ISE is installed without; default on
              --csrf A          on or off: whether writes over ERS need a CSRF token; default off
              --bind ADDRESS    address to listen on; default 127.0.0.1
              --host NAME       host in the URLs that clients are told; default the bind address
              --data DIR        certificates and credentials; default .clarion/simulator
              --control-port P  control API on 127.0.0.1 (faults, journal, truth); default none
              --nodes N         ISE nodes at 127.0.0.1, 127.0.0.2, ..., 1 to 20; default 1
              --ise-version V   the release to be, 2.7 to 3.5; default 3.4
              --approval A      auto, or manual: accounts stay PENDING; default auto
              --password-accounts A  on or off: whether clients may make accounts with a password; default off
              --devices N       devices of the campus, 0 to 500000; default 2000
              --sessions N      synthetic sessions beside the campus, 0 to 5000000; default 0
              --event-rate R    session events per second, 0 is still; default one per 400 devices, at least 1
              --flows-to H:P    exports the campus's traffic there, as NetFlow v9 and IPFIX; default nowhere
              --flow-rate R     flow records per second, about; default one per 10 devices, at least 20
              --seed S          what the campus is made from; default 1
              --burst N         once a client has subscribed, publish N events as fast as it takes them
              --parent-pid PID  stop when that process ends
              --help            this text
              --version         the version
            """;

    private static final int MOST_DEVICES = 500_000;
    private static final int MOST_SESSIONS = 5_000_000;
    private static final int MOST_NODES = 20;
    private static final double MOST_EVENTS = 1_000_000;
    private static final double DEVICES_PER_EVENT = 400;
    private static final double DEVICES_PER_FLOW = 10;
    private static final double LEAST_FLOWS = 20;
    private static final int MOST_BURST = 10_000_000;
    private static final int MOST_PORT = 65_535;

    int pxGridPort = 8910;
    int ersPort = 9060;
    int gatewayPort = -1;
    boolean apis = true;
    boolean csrf;
    String bind = "127.0.0.1";

    @Nullable
    String host;

    Path data = Path.of(".clarion", "simulator");
    int controlPort = -1;
    int nodes = 1;
    IseVersion iseVersion = IseVersion.V3_4;
    boolean autoApprove = true;
    boolean passwordAccounts;
    int sessions;
    int devices = 2000;
    double eventRate = -1;

    @Nullable
    InetSocketAddress flowsTo;

    double flowRate = -1;
    long seed = 1;
    int burst;
    long parentPid;
    boolean help;
    boolean version;

    private SimulatorOptions() {}

    /** @throws IllegalArgumentException with one line that says what is wrong */
    static SimulatorOptions parse(List<String> arguments) {
        SimulatorOptions options = new SimulatorOptions();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (name.equals("--help") || name.equals("-h")) {
                options.help = true;
            } else if (name.equals("--version")) {
                options.version = true;
            } else if (!USAGE.contains("  " + name + " ") || !name.startsWith("--")) {
                throw new IllegalArgumentException("unknown option " + argument + "; --help lists them");
            } else if (equals < 0 && !rest.hasNext()) {
                throw new IllegalArgumentException(name + " needs a value");
            } else {
                options.set(name, equals < 0 ? rest.next() : argument.substring(equals + 1));
            }
        }
        if (options.pxGridPort == options.ersPort && options.ersPort != 0) {
            throw new IllegalArgumentException("--pxgrid-port and --ers-port must differ");
        }
        if (options.gatewayPort > 0
                && (options.gatewayPort == options.ersPort || options.gatewayPort == options.pxGridPort)) {
            throw new IllegalArgumentException("--gateway-port must differ from --pxgrid-port and --ers-port");
        }
        if (options.eventRate < 0) {
            options.eventRate = Math.max(1, options.devices / DEVICES_PER_EVENT);
        }
        if (options.flowRate < 0) {
            options.flowRate = Math.max(LEAST_FLOWS, options.devices / DEVICES_PER_FLOW);
        }
        if (options.flowsTo != null && options.devices == 0) {
            throw new IllegalArgumentException("--flows-to needs --devices: nobody talks on an empty campus");
        }
        return options;
    }

    private void set(String name, String value) {
        switch (name) {
            case "--pxgrid-port" -> pxGridPort = integer(name, value, 0, MOST_PORT);
            case "--ers-port" -> ersPort = integer(name, value, 0, MOST_PORT);
            case "--gateway-port" -> gatewayPort = integer(name, value, 0, MOST_PORT);
            case "--apis" -> apis = isOn(name, value);
            case "--csrf" -> csrf = isOn(name, value);
            case "--bind" -> bind = text(name, value);
            case "--host" -> host = text(name, value);
            case "--data" -> data = path(name, text(name, value));
            case "--control-port" -> controlPort = integer(name, value, 0, MOST_PORT);
            case "--nodes" -> nodes = integer(name, value, 1, MOST_NODES);
            case "--ise-version" -> iseVersion = release(name, value);
            case "--approval" ->
                autoApprove = check(name, value, v -> v.equals("auto") || v.equals("manual"), "must be auto or manual")
                        .equals("auto");
            case "--password-accounts" -> passwordAccounts = isOn(name, value);
            case "--sessions" -> sessions = integer(name, value, 0, MOST_SESSIONS);
            case "--devices" -> devices = integer(name, value, 0, MOST_DEVICES);
            case "--event-rate" -> eventRate = rate(name, value);
            case "--flows-to" -> flowsTo = socket(name, value);
            case "--flow-rate" -> flowRate = flowRate(name, value);
            case "--seed" -> seed = number(name, value);
            case "--burst" -> burst = integer(name, value, 0, MOST_BURST);
            case "--parent-pid" -> parentPid = integer(name, value, 1, Integer.MAX_VALUE);
            default -> throw new IllegalArgumentException("unknown option " + name);
        }
    }

    private static boolean isOn(String name, String value) {
        return check(name, value, v -> v.equals("on") || v.equals("off"), "must be on or off")
                .equals("on");
    }

    private static String text(String name, String value) {
        return check(name, value, v -> !v.isBlank(), "must not be empty");
    }

    private static IseVersion release(String name, String value) {
        try {
            return IseVersion.parse(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static Path path(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " is not a path: " + value, e);
        }
    }

    private static int integer(String name, String value, int least, int most) {
        String range = "must be a whole number from " + least + " to " + most;
        check(name, value, v -> v.matches("[0-9]{1,10}"), range);
        check(name, value, v -> Long.parseLong(v) >= least && Long.parseLong(v) <= most, range);
        return Integer.parseInt(value);
    }

    private static long number(String name, String value) {
        return Long.parseLong(check(name, value, v -> v.matches("-?[0-9]{1,18}"), "must be a whole number"));
    }

    /** An address of this machine, or one in figures, as it is; another name to be looked up by whoever sends. */
    private static InetSocketAddress socket(String name, String value) {
        int colon = value.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(name + " takes HOST:PORT, as in 127.0.0.1:2055, not '" + value + "'");
        }
        String host = value.substring(0, colon).replaceAll("^\\[|\\]$", "");
        int port = integer(name + "'s port", value.substring(colon + 1), 1, MOST_PORT);
        InetSocketAddress socket = new InetSocketAddress(host, port);
        boolean stays = !socket.isUnresolved()
                && (socket.getAddress().isLoopbackAddress()
                        || socket.getAddress().getHostAddress().equals(host));
        return stays ? socket : InetSocketAddress.createUnresolved(host, port);
    }

    private static double flowRate(String name, String value) {
        double rate = rate(name, value);
        if (rate == 0) {
            throw new IllegalArgumentException(name + " must be more than 0; leave --flows-to out for no flows");
        }
        return rate;
    }

    private static double rate(String name, String value) {
        String range = "must be a number from 0 to " + (int) MOST_EVENTS;
        check(name, value, v -> v.matches("[0-9]{1,7}(\\.[0-9]{1,6})?"), range);
        check(name, value, v -> Double.parseDouble(v) <= MOST_EVENTS, range);
        return Double.parseDouble(value);
    }

    private static String check(String name, String value, Predicate<String> test, String otherwise) {
        if (!test.test(value)) {
            throw new IllegalArgumentException(name + " " + otherwise + ", not '" + value + "'");
        }
        return value;
    }
}
