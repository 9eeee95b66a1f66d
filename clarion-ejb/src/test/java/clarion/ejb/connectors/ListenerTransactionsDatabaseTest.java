package clarion.ejb.connectors;

import static clarion.ejb.IngestWorld.NOON;
import static clarion.ejb.IngestWorld.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.groups.Sgt;
import clarion.domain.sessions.SessionKey;
import clarion.domain.sessions.SessionReport;
import clarion.domain.sessions.SessionState;
import clarion.ejb.IngestWorld;
import clarion.pxgrid.Origin;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.records.SxpBindingRecord;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Data, position and ledger of a delivery stand or fall together. */
class ListenerTransactionsDatabaseTest {

    private static final TopicPosition SEVENTH = new TopicPosition(Topic.SXP_BINDINGS, 7L, T0);

    private final IngestWorld world = new IngestWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private static SxpBindingRecord binding(String prefix) {
        return new SxpBindingRecord(prefix, new Sgt(4), "", null, null, false);
    }

    private static RecordBatch batch(String... prefixes) {
        List<IseRecord> records = List.copyOf(Stream.of(prefixes)
                .map(ListenerTransactionsDatabaseTest::binding)
                .toList());
        return new RecordBatch(Topic.SXP_BINDINGS, Origin.LIVE, records, SEVENTH, NOON);
    }

    private Optional<TopicPosition> position(Topic topic) {
        return world.deliver(listener -> listener.savedPosition(topic));
    }

    @Test
    @Tag("pxgrid-32")
    void recordsComeWithTheirPositionAndTheirCount() {
        world.deliver(listener -> listener.onRecords(batch("10.1.0.0/16")));
        assertEquals(Optional.of(SEVENTH), position(Topic.SXP_BINDINGS));
        assertEquals(List.of("sxp-bindings|1|1"), world.rows("select topic, live, applied from topic_ledger"));
        assertEquals(List.of("10.1.0.0/16"), world.rows("select prefix from sxp_binding"));
    }

    @Test
    @Tag("pxgrid-32")
    void sessionsComeWithTheirPositionAndTheirCount() {
        TopicPosition position = new TopicPosition(Topic.SESSIONS, 3L, T0);
        SessionReport report = new SessionReport(
                new SessionKey("audit:0A000001"),
                T0,
                SessionState.STARTED,
                null,
                List.of(),
                null,
                null,
                SessionReport.Place.NOWHERE,
                null,
                null,
                null,
                null,
                null,
                "0A000001",
                List.of(),
                new TreeMap<>());
        world.deliver(
                listener -> listener.onSessions(new SessionBatch(Origin.RECOVERY, List.of(report), position, NOON)));
        assertEquals(Optional.of(position), position(Topic.SESSIONS));
        assertEquals(List.of("sessions|0|1|1"), world.rows("select topic, live, recovered, applied from topic_ledger"));
        assertEquals(1, world.announced.size());
    }

    @Test
    @Tag("pxgrid-31")
    void aBatchThatFailsLeavesNothingAndIsTheRecordsFault() {
        ClarionException failure = assertThrows(
                ClarionException.class,
                () -> world.deliver(listener -> listener.onRecords(batch("10.1.0.0/16", "10.1.0.0/99"))));
        assertEquals(ProblemType.INTERNAL, failure.type());
        assertEquals(Optional.empty(), position(Topic.SXP_BINDINGS));
        assertEquals(
                List.of("0|0"), world.rows("select (select count(*) from sxp_binding), count(*) from topic_ledger"));
        world.deliver(listener -> listener.onRecords(batch("10.1.0.0/16")));
        assertEquals(List.of("10.1.0.0/16"), world.rows("select prefix from sxp_binding"));
    }

    @Test
    @Tag("pxgrid-16")
    void whatIsSetAsideIsKeptAndCounted() {
        QuarantinedMessage message = new QuarantinedMessage(
                Topic.RADIUS_FAILURES,
                "/topic/failures",
                NOON,
                "messageCode is text: 'abc'",
                "{\"messageCode\":\"abc\"}");
        world.deliver(listener -> {
            listener.onQuarantined(message);
            listener.onQuarantined(message);
            return true;
        });
        assertEquals(
                List.of("radius-failures|/topic/failures", "radius-failures|/topic/failures"),
                world.rows("select topic, source from quarantined_message"));
        assertEquals(
                List.of("radius-failures|2|t"),
                world.rows("select topic, quarantined, last_received_at = '" + NOON + "' from topic_ledger"));
    }

    @Test
    void sessionsAreNoRecords() {
        RecordBatch sessions =
                new RecordBatch(Topic.SESSIONS, Origin.LIVE, List.of(binding("10.1.0.0/16")), SEVENTH, NOON);
        assertThrows(IllegalArgumentException.class, () -> world.deliver(listener -> listener.onRecords(sessions)));
    }
}
