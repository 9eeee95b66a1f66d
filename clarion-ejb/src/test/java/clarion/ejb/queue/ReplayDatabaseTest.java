package clarion.ejb.queue;

import static clarion.ejb.queue.QueueWorld.NOON;
import static clarion.ejb.queue.QueueWorld.batch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import clarion.ejb.queue.wire.Kind;
import clarion.pxgrid.SessionBatch;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replay brings back what was lost from the database, and changes nothing that is newer. */
class ReplayDatabaseTest {

    private final QueueWorld world = new QueueWorld();
    private final QueuePublisher publisher = world.publisher();
    private final QueueReplayService replays = world.replays();
    private final ReplayRunner runner = new ReplayRunner(world.log, replays, world.comparisons::incrementAndGet);

    @AfterEach
    void close() {
        publisher.close();
        world.close();
    }

    private void publish(SessionBatch batch) {
        publisher.publish(Kind.SESSIONS, batch, batch.position());
    }

    private void ask() {
        world.run("insert into queue_replay (id, from_at, requested_at, requested_by) values ('" + UUID.randomUUID()
                + "', '" + NOON.minusSeconds(60) + "', '" + NOON + "', 'anna')");
    }

    private List<String> live() {
        return world.rows("select audit_session_id from session where live order by 1");
    }

    @Test
    void bringsBackWhatWasDeletedAndCountsNothingTwice() throws Exception {
        publish(batch(1, "0A", "0B"));
        publish(batch(2, "0C"));
        world.storeAll();
        String ledger = world.rows("select l::text from topic_ledger l").get(0);
        world.run("delete from session where audit_session_id = '0B'");
        assertEquals(List.of("0A", "0C"), live());
        ask();
        runner.runIfAsked(() -> true);
        assertEquals(List.of("0A", "0B", "0C"), live());
        assertEquals(ledger, world.rows("select l::text from topic_ledger l").get(0));
        assertEquals(List.of("2"), world.rows("select sequence from topic_position"));
        Replay done = replays.list().get(0);
        assertEquals(2, done.entries());
        assertEquals(1, done.applied());
        assertEquals(2, done.duplicates());
        assertNotNull(done.completedAt());
        assertEquals(1, world.comparisons.get(), "what ended unseen is found by a comparison");
    }

    @Test
    void stopsAtWhatWasStoredWhenItBeganAndLeavesTheRestToItsTurn() throws Exception {
        publish(batch(1, "0A"));
        world.storeAll();
        ask();
        publish(batch(2, "0B"));
        runner.runIfAsked(() -> true);
        assertEquals(List.of("0A"), live());
        world.storeAll();
        assertEquals(List.of("0A", "0B"), live());
    }

    @Test
    void leavesOutWhatALeaderWroteThatHadBeenReplaced() throws Exception {
        publish(batch(1, "0A"));
        world.term.set(2);
        QueuePublisher successor = world.publisher();
        var unused = successor.position(clarion.pxgrid.Topic.SESSIONS);
        world.term.set(1);
        publish(batch(2, "DEAD"));
        world.storeAll();
        ask();
        runner.runIfAsked(() -> true);
        assertEquals(List.of("0A"), live());
        assertEquals(1, replays.list().get(0).entries());
    }

    @Test
    void goesOnWhereItWasInterrupted() throws Exception {
        for (int i = 1; i <= 60; i++) {
            publish(batch(i, "%04d".formatted(i)));
        }
        world.storeAll();
        world.run("delete from session");
        ask();
        runner.runIfAsked(() -> false);
        int first = live().size();
        assertEquals(true, first > 0 && first < 60, "it was interrupted after " + first);
        runner.runIfAsked(() -> true);
        assertEquals(60, live().size());
        assertEquals(60, replays.list().get(0).entries());
    }

    @Test
    void endsAtOnceWhereNothingWasEverStored() throws Exception {
        ask();
        runner.runIfAsked(() -> true);
        assertNotNull(replays.list().get(0).completedAt());
    }
}
