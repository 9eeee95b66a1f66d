package clarion.web.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.access.LoginCounts;
import clarion.ejb.connectors.ReconcileRun;
import clarion.ejb.connectors.TopicLedger;
import clarion.ejb.connectors.leadership.Leadership;
import clarion.ejb.connectors.leadership.Member;
import clarion.ejb.connectors.leadership.Term;
import clarion.ejb.flows.FlowFigures;
import clarion.ejb.flows.collector.CollectorStatus;
import clarion.ejb.health.ClarionStatus;
import clarion.ejb.health.DatabaseFigures;
import clarion.ejb.jobs.JobRecord;
import clarion.ejb.queue.Progress;
import clarion.ejb.queue.QueueBoard;
import clarion.ejb.queue.QueueStatus;
import clarion.pxgrid.ConnectorStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsGuideTest {

    private static final Path GUIDE = Path.of("../docs/metrics.md");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void saysWhatTheCodeServes() throws IOException {
        if (Boolean.getBoolean("clarion.docs.write")) {
            Files.writeString(GUIDE, MetricsGuide.render());
        }
        assertEquals(
                MetricsGuide.render(),
                Files.readString(GUIDE),
                "docs/metrics.md is stale: run this test with -Dclarion.docs.write=true");
    }

    @Test
    void everyDocumentedMetricIsServedWhenThereIsSomethingToTell() {
        TreeSet<String> documented =
                Arrays.stream(Metric.values()).map(Metric::id).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> served = exposition()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(documented, served);
    }

    @Test
    void eachFamilyIsWrittenOnceAndHasItsSamplesRightBehindIt() {
        String family = "";
        TreeSet<String> seen = new TreeSet<>();
        for (String line : exposition().lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                family = line.split(" ")[2];
                assertTrue(seen.add(family), family + " is written twice");
            } else if (!line.startsWith("#")) {
                String name = line.split("[{ ]")[0].replaceFirst("_(sum|count|bucket)$", "");
                assertEquals(family, name, line);
            }
        }
    }

    private static String exposition() {
        MetricsText text = new MetricsText();
        ClarionMetrics.writeStatus(text, status());
        PxGridMetrics.writeTopics(
                text,
                List.of(new TopicLedger(
                        "sessions", 1, 1, 0, 0, 1, 0, 0, 0, NOON, 0, 0, new ReconcileRun(NOON, "GAP", 1, 0, 0, 0, 1))));
        LeadershipMetrics.write(
                text,
                new Leadership(
                        new Term(3, "a/1", null, NOON, true, null), List.of(new Member("a/1", null, NOON, NOON))));
        QueueMetrics.write(
                text,
                new QueueStatus(
                        true,
                        new Progress("s", 1, 1, 1, 0, NOON, NOON, 1, 0, 0),
                        new QueueBoard.Publishing(true, 1, NOON, 1, null),
                        new QueueBoard.Consuming(QueueBoard.Storing.STORING, 1L, 1, null)));
        DatabaseMetrics.writePool(text);
        DatabaseMetrics.write(text, new DatabaseFigures.Figures(Map.of("idle", 2L), 1, 1, 1000, 5, 6));
        FlowMetrics.write(
                text,
                new CollectorStatus(CollectorStatus.State.LISTENING, 2055, 2, 4096, 1, 1, 0L, 0, 0, 0, 0, null, null),
                List.of());
        FlowMetrics.writePipeline(text, new FlowFigures().values());
        JobMetrics.write(
                text, new TreeMap<>(Map.of("sweep", new JobRecord(3, 1, NOON, NOON, Duration.ofMillis(1500), true))));
        HttpMetrics http = new HttpMetrics();
        http.record("/api/v1/sessions", "GET", 200, 1_000_000);
        http.writeTo(text);
        text.single(Metric.EVENT_STREAMS, 1);
        ClarionMetrics.writeLogins(text, new LoginCounts());
        JvmMetrics.writeTo(text);
        return text.toString();
    }

    private static ClarionStatus status() {
        ConnectorStatus connector = new ConnectorStatus(
                ConnectorStatus.State.LIVE,
                NOON,
                null,
                "ise1",
                null,
                null,
                NOON,
                NOON,
                12L,
                new ConnectorStatus.Counters(1, 1, 1, 0, 0, 0, 0, 0),
                new ConnectorStatus.Certificate(
                        "CN=clarion",
                        "CN=ca",
                        NOON,
                        NOON.plus(Duration.ofDays(90)),
                        "aa:bb",
                        "key store",
                        ConnectorStatus.Expiry.OK,
                        null),
                null,
                null,
                List.of(),
                null,
                List.of(new ConnectorStatus.TopicStatus(
                        "sessions", "/topic/x", ConnectorStatus.TopicState.LIVE, null, 1L, NOON, NOON)),
                false);
        return new ClarionStatus(
                "0.1.0",
                "all",
                NOON,
                new ClarionStatus.Database(ClarionStatus.Availability.UP),
                connector,
                new ClarionStatus.Data(1L, 1L, 1L, 1L, 1L, 0L, NOON));
    }
}
