package clarion.ejb.connectors;

import static clarion.ejb.IngestWorld.NOON;
import static clarion.ejb.IngestWorld.download;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import clarion.domain.groups.Sgt;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.IngestWorld;
import clarion.ejb.jobs.JobBook;
import clarion.ejb.listing.Lists;
import clarion.pxgrid.Gap;
import clarion.pxgrid.Origin;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.SxpBindingRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerDatabaseTest {

    private static final Topic BINDINGS = Topic.SXP_BINDINGS;
    private static final ReconcileSettings SETTINGS =
            new ReconcileSettings(Optional.of(LocalTime.of(3, 0)), Duration.ofDays(30));

    private final IngestWorld world = new IngestWorld();
    private final LedgerService ledger = service(world.readiness);

    @AfterEach
    void close() {
        world.close();
    }

    private LedgerService service(DatabaseReadiness readiness) {
        return new LedgerService(
                new Lists(world.dataSource, readiness),
                new DatabaseWork(world.dataSource),
                readiness,
                SETTINGS,
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static SxpBindingRecord binding(String prefix) {
        return new SxpBindingRecord(prefix, new Sgt(4), "", null, null, false);
    }

    private TopicLedger of(Topic topic) {
        return ledger.topics().stream()
                .filter(line -> line.topic().equals(topic.id()))
                .findFirst()
                .orElseThrow();
    }

    private Gap open(Topic topic, Instant noticedAt) {
        Gap gap = new Gap(
                UUID.randomUUID(), topic, Gap.Cause.SEQUENCE_JUMP, NOON, noticedAt, 3L, 9L, "3 was followed by 9");
        world.deliver(listener -> {
            listener.onGap(gap);
            listener.onGap(gap);
            return gap;
        });
        return gap;
    }

    @Test
    void knowsEveryTopicFromTheStart() {
        assertEquals(
                List.of(Topic.values()).stream().map(Topic::id).toList(),
                ledger.topics().stream().map(TopicLedger::topic).toList());
        assertEquals(new TopicLedger("sessions", 0, 0, 0, 0, 0, 0, 0, 0, null, 0, 0, null), of(Topic.SESSIONS));
    }

    @Test
    void everythingThatCameIsAccountedFor() {
        world.live(BINDINGS, binding("10.1.0.0/16"), binding("10.1.0.0/16"));
        world.events(BINDINGS, Origin.RECOVERY, NOON.plusSeconds(9), binding("10.2.0.0/16"));
        Snapshot snapshot = download(BINDINGS, null);
        world.page(snapshot, binding("10.1.0.0/16"), binding("10.2.0.0/16"), binding("10.3.0.0/16"));
        world.deliver(listener -> {
            listener.onQuarantined(new QuarantinedMessage(BINDINGS, "getBindings", NOON, "no tag", "{}"));
            return true;
        });
        assertEquals(
                new TopicLedger("sxp-bindings", 7, 2, 1, 3, 3, 3, 0, 1, NOON.plusSeconds(9), 0, 0, null), of(BINDINGS));
        world.complete(snapshot);
        ReconcileRun last = of(BINDINGS).lastReconcile();
        assertEquals(new ReconcileRun(NOON.plusSeconds(1), "SCHEDULED", 3, 0, 0, 0, 0), last);
        assertEquals(
                last,
                ledger.plan(Status.of(clarion.pxgrid.ConnectorStatus.State.LIVE))
                        .last());
    }

    @Test
    void aGapIsOpenUntilItIsClosedOnce() {
        Gap gap = open(BINDINGS, NOON);
        assertEquals(1, of(BINDINGS).openGaps());
        for (long repaired : new long[] {2, 99}) {
            world.deliver(listener -> {
                listener.onGapClosed(
                        new Gap.Closure(gap.id(), BINDINGS, NOON.plusSeconds(repaired), Gap.How.RECOVERY, 5, repaired));
                return true;
            });
        }
        assertEquals(0, of(BINDINGS).openGaps());
        assertEquals(1, of(BINDINGS).gaps());
        assertEquals(
                List.of("SEQUENCE_JUMP|3|9|RECOVERY|5|2"),
                world.rows("select cause, last_sequence, next_sequence, how, fetched, repaired from topic_gap"));
    }

    @Test
    void gapsOfAnEarlierRunAreClosedByTopic() {
        open(BINDINGS, NOON.minusSeconds(60));
        open(BINDINGS, NOON.plusSeconds(60));
        open(Topic.SESSIONS, NOON.minusSeconds(60));
        world.deliver(listener -> {
            listener.onEarlierGapsClosed(BINDINGS, NOON, Gap.How.FULL_DOWNLOAD);
            return true;
        });
        assertEquals(1, of(BINDINGS).openGaps(), "what was noticed later is no earlier gap");
        assertEquals(1, of(Topic.SESSIONS).openGaps());
    }

    @Test
    void whatIsKeptForLongEnoughGoes() throws SQLException {
        Instant now = NOON.plus(Duration.ofDays(31));
        world.live(BINDINGS, binding("10.1.0.0/16"));
        Gap gap = open(BINDINGS, NOON);
        open(BINDINGS, NOON);
        world.deliver(listener -> {
            listener.onGapClosed(new Gap.Closure(gap.id(), BINDINGS, NOON, Gap.How.RECOVERY, 0, 0));
            return true;
        });
        try (Connection connection = world.dataSource.getConnection()) {
            assertEquals(1, new HistoryTable(connection).removeBefore(now.minus(SETTINGS.history())));
        }
        assertEquals(List.of("t"), world.rows("select closed_at is null from topic_gap"));
        assertEquals(List.of("1"), world.rows("select count(*) from sxp_binding"));
    }

    @Test
    void withoutADatabaseThePlanIsKnownAllTheSame() {
        LedgerService away = service(new DatabaseReadiness());
        ReconcilePlan plan = away.plan(Status.of(clarion.pxgrid.ConnectorStatus.State.LIVE));
        assertEquals(Instant.parse("2026-11-04T03:00:00Z"), plan.next());
        assertNull(plan.last());
        assertNull(away.plan(Status.of(clarion.pxgrid.ConnectorStatus.State.DISABLED))
                .next());
    }

    @Test
    void theScheduleSweepsByTheSetting() {
        open(BINDINGS, NOON);
        world.deliver(listener -> {
            listener.onEarlierGapsClosed(BINDINGS, NOON, Gap.How.NOT_RECOVERABLE);
            return true;
        });
        Clock later = Clock.fixed(NOON.plus(Duration.ofDays(31)), ZoneOffset.UTC);
        new HistorySchedule(
                        new DatabaseWork(world.dataSource),
                        new DatabaseReadiness(),
                        SETTINGS,
                        later,
                        new JobBook(later))
                .sweep();
        assertEquals(0, of(BINDINGS).gaps());
    }
}
