package clarion.launcher;

import clarion.domain.ClarionException;
import clarion.domain.flows.identity.NetworkRange;
import clarion.launcher.analysis.AnalysisException;
import clarion.launcher.analysis.AnalysisInput;
import clarion.launcher.analysis.AnalysisRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code ./clarion analyze}: groups the endpoints that files tell of, without a server and a database. */
final class AnalyzeCommand {

    private static final String BEHAVIOUR_ONLY = "--behaviour-only";

    private final Terminal terminal;

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A file that is wrong is as a wrong command line: exit status 2, and what to do. */
    void run(List<String> arguments) {
        Set<String> options = new HashSet<>(Set.of("--flows", "--out", "--seed", "--previous", "--internal"));
        for (AnalysisInput.Table table : AnalysisInput.Table.values()) {
            options.add(table.option());
        }
        CommandLine line = new CommandLine("analyze", arguments, options, Set.of(BEHAVIOUR_ONLY), 0);
        Path out = line.path("--out")
                .orElseThrow(() -> LauncherFailure.usage("analyze needs --out DIR, where the results go"));
        try {
            new AnalysisRun(input(line), terminal::step).run(out, Installation.version());
        } catch (AnalysisException | ClarionException e) {
            throw LauncherFailure.usage(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            throw new LauncherFailure("The heap is too small for so much. Give more by CLARION_ANALYZE_HEAP=4g.");
        }
    }

    private static AnalysisInput input(CommandLine line) {
        Path flows = line.path("--flows")
                .map(file -> readable("--flows", file))
                .orElseThrow(() -> LauncherFailure.usage("analyze needs --flows FILE; see ./clarion --help"));
        Map<AnalysisInput.Table, Path> tables = new EnumMap<>(AnalysisInput.Table.class);
        for (AnalysisInput.Table table : AnalysisInput.Table.values()) {
            line.path(table.option()).ifPresent(file -> tables.put(table, readable(table.option(), file)));
        }
        Optional<Path> previous = line.path("--previous");
        return new AnalysisInput(
                flows,
                tables,
                line.value("--internal").map(AnalyzeCommand::networks).orElse(List.of()),
                line.value("--seed").map(AnalyzeCommand::seed).orElse(1L),
                !line.has(BEHAVIOUR_ONLY),
                previous);
    }

    private static Path readable(String option, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw LauncherFailure.usage(file + " of " + option + " is no file that can be read.");
        }
        return file;
    }

    private static List<NetworkRange> networks(String text) {
        try {
            return Stream.of(text.split(",")).map(NetworkRange::parse).toList();
        } catch (IllegalArgumentException e) {
            throw LauncherFailure.usage(
                    "--internal takes networks such as 192.0.2.0/24,2001:db8::/32, not '" + text + "'");
        }
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw LauncherFailure.usage("--seed takes a whole number, not '" + text + "'");
        }
    }
}
