package clarion.ejb.queue;

import static clarion.ejb.queue.QueueWorld.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.ejb.queue.wire.Kind;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was lost before it was stored is compared with ISE, or stands in the ledger as something nobody can tell. */
class QueueLossDatabaseTest {

    private final QueueWorld world = new QueueWorld();
    private final QueuePublisher publisher = world.publisher();

    @AfterEach
    void close() {
        publisher.close();
        world.close();
    }

    private void reach(Topic topic, long sequence) {
        TopicPosition position = new TopicPosition(topic, sequence, NOON.plusSeconds(sequence));
        publisher.publish(Kind.POSITION, position, position);
    }

    private void loseTheDisk() {
        world.log.loseAll();
        world.log.goAway(true);
        assertThrows(ClarionException.class, () -> reach(Topic.SESSIONS, 99));
        world.log.goAway(false);
    }

    private List<String> gaps() {
        return world.rows("""
                select topic || ' ' || cause || ' ' || coalesce(how, 'open') || ' after ' || coalesce(last_sequence, -1)
                from topic_gap order by topic""");
    }

    @Test
    void aLostStreamLeavesAGapOfWhatCannotBeDownloadedAgain() {
        reach(Topic.SESSIONS, 3);
        reach(Topic.RADIUS_FAILURES, 7);
        world.storeAll();
        reach(Topic.RADIUS_FAILURES, 8);
        reach(Topic.ANC_STATUS, 2);
        loseTheDisk();
        reach(Topic.RADIUS_FAILURES, 9);
        world.storeAll();
        world.storeAll();
        assertEquals(
                List.of(
                        "anc-status QUEUE_LOST NOT_RECOVERABLE after -1",
                        "radius-failures QUEUE_LOST NOT_RECOVERABLE after 7"),
                gaps(),
                "sessions are compared instead");
        assertEquals(1, world.comparisons.get());
        assertEquals(List.of("9"), world.rows("select sequence from topic_position where topic = 'radius-failures'"));
    }

    @Test
    void aGapWhoseConfirmIsLostIsToldAgainAndNotedOnce() {
        reach(Topic.RADIUS_FAILURES, 7);
        world.storeAll();
        loseTheDisk();
        world.log.loseConfirmsOf(Kind.GAP);
        assertThrows(ClarionException.class, () -> reach(Topic.RADIUS_FAILURES, 9));
        world.log.loseConfirmsOf(null);
        reach(Topic.RADIUS_FAILURES, 9);
        List<String> kinds = world.storeAll();
        assertEquals(2, kinds.stream().filter(Kind.GAP.word()::equals).count());
        assertEquals(List.of("radius-failures QUEUE_LOST NOT_RECOVERABLE after 7"), gaps());
    }

    @Test
    void whoLeadsAnewAfterALossNotesNoneSinceTheConnectorBeginsFromWhatIsStored() {
        reach(Topic.RADIUS_FAILURES, 7);
        world.storeAll();
        loseTheDisk();
        world.term.set(2);
        assertEquals(7L, publisher.position(Topic.RADIUS_FAILURES).orElseThrow().sequence());
        reach(Topic.RADIUS_FAILURES, 9);
        world.storeAll();
        assertEquals(List.of(), gaps());
    }

    @Test
    void entriesThatTheBrokerDroppedBeforeTheyWereStoredLeaveAGapOnce() {
        reach(Topic.SESSIONS, 3);
        reach(Topic.RADIUS_FAILURES, 7);
        world.storeAll();
        reach(Topic.RADIUS_FAILURES, 8);
        reach(Topic.RADIUS_FAILURES, 9);
        world.log.dropBefore(world.log.entries().size() - 1);
        consume();
        consume();
        assertEquals(List.of("radius-failures QUEUE_LOST NOT_RECOVERABLE after 7"), gaps());
        assertEquals(1, world.comparisons.get());
        assertEquals(List.of("9"), world.rows("select sequence from topic_position where topic = 'radius-failures'"));
    }

    @Test
    void aNewDatabaseThatFindsTheBeginningDroppedHasAllCompared() {
        reach(Topic.SESSIONS, 3);
        reach(Topic.SESSIONS, 4);
        world.log.dropBefore(world.log.entries().size() - 1);
        consume();
        assertEquals(1, world.comparisons.get());
        assertEquals(List.of("4"), world.rows("select sequence from topic_position where topic = 'sessions'"));
    }

    /** Stores what waits, on this thread, as the product's consumer does. */
    private void consume() {
        QueueConsumer.Turn untilAllIsStored = new QueueConsumer.Turn() {
            @Override
            public boolean isOurs() {
                if (world.store.progress().offset() < world.log.entries().size() - 1) {
                    return true;
                }
                Thread.currentThread().interrupt();
                return false;
            }

            @Override
            public void close() {}
        };
        new QueueConsumer(
                        world.log,
                        world.store,
                        new ReplayRunner(world.log, world.replays(), () -> {}),
                        untilAllIsStored,
                        world.board,
                        QueueWorld.CLOCK,
                        world.comparisons::incrementAndGet)
                .run();
        assertTrue(Thread.interrupted(), "it ended as it was told");
    }
}
