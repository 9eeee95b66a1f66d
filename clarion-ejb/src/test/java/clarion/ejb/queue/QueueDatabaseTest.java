package clarion.ejb.queue;

import static clarion.ejb.queue.QueueWorld.batch;
import static clarion.ejb.queue.QueueWorld.position;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.queue.wire.Kind;
import clarion.ejb.queue.wire.QueueMessage;
import clarion.pxgrid.Origin;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.records.SxpBindingRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is delivered through the queue takes effect once, and what the connector goes on from is what the broker has.
 */
class QueueDatabaseTest {

    private final QueueWorld world = new QueueWorld();
    private final QueuePublisher publisher = world.publisher();

    @AfterEach
    void close() {
        publisher.close();
        world.close();
    }

    private static void publish(QueuePublisher by, SessionBatch batch) {
        by.publish(Kind.SESSIONS, batch, batch.position());
    }

    private List<String> live() {
        return world.rows("select audit_session_id from session where live order by 1");
    }

    private String ledger() {
        return world.rows(
                        "select live || ' ' || applied || ' ' || duplicates from topic_ledger where topic = 'sessions'")
                .get(0);
    }

    @Test
    void anEntryIsStoredWithItsOffsetAndOnceHoweverOftenItIsRead() {
        publish(publisher, batch(1, "0A", "0B"));
        publish(publisher, batch(2, "0C"));
        world.storeAll();
        world.storeAll();
        assertEquals(List.of("0A", "0B", "0C"), live());
        assertEquals("3 3 0", ledger(), "read twice, counted once");
        assertEquals(List.of("2"), world.rows("select sequence from topic_position where topic = 'sessions'"));
        Progress progress = world.store.progress();
        assertEquals(world.log.entries().size() - 1, progress.offset());
        assertEquals(2, progress.stored());
    }

    @Test
    void anEntryWhoseConfirmIsLostIsWrittenTwiceAndStoredOnce() {
        publish(publisher, batch(1, "0A"));
        world.log.loseConfirms(true);
        ClarionException away = assertThrows(ClarionException.class, () -> publish(publisher, batch(2, "0B")));
        assertEquals(ProblemType.QUEUE_UNAVAILABLE, away.type());
        world.log.loseConfirms(false);
        publish(publisher, batch(2, "0B"));
        publish(publisher, batch(3, "0C"));
        long written = world.storeAll().stream().filter("sessions"::equals).count();
        assertEquals(4, written, "1, 2, 2 again, 3");
        assertEquals(List.of("0A", "0B", "0C"), live());
        assertEquals("3 3 0", ledger());
        assertEquals(1, world.store.progress().repeated());
    }

    @Test
    void anEntryThatIsInDoubtComesBeforeWhatAnotherTopicDelivers() {
        publish(publisher, batch(1, "0A"));
        world.log.loseAppends(true);
        assertThrows(ClarionException.class, () -> publish(publisher, batch(2, "0B")));
        world.log.loseAppends(false);
        RecordBatch other = new RecordBatch(
                Topic.SXP_BINDINGS,
                Origin.LIVE,
                List.of(new SxpBindingRecord("10.1.0.0/16", new clarion.domain.groups.Sgt(4), "", null, null, false)),
                new TopicPosition(Topic.SXP_BINDINGS, 7L, QueueWorld.NOON),
                QueueWorld.NOON);
        publisher.publish(Kind.RECORDS, other, other.position());
        publish(publisher, batch(2, "0B"));
        world.storeAll();
        assertEquals(List.of("0A", "0B"), live());
        assertEquals(List.of("10.1.0.0/16"), world.rows("select prefix from sxp_binding"));
        assertEquals("2 2 0", ledger());
    }

    @Test
    void theNextLeaderGoesOnFromWhatTheBrokerHasThoughNothingIsStoredYet() {
        publish(publisher, batch(1, "0A"));
        publish(publisher, batch(2, "0B"));
        world.term.set(2);
        QueuePublisher successor = world.publisher();
        assertEquals(Optional.of(position(2)), successor.position(Topic.SESSIONS));
        assertEquals(List.of(), world.rows("select 1 from topic_position"), "nothing is stored yet");
        world.storeAll();
        world.term.set(3);
        assertEquals(Optional.of(position(2)), world.publisher().position(Topic.SESSIONS));
    }

    @Test
    void nothingOfALeaderCountsOnceItsSuccessorHasBegun() {
        publish(publisher, batch(1, "0A"));
        world.term.set(2);
        QueuePublisher successor = world.publisher();
        assertEquals(Optional.of(position(1)), successor.position(Topic.SESSIONS));
        world.term.set(1); // as the old leader sees it, which was paused
        publish(publisher, batch(2, "DEAD"));
        world.term.set(2);
        publish(successor, batch(2, "0B"));
        world.storeAll();
        assertEquals(List.of("0A", "0B"), live());
        assertEquals(1, world.store.progress().refused());
        world.term.set(3);
        assertEquals(Optional.of(position(2)), world.publisher().position(Topic.SESSIONS));
    }

    @Test
    void whatALateLeaderWritesIsNotTakenForAPosition() {
        publish(publisher, batch(1, "0A"));
        world.term.set(2);
        QueuePublisher second = world.publisher();
        assertEquals(Optional.of(position(1)), second.position(Topic.SESSIONS));
        world.term.set(1);
        publish(publisher, batch(9, "DEAD"));
        world.term.set(3);
        assertEquals(Optional.of(position(1)), world.publisher().position(Topic.SESSIONS));
    }

    @Test
    void aDatabaseThatIsBehindTheStreamHasItsNextLeaderBeginALaterTerm() {
        world.term.set(50);
        publish(publisher, batch(1, "0A"));
        world.term.set(2); // a new database counts anew
        QueuePublisher young = world.publisher();
        ClarionException refused = assertThrows(ClarionException.class, () -> young.position(Topic.SESSIONS));
        assertEquals(ProblemType.NOT_LEADING, refused.type());
        assertEquals(List.of("50"), world.rows("select epoch from connector_term"));
        world.term.set(51);
        assertEquals(Optional.of(position(1)), young.position(Topic.SESSIONS));
        publish(young, batch(2, "0B"));
        world.storeAll();
        assertEquals(List.of("0A", "0B"), live());
    }

    @Test
    void aStreamThatWasLostIsNoticedAndReadFromItsBeginning() {
        publish(publisher, batch(1, "0A"));
        publish(publisher, batch(2, "0B"));
        world.storeAll();
        world.log.loseAll();
        world.log.goAway(true);
        assertThrows(ClarionException.class, () -> publish(publisher, batch(3, "0C")));
        world.log.goAway(false);
        publish(publisher, batch(3, "0C"));
        assertEquals(1, world.comparisons.get(), "everything is compared with ISE");
        world.storeAll();
        assertEquals(List.of("0A", "0B", "0C"), live());
    }

    @Test
    void whatWaitedWhileALeaderWentStraightToTheDatabaseIsVoid() {
        publish(publisher, batch(1, "0A"));
        publish(publisher, batch(2, "DEAD"));
        world.run("update queue_progress set refuse_below = 2");
        world.term.set(3);
        QueuePublisher later = world.publisher();
        assertEquals(Optional.empty(), later.position(Topic.SESSIONS));
        publish(later, batch(5, "0E"));
        world.storeAll();
        assertEquals(List.of("0E"), live());
        assertEquals(2, world.store.progress().refused() - 1, "two batches and the word that the term began");
    }

    @Test
    void anEntryThatCannotBeReadHoldsUpNone() {
        publish(publisher, batch(1, "0A"));
        QueueMessage good = world.log.entries().get(world.log.entries().size() - 1);
        world.log.append(new QueueMessage(
                good.format(),
                good.stream(),
                good.term(),
                2,
                "sessions",
                good.positions(),
                good.publishedAt(),
                "{\"origin\":\"LIVE\",\"reports\":[{}]}".getBytes(StandardCharsets.UTF_8)));
        publish(publisher, batch(2, "0B")); // the same number, yet another entry: its writer is another
        world.storeAll();
        assertEquals(List.of("0A", "0B"), live());
        assertEquals(List.of("sessions"), world.rows("select topic from quarantined_message"));
    }

    @Test
    void aRecordThatCannotBeStoredIsSetAsideAloneAndThePositionMovesOn() {
        List<clarion.pxgrid.records.IseRecord> records = List.of(
                new SxpBindingRecord("10.1.0.0/16", new clarion.domain.groups.Sgt(4), "", null, null, false),
                new SxpBindingRecord("10.1.0.0/99", new clarion.domain.groups.Sgt(4), "", null, null, false),
                new SxpBindingRecord("10.2.0.0/16", new clarion.domain.groups.Sgt(4), "", null, null, false));
        TopicPosition after = new TopicPosition(Topic.SXP_BINDINGS, 7L, QueueWorld.NOON);
        publisher.publish(
                Kind.RECORDS, new RecordBatch(Topic.SXP_BINDINGS, Origin.LIVE, records, after, QueueWorld.NOON), after);
        world.storeAll();
        assertEquals(List.of("10.1.0.0/16", "10.2.0.0/16"), world.rows("select prefix from sxp_binding order by 1"));
        assertEquals(List.of("sxp-bindings"), world.rows("select topic from quarantined_message"));
        assertEquals(List.of("7"), world.rows("select sequence from topic_position where topic = 'sxp-bindings'"));
        assertEquals(world.log.entries().size() - 1, world.store.progress().offset());
    }

    @Test
    void anEntryThatIsTooLargeIsTheBatchesFaultAndNotTheBrokers() {
        String[] many = new String[60_000];
        java.util.Arrays.setAll(many, i -> "%060d".formatted(i));
        ClarionException refused = assertThrows(ClarionException.class, () -> publish(publisher, batch(1, many)));
        assertEquals(ProblemType.INTERNAL, refused.type());
    }
}
