package clarion.web.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Prometheus and Grafana are told agrees with what Clarion serves and with what the documents say. */
class ObservabilityFilesTest {

    private static final Path FILES = Path.of("../docker/observability");
    private static final Path DASHBOARD = FILES.resolve("grafana/dashboards/clarion.json");
    private static final Pattern NAME = Pattern.compile("\\b(?:clarion|jvm|process)_[a-z0-9_]+");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
    private static final Pattern TESTED = Pattern.compile("alertname: (\\w+)");
    private static final Pattern RUNBOOK = Pattern.compile("runbook: docs/operating\\.md#([a-z0-9-]+)");

    @Test
    void theDashboardAsksForNothingThatIsNotServed() throws IOException {
        List<String> expressions = new ArrayList<>();
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(DASHBOARD))) {
            collect(reader.readObject(), expressions);
        }
        assertTrue(expressions.size() > 40, "only " + expressions.size() + " expressions");
        assertEquals(Set.of(), unknown(String.join("\n", expressions)));
    }

    @Test
    void theDashboardShowsEveryMetricButTheTrivialOnes() throws IOException {
        String dashboard = Files.readString(DASHBOARD);
        Set<Metric> left = Set.of(
                Metric.PXGRID_LAST_EVENT,
                Metric.PXGRID_LAST_RECEIVED,
                Metric.PXGRID_CERTIFICATE_NOT_AFTER,
                Metric.JOB_RUNS,
                Metric.JOB_LAST_RUN,
                Metric.JOB_LAST_SUCCESS,
                Metric.JOB_LAST_GOOD,
                Metric.JVM_CLASSES);
        List<String> missing = Arrays.stream(Metric.values())
                .filter(metric -> !left.contains(metric) && !dashboard.contains(metric.id()))
                .map(Metric::id)
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void theRulesAskForNothingThatIsNotServed() throws IOException {
        String rules = Files.readString(FILES.resolve("alerts.yml"));
        assertEquals(Set.of(), unknown(rules.replaceAll("(?m)^ *#.*$", "")));
        assertEquals(Set.of(), unknown(Files.readString(FILES.resolve("tests/alerts_test.yml"))));
    }

    @Test
    void everyRuleIsTestedFiringAndQuiet() throws IOException {
        List<String> rules = matches(ALERT, Files.readString(FILES.resolve("alerts.yml")));
        String tests = Files.readString(FILES.resolve("tests/alerts_test.yml"));
        assertEquals(new TreeSet<>(rules), new TreeSet<>(matches(TESTED, tests)));
        for (String rule : rules) {
            String firing = "alertname: " + rule + "\\n +exp_alerts:";
            assertTrue(Pattern.compile(firing).matcher(tests).find(), rule + " is never expected to fire");
            assertTrue(tests.contains("alertname: " + rule + "}"), rule + " is never expected to be quiet");
        }
    }

    @Test
    void everyRuleNamesAPlaceInTheOperatingGuide() throws IOException {
        Set<String> anchors = Files.readAllLines(Path.of("../docs/operating.md")).stream()
                .filter(line -> line.startsWith("#"))
                .map(ObservabilityFilesTest::anchor)
                .collect(Collectors.toSet());
        String rules = Files.readString(FILES.resolve("alerts.yml"));
        List<String> runbooks = matches(RUNBOOK, rules);
        assertEquals(matches(ALERT, rules).size(), runbooks.size());
        assertEquals(
                List.of(),
                runbooks.stream().filter(anchor -> !anchors.contains(anchor)).toList());
    }

    /** As GitHub makes it from a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ +", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    private static Set<String> unknown(String text) {
        Set<String> served = Arrays.stream(Metric.values())
                .flatMap(metric -> switch (metric.type()) {
                    case GAUGE, COUNTER -> Stream.of(metric.id());
                    case SUMMARY -> Stream.of(metric.id() + "_sum", metric.id() + "_count");
                    case HISTOGRAM -> Stream.of(metric.id() + "_bucket", metric.id() + "_sum", metric.id() + "_count");
                })
                .collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>(matches(NAME, text));
        unknown.removeAll(served);
        return unknown;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.groupCount() == 0 ? match.group() : match.group(1))
                .toList();
    }

    private static void collect(JsonValue value, List<String> expressions) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                if (name.equals("expr")) {
                    expressions.add(object.getString("expr"));
                } else {
                    collect(member, expressions);
                }
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(member -> collect(member, expressions));
        }
    }
}
