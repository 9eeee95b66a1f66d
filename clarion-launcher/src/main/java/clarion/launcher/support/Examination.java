package clarion.launcher.support;

import clarion.launcher.support.Running.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at a running Clarion from outside: health, connection to ISE, certificate, lag, clocks, metrics. */
public final class Examination {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    private static final double LAG_SECONDS = 30;

    private final Running clarion;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    public Examination(Running clarion, Clock clock) {
        this.clarion = clarion;
        this.clock = clock;
    }

    /** Everything that was found, in the order in which one would ask. */
    public List<Finding> findings() {
        findings.clear();
        Instant asked = clock.instant();
        Answer live = clarion.get("/health/live");
        if (live.status() == 0) {
            findings.add(Finding.fail("process", clarion.base() + " does not answer (" + live.body() + ")"));
            return List.copyOf(findings);
        }
        findings.add(
                live.isGood()
                        ? Finding.ok("process", "it lives")
                        : Finding.fail("process", "/health/live answers " + live.status() + ": restart it"));
        ready();
        clock(live, asked);
        if (clarion.hasToken()) {
            status();
            metrics();
        } else {
            findings.add(Finding.unknown("status", "give --token-file with an API token of a viewer to look further"));
        }
        return List.copyOf(findings);
    }

    private void ready() {
        Answer ready = clarion.get("/health/ready");
        String down = ready.json()
                .map(document -> document.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                        .filter(check -> !check.getString("status", "").equals("UP"))
                        .map(check -> check.getString("name", "?"))
                        .collect(Collectors.joining(", ")))
                .orElse("");
        findings.add(
                ready.isGood()
                        ? Finding.ok("database", "it answers, and its schema is there")
                        : Finding.fail(
                                "database",
                                "not ready" + (down.isEmpty() ? "" : " (" + down + ")")
                                        + ": CLARION-DB-001 in the log says why"));
        String health = clarion.get("/api/health")
                .json()
                .map(document -> document.getString("status", "?"))
                .orElse("no answer");
        findings.add(
                switch (health) {
                    case "UP" -> Finding.ok("health", "UP");
                    case "DEGRADED" -> Finding.warn("health", "DEGRADED: the connection to ISE is not live");
                    default -> Finding.fail("health", health);
                });
    }

    /** The header has whole seconds, so a second of difference means nothing. */
    private void clock(Answer answer, Instant asked) {
        Optional<Instant> theirs = answer.date().flatMap(Examination::httpDate);
        if (theirs.isEmpty()) {
            findings.add(Finding.unknown("clock", "the answer has no date"));
            return;
        }
        Duration apart = Duration.between(asked, theirs.get()).abs();
        findings.add(
                apart.compareTo(CLOCK_TOLERANCE) <= 0
                        ? Finding.ok("clock", "within " + CLOCK_TOLERANCE.toSeconds() + " s of this machine's")
                        : Finding.warn(
                                "clock",
                                apart.toSeconds()
                                        + " s from this machine's: set both by NTP; ISE's certificates and times"
                                        + " depend on it"));
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void status() {
        Answer answer = clarion.get("/api/v1/status");
        Optional<JsonObject> status = answer.isGood() ? answer.json() : Optional.empty();
        if (status.isEmpty()) {
            findings.add(Finding.fail(
                    "status",
                    answer.status() == 401
                            ? "the token is refused: make one in the console (Access > API tokens)"
                            : "/api/v1/status answers " + answer.status()));
            return;
        }
        findings.add(Finding.ok(
                "version",
                status.get().getString("version", "?") + ", role "
                        + status.get().getString("role", "?")));
        JsonObject connector = status.get().getJsonObject("connector");
        if (connector != null) {
            connection(connector);
            certificate(connector);
        }
    }

    private void connection(JsonObject connector) {
        String state = connector.getString("state", "?");
        JsonObject problem = object(connector, "problem");
        String words = state
                + (problem == null
                        ? ""
                        : ": " + problem.getString("code", "") + " " + problem.getString("what", "") + " "
                                + problem.getString("action", ""));
        findings.add(
                switch (state) {
                    case "LIVE" -> Finding.ok("ISE", words);
                    case "DISABLED" -> Finding.ok("ISE", "no connector is configured in this process");
                    case "SYNCING", "CONNECTING", "LOOKUP", "ACTIVATING" -> Finding.warn("ISE", words);
                    default -> Finding.fail("ISE", words);
                });
        if (connector.get("lagMillis") instanceof jakarta.json.JsonNumber millis) {
            double lag = millis.longValue() / 1e3;
            findings.add(
                    lag <= LAG_SECONDS
                            ? Finding.ok("lag", lag + " s from receipt to commit")
                            : Finding.warn("lag", lag + " s from receipt to commit: look at the database's disks"));
        }
        String stale = connector.getString("staleSince", "");
        if (!stale.isEmpty()) {
            findings.add(Finding.warn("freshness", "what is stored may differ from ISE since " + stale));
        }
    }

    private void certificate(JsonObject connector) {
        JsonObject certificate = object(connector, "certificate");
        if (certificate == null) {
            return;
        }
        long days = Duration.between(clock.instant(), Instant.parse(certificate.getString("notAfter")))
                .toDays();
        String words = "the client certificate ends in " + days + " days";
        findings.add(
                days < 0
                        ? Finding.fail("certificate", "the client certificate has ended: put a new one in its place")
                        : days < 30
                                ? Finding.warn("certificate", words + ": put a new one in its place")
                                : Finding.ok("certificate", words));
    }

    private void metrics() {
        Answer answer = clarion.get("/metrics");
        if (!answer.isGood()) {
            findings.add(Finding.unknown("metrics", "/metrics answers " + answer.status()));
            return;
        }
        Samples samples = Samples.parse(answer.body());
        double waiting = samples.sum("clarion_database_pool_waiting");
        findings.add(
                waiting == 0
                        ? Finding.ok("pool", "nobody waits for a connection to the database")
                        : Finding.warn("pool", (long) waiting + " callers wait for a connection to the database"));
        double gaps = samples.sum("clarion_pxgrid_open_gaps");
        findings.add(
                gaps == 0
                        ? Finding.ok("gaps", "none is open")
                        : Finding.warn("gaps", (long) gaps + " open: see Completeness on the page Connectors"));
        List<String> failing = samples.where("clarion_job_last_run_good", value -> value == 0);
        findings.add(
                failing.isEmpty()
                        ? Finding.ok("jobs", "the latest run of each went well")
                        : Finding.warn("jobs", "failed: " + failing + "; CLARION-JOB-001 in the log"));
        double most = samples.sum("jvm_memory_max_bytes");
        double heap = samples.first("jvm_memory_used_bytes", "area=\"heap\"");
        if (most > 0) {
            long percent = Math.round(100 * heap / most);
            findings.add(
                    percent < 95
                            ? Finding.ok("memory", percent + " % of the heap in use")
                            : Finding.warn("memory", percent + " % of the heap in use"));
        }
    }

    private static @Nullable JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject object && object.getValueType() == JsonValue.ValueType.OBJECT
                ? object
                : null;
    }
}
