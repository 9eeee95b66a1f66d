package clarion.simulator.dataset;

import clarion.simulator.traffic.CampusModel;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Imperfections;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code simulator campus}: makes a data set. */
public final class DatasetCommand {

    private static final String USAGE = """
            Usage: clarion-ise-simulator campus --kind KIND --out DIR [options]
              --kind KIND          corporate, hospital, plant or university
              --out DIR            where the files go
              --endpoints N        devices, servers among them, 100 to 100000; default 1000
              --days D             days of learning, 1 to 60; default 7
              --test-days T        days of test after those, in DIR/test, 0 to 14; default 2
              --seed S             what everything is made from; default 1
              --records N          one-way records of the days of learning, about; default 40 a device and day,
                                   7300000 at most
              --start DATE         the first day; default 2026-03-23
              --sgts WHICH         none, coarse, or roles: one for each role; default coarse
              --hostnames HOW      neutral, or telling: they say what a device is; default neutral
              --conversations      writes the true conversations of the days of learning, too
              --set NAME=SHARE     how much is not as it should be; NAME is one of
                                   %s
              --help               this text
            """;

    private static final int LINE = 76;
    private static final double NANOS = 1e9;
    private static final long MEGABYTE = 1 << 20;

    private final Map<String, String> options = new HashMap<>();
    private Imperfections imperfections = Imperfections.usual();

    private DatasetCommand() {}

    /** Does it, and returns the exit status: 2 for a wrong command line, 1 if it cannot. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(usage());
            return 0;
        }
        try {
            DatasetCommand command = new DatasetCommand();
            command.parse(arguments);
            DatasetPlan plan = command.plan();
            String directory = command.option("out", "");
            if (directory.isEmpty()) {
                throw new IllegalArgumentException("--out is missing: say where the files go");
            }
            long start = System.nanoTime();
            Dataset.Made made = Dataset.make(plan, Path.of(directory), err::println);
            out.printf(
                    Locale.ROOT,
                    "%s campus: %d devices, %d exporters, %d records, %d of test, %d true conversations, "
                            + "%d of them attacks, %d records lost, in %.1f s, heap at most %d MB%n",
                    plan.kind(),
                    made.endpoints(),
                    made.exporters(),
                    made.records(),
                    made.testRecords(),
                    made.conversations(),
                    made.attacks(),
                    made.lost(),
                    (System.nanoTime() - start) / NANOS,
                    peakHeap());
            return 0;
        } catch (IllegalArgumentException | DateTimeException e) {
            err.println("clarion-ise-simulator: " + e.getMessage());
            return 2;
        } catch (IOException | UncheckedIOException e) {
            err.println("clarion-ise-simulator: cannot write the files: " + e);
            return 1;
        }
    }

    private void parse(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!name.startsWith("--") || !USAGE.contains("  " + name + " ")) {
                throw new IllegalArgumentException("unknown option " + argument + "; campus --help lists them");
            } else if (name.equals("--conversations")) {
                options.put("conversations", "yes");
            } else {
                if (equals < 0 && i + 1 == arguments.size()) {
                    throw new IllegalArgumentException(name + " needs a value");
                }
                set(name.substring(2), equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
            }
        }
    }

    private void set(String name, String value) {
        if (!name.equals("set")) {
            options.put(name, value);
            return;
        }
        String[] parts = value.split("=", 2);
        if (parts.length < 2 || !parts[1].matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException("--set takes NAME=SHARE, as in loss=0.05, not " + value);
        }
        imperfections = imperfections.with(Imperfection.parse(parts[0]), Double.parseDouble(parts[1]));
    }

    private DatasetPlan plan() {
        String kind = option("kind", "");
        if (kind.isEmpty()) {
            throw new IllegalArgumentException("--kind is missing: one of " + String.join(", ", CampusModel.KINDS));
        }
        DatasetPlan usual =
                DatasetPlan.usual(kind, (int) number("endpoints", 1_000), (int) number("days", 7), number("seed", 1));
        return new DatasetPlan(
                kind,
                usual.endpoints(),
                usual.days(),
                (int) number("test-days", usual.testDays()),
                usual.seed(),
                number("records", usual.records()),
                LocalDate.parse(option("start", usual.start().toString())),
                sgts(option("sgts", "coarse")),
                telling(option("hostnames", "neutral")),
                options.containsKey("conversations"),
                imperfections);
    }

    private static DatasetPlan.Sgts sgts(String value) {
        return Arrays.stream(DatasetPlan.Sgts.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--sgts is none, coarse or roles, not " + value));
    }

    private static boolean telling(String value) {
        if (!value.equals("neutral") && !value.equals("telling")) {
            throw new IllegalArgumentException("--hostnames is neutral or telling, not " + value);
        }
        return value.equals("telling");
    }

    private String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    private long number(String name, long otherwise) {
        String value = options.get(name);
        if (value == null) {
            return otherwise;
        } else if (!value.matches("-?[0-9]{1,9}")) {
            throw new IllegalArgumentException("--" + name + " must be a whole number, not '" + value + "'");
        }
        return Long.parseLong(value);
    }

    private static String usage() {
        StringBuilder names = new StringBuilder();
        int column = 0;
        for (String name : Arrays.stream(Imperfection.values())
                .map(one -> one.option() + "=" + one.usual())
                .collect(Collectors.toList())) {
            if (column + name.length() > LINE) {
                names.append("\n").append(" ".repeat(25));
                column = 0;
            }
            names.append(name).append(' ');
            column += name.length() + 1;
        }
        return String.format(USAGE, names.toString().strip());
    }

    /** The most heap that was in use after the pools' own account, in megabytes. */
    private static long peakHeap() {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            sum += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return sum / MEGABYTE;
    }
}
