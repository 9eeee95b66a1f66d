package clarion.launcher;

import clarion.launcher.support.Bundle;
import clarion.launcher.support.DatabaseReport;
import clarion.launcher.support.Examination;
import clarion.launcher.support.Finding;
import clarion.launcher.support.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./clarion doctor} of a running Clarion, and {@code ./clarion support-bundle}. */
final class SupportCommands {

    private static final Set<String> OPTIONS = Set.of("--url", "--token-file", "--data", "--config", "--out");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> QUESTIONS = List.of(
            "/api/health",
            "/health",
            "/api/v1/status",
            "/api/v1/connectors/pxgrid",
            "/api/v1/connectors/pxgrid/ledger",
            "/metrics");
    private static final List<String> LOGS =
            List.of("clarion.log", "clarion.log.1", "database.log", "simulator.log", "simulator.log.1");
    private static final long LITTLE_SPACE = 2L << 30;
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private final Installation installation;
    private final Terminal terminal;
    private final Clock clock;

    SupportCommands(Installation installation, Terminal terminal, Clock clock) {
        this.installation = installation;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** @throws LauncherFailure if something fails, once everything was looked at */
    void doctor(List<String> arguments) {
        CommandLine line = new CommandLine("doctor", arguments, OPTIONS, Set.of(), 0);
        Subject subject = Subject.of(line, installation);
        List<Finding> findings = new ArrayList<>();
        subject.running().ifPresent(running -> findings.addAll(new Examination(running, clock).findings()));
        disk(subject.data(), findings);
        database(subject, findings);
        findings.forEach(finding -> terminal.line("%-9s %-12s %s"
                .formatted(
                        switch (finding.grade()) {
                            case OK -> "ok";
                            case UNKNOWN -> "unknown";
                            case WARN, FAIL -> finding.grade().name();
                        },
                        finding.about(),
                        finding.words())));
        long failed = findings.stream()
                .filter(finding -> finding.grade() == Finding.Grade.FAIL)
                .count();
        if (failed > 0) {
            throw new LauncherFailure(failed + " of " + findings.size() + " checks failed.");
        }
    }

    private static void disk(Path data, List<Finding> findings) {
        if (!Files.isDirectory(data)) {
            return;
        }
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            String words = (free >> 20) + " MB free for " + data;
            findings.add(new Finding(free < LITTLE_SPACE ? Finding.Grade.WARN : Finding.Grade.OK, "disk", words));
        } catch (IOException e) {
            findings.add(new Finding(Finding.Grade.UNKNOWN, "disk", DataDirectory.reason(e)));
        }
    }

    private void database(Subject subject, List<Finding> findings) {
        if (!subject.hasDatabase()) {
            return;
        }
        try (DatabaseAccess access = DatabaseAccess.open(subject.configuration(), subject.data(), false, false);
                Connection connection = access.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp(), current_setting('server_version'),"
                        + " pg_size_pretty(pg_database_size(current_database()))")) {
            row.next();
            Instant now = clock.instant();
            Duration apart = Duration.between(
                            row.getObject(1, OffsetDateTime.class).toInstant(), now)
                    .abs();
            findings.add(new Finding(
                    Finding.Grade.OK, "PostgreSQL", row.getString(2) + ", database of " + row.getString(3)));
            findings.add(new Finding(
                    apart.compareTo(CLOCK_TOLERANCE) > 0 ? Finding.Grade.WARN : Finding.Grade.OK,
                    "its clock",
                    apart.toMillis() + " ms from this machine's"));
        } catch (SQLException | LauncherFailure e) {
            findings.add(new Finding(Finding.Grade.FAIL, "PostgreSQL", String.valueOf(e.getMessage())));
        }
    }

    void bundle(List<String> arguments) {
        CommandLine line = new CommandLine("support-bundle", arguments, OPTIONS, Set.of(), 0);
        Subject subject = Subject.of(line, installation);
        Path file = line.path("--out")
                .orElseGet(() -> Path.of("clarion-support-" + STAMP.format(clock.instant()) + ".zip"))
                .toAbsolutePath();
        Bundle bundle = new Bundle(new Redaction(subject.secrets()));
        bundle.add("README.txt", readme());
        bundle.add("versions.txt", versions());
        bundle.add("settings.properties", settings(subject));
        subject.running().ifPresent(running -> {
            for (String question : QUESTIONS) {
                bundle.add("asked" + question.replaceFirst("/$", "") + ".txt", running.get(question));
            }
            List<Finding> findings = new Examination(running, clock).findings();
            bundle.add(
                    "doctor.txt",
                    String.join("\n", findings.stream().map(Finding::toString).toList()));
        });
        LOGS.forEach(log ->
                bundle.addLog("logs/" + log, subject.data().resolve("logs").resolve(log)));
        if (subject.hasDatabase()) {
            bundle.add("database.txt", databaseReport(subject));
        }
        try {
            bundle.write(file);
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The bundle cannot be written to " + file + " (" + DataDirectory.reason(e) + ").");
        }
        terminal.step("The bundle is " + file + "; look through it before you hand it on");
    }

    private static String databaseReport(Subject subject) {
        try (DatabaseAccess access = DatabaseAccess.open(subject.configuration(), subject.data(), false, false);
                Connection connection = access.dataSource().getConnection()) {
            return DatabaseReport.of(connection);
        } catch (SQLException | LauncherFailure e) {
            return "cannot be told: " + e.getMessage();
        }
    }

    private static String settings(Subject subject) {
        StringBuilder text = new StringBuilder();
        subject.configuration()
                .all()
                .forEach((key, value) ->
                        text.append(key).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private static String versions() {
        StringBuilder text = new StringBuilder("clarion " + Installation.version() + "\n");
        for (String key : List.of(
                "java.version", "java.vendor", "java.vm.name", "os.name", "os.version", "os.arch", "user.timezone")) {
            text.append(key).append(' ').append(System.getProperty(key)).append('\n');
        }
        text.append("processors ")
                .append(Runtime.getRuntime().availableProcessors())
                .append('\n');
        Map<String, String> machine = Map.of("memory", "/proc/meminfo", "kernel", "/proc/version");
        machine.forEach((name, path) -> {
            try {
                text.append(name)
                        .append(' ')
                        .append(Files.readAllLines(Path.of(path)).get(0))
                        .append('\n');
            } catch (IOException | IndexOutOfBoundsException e) {
                text.append(name).append(" unknown\n");
            }
        });
        return text.toString();
    }

    private static String readme() {
        return """
                What Clarion's support looks at: versions, settings, health, status, ledger, metrics, the end of the logs, and
                sizes and settings of the database. There are no rows of it here.

                Passwords, tokens, keys and Authorization headers were removed (%s): every value that stands in a
                secret file, and whatever looks like one. Names of users and devices may stand in the logs. Look through it
                before you hand it on.
                """.formatted(Redaction.MASK);
    }
}
