package clarion.launcher.analysis;

import clarion.domain.flows.FlowSink;
import clarion.domain.flows.text.FlowFileReport;
import clarion.domain.segmentation.campus.Analysis;
import clarion.domain.segmentation.campus.CampusFlows;
import clarion.domain.segmentation.campus.Evidence;
import clarion.domain.segmentation.campus.GroupIds;
import clarion.domain.segmentation.campus.RosterFiles;
import clarion.launcher.analysis.AnalysisInput.Table;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An analysis from its files to its result, step by step. */
public final class AnalysisRun {

    private final AnalysisInput input;
    private final Consumer<String> progress;
    private final Timings timings = new Timings();
    private final Map<Table, RosterFiles.Report> tables = new EnumMap<>(Table.class);

    /** @param progress is told what is being done */
    public AnalysisRun(AnalysisInput input, Consumer<String> progress) {
        this.input = input;
        this.progress = progress;
    }

    /**
     * Does all of it, and writes the results.
     *
     * @param version of this Clarion, for the summary
     * @throws AnalysisException if a file cannot be used
     * @throws clarion.domain.ClarionException if a file is not what it should be
     */
    public void run(Path out, String version) {
        try {
            GroupIds.Former former = input.previous().map(FormerRun::read).orElse(GroupIds.Former.NONE);
            ResultFiles files = new ResultFiles(out);
            RosterFiles roster = timings.measure("identity", this::tables);
            CampusFlows flows = new CampusFlows(roster.roster());
            Optional<FlowFileReport> report =
                    timings.measure("first_reading", () -> read("First reading, which learns services", flows::learn));
            timings.measure("second_reading", () -> read("Second reading, which joins conversations", flows::take));
            Evidence evidence = timings.measure("conversations", () -> flows.finish(input.identity()));
            progress.accept("Grouping " + evidence.traffic().endpoints().size() + " endpoints by "
                    + evidence.traffic().rows() + " different conversations");
            Analysis analysis = timings.measure("grouping", () -> group(evidence, former));
            Summary summary = new Summary(input, version, tables, report, analysis);
            summary.notes().forEach(note -> progress.accept("Note: " + note));
            PolicyFiles policy = timings.measure("mining", () -> PolicyFiles.mine(analysis));
            timings.measure("writing", () -> {
                files.clusters(analysis, former.used());
                policy.write(files);
                files.json(ResultFiles.SUMMARY, summary::write);
                return out;
            });
            files.json(ResultFiles.TIMINGS, timings::write);
            progress.accept(summary.line());
            progress.accept(policy.line());
            progress.accept("Written to " + out + "; " + timings.line());
        } catch (IOException e) {
            throw new AnalysisException("A file could not be read or written (" + e + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalysisException("Interrupted; nothing was written, or not all of it.");
        }
    }

    private Analysis group(Evidence evidence, GroupIds.Former former) {
        try (Crew crew = new Crew()) {
            return Analysis.of(evidence, input.seed(), former, crew);
        }
    }

    private RosterFiles tables() throws IOException {
        RosterFiles files = new RosterFiles();
        input.internal().forEach(files.roster()::internal);
        for (Table table : Table.values()) {
            Path file = input.tables().get(table);
            if (file != null) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                    tables.put(table, read(files, table, in));
                }
            }
        }
        if (!tables.isEmpty()) {
            progress.accept("Read " + files.roster().devices() + " devices with "
                    + files.roster().claims() + " addresses in time");
        }
        return files;
    }

    private static RosterFiles.Report read(RosterFiles files, Table table, InputStream in) {
        return switch (table) {
            case USERS -> files.users(in);
            case GROUPS -> files.groups(in);
            case MEMBERSHIPS -> files.memberships(in);
            case ENDPOINTS -> files.endpoints(in);
            case LEASES -> files.leases(in);
            case SESSIONS -> files.sessions(in);
        };
    }

    private Optional<FlowFileReport> read(String what, FlowSink sink) throws IOException, InterruptedException {
        progress.accept(what);
        return new FlowReading(input.flows()).run(sink, percent -> {
            if (percent % 50 == 0 && percent < 100) {
                progress.accept("  " + percent + " %");
            }
        });
    }
}
