package clarion.ejb.queue;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.logging.ContextLogger;
import clarion.ejb.queue.QueueBoard.Storing;
import clarion.ejb.queue.broker.EventLog;
import clarion.ejb.queue.broker.EventLog.Entry;
import clarion.ejb.queue.broker.EventLogException;
import clarion.ejb.queue.wire.QueueMessage;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stores what waits in the stream, for as long as the process runs and it is this process's turn. Of several processes
 * one does; that none does it twice is not for the turn to see to, but for {@link QueueStoreService}.
 *
 * <p>While the database is away, entries wait at the broker; while the broker is away, it asks again and again.
 */
final class QueueConsumer implements Runnable {

    private static final System.Logger LOG = ContextLogger.of(QueueConsumer.class);

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long STANDBY_MILLIS = 1_000;

    private final EventLog log;
    private final QueueStoreService store;
    private final EntryStore entries;
    private final ReplayRunner replays;
    private final Turn turn;
    private final QueueBoard board;
    private final Clock clock;
    private final Runnable lost;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable String problem;

    /** Says which process stores. */
    interface Turn extends AutoCloseable {

        /** True if it is this process's turn; asked again and again. */
        boolean isOurs() throws SQLException;

        @Override
        void close();
    }

    /** @param lost called when entries are gone that were not stored */
    QueueConsumer(
            EventLog log,
            QueueStoreService store,
            ReplayRunner replays,
            Turn turn,
            QueueBoard board,
            Clock clock,
            Runnable lost) {
        this.log = log;
        this.store = store;
        this.entries = new EntryStore(store);
        this.replays = replays;
        this.turn = turn;
        this.board = board;
        this.clock = clock;
        this.lost = lost;
    }

    @Override
    public void run() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (stopped.getCount() > 0) {
                long next = STANDBY_MILLIS;
                try {
                    if (turn.isOurs()) {
                        consume();
                        pause = FIRST_PAUSE_MILLIS;
                    } else {
                        board.consumer(Storing.STANDING_BY, null);
                    }
                } catch (EventLogException e) {
                    troubled(Storing.BROKER_AWAY, e);
                    next = pause;
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                } catch (SQLException | ClarionException e) {
                    troubled(Storing.DATABASE_AWAY, e);
                    turn.close();
                    next = pause;
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                } catch (RuntimeException e) {
                    LOG.log(WARNING, "CLARION-QUE-099 event=queue-internal", e);
                    next = LONGEST_PAUSE_MILLIS;
                }
                var unused = stopped.await(next, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            turn.close();
            board.consumer(Storing.OFF, null);
            ended.countDown();
        }
    }

    /** Ends it and waits for a moment. */
    void stop() throws InterruptedException {
        stopped.countDown();
        var unused = ended.await(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void troubled(Storing state, Exception why) {
        String words = String.valueOf(why.getMessage());
        if (!words.equals(problem)) {
            LOG.log(WARNING, "CLARION-QUE-002 event=queue-trouble state={0} cause=\"{1}\"", state, words);
            problem = words;
        }
        LOG.log(DEBUG, "event=queue-trouble", why);
        board.consumer(state, words);
    }

    private void consume() throws EventLogException, SQLException, InterruptedException {
        Progress progress = store.progress();
        EventLog.From first = new EventLog.From.First();
        try (EventLog.Reader reader = log.openReader(first)) {
            board.consumerConnected();
            Oldest oldest = oldest(reader);
            if (oldest == null) {
                return;
            }
            if (!oldest.stream().equals(progress.stream())) {
                LOG.log(INFO, "event=stream-new stream={0}", oldest.stream());
                if (oldest.kept() > 0) {
                    missed(oldest.stream(), 0, oldest.kept());
                }
                follow(reader, oldest.stream(), oldest.entry(), oldest.entry().offset() - 1);
                return;
            }
        }
        EventLog.From next = new EventLog.From.Offset(progress.offset() + 1);
        try (EventLog.Reader reader = log.openReader(next)) {
            LOG.log(INFO, "event=storing-from-queue stream={0} offset={1}", progress.stream(), progress.offset() + 1);
            follow(reader, String.valueOf(progress.stream()), null, progress.offset());
        }
    }

    /**
     * The first entry that says which stream it is.
     *
     * @param kept offset of the first that the broker still has
     */
    private record Oldest(Entry entry, String stream, long kept) {}

    /** Null if it is to be given up. */
    private @Nullable Oldest oldest(EventLog.Reader reader)
            throws EventLogException, SQLException, InterruptedException {
        long kept = -1;
        while (stopped.getCount() > 0 && turn.isOurs()) {
            Entry entry = reader.next(PATIENCE);
            if (entry == null) {
                board.consumed(0);
                continue;
            }
            kept = kept < 0 ? entry.offset() : kept;
            QueueMessage message = entry.message();
            if (message != null && !StreamIdentity.isProbe(message)) {
                return new Oldest(entry, message.stream(), kept);
            }
        }
        return null;
    }

    private void follow(EventLog.Reader reader, String stream, @Nullable Entry first, long offset)
            throws EventLogException, SQLException, InterruptedException {
        problem = null;
        Entry entry = first;
        long passed = offset;
        long asked = System.nanoTime();
        while (stopped.getCount() > 0) {
            if (entry == null) {
                entry = reader.next(PATIENCE);
            }
            if (entry == null) {
                board.consumed(0);
            } else {
                if (entry.offset() > passed + 1) {
                    missed(stream, passed + 1, entry.offset());
                }
                if (entry.offset() > passed) {
                    store(entry);
                    passed = entry.offset();
                }
            }
            boolean atEnd = entry == null;
            entry = null;
            if (atEnd || System.nanoTime() - asked > STANDBY_MILLIS * 1_000_000) {
                asked = System.nanoTime();
                if (!turn.isOurs()) {
                    return;
                }
                replays.runIfAsked(() -> stopped.getCount() > 0 && turn.isOurs());
            }
        }
    }

    private void store(Entry entry) throws InterruptedException {
        QueueMessage message = entry.message();
        while (!entries.store(entry)) {
            board.consumer(
                    Storing.TOO_OLD,
                    "Entry " + entry.offset() + " is of format " + (message == null ? "?" : message.format())
                            + ", written by a newer release; update this process.");
            if (stopped.await(LONGEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        if (message != null) {
            long lag = Duration.between(message.publishedAt(), clock.instant()).toMillis();
            board.consumed(Math.max(0, lag));
        }
    }

    private void missed(String stream, long expected, long found) {
        LOG.log(
                WARNING,
                "CLARION-QUE-003 event=entries-dropped from={0} to={1}: the broker no longer keeps them; raise the"
                        + " stream's limits. What ISE tells as a whole is compared with ISE, of the rest a gap is noted",
                expected,
                found - 1);
        store.noteLost(stream, expected);
        lost.run();
    }

    static boolean isDatabaseAway(RuntimeException thrown) {
        return thrown instanceof ClarionException known && known.type() == ProblemType.DATABASE_UNAVAILABLE;
    }
}
