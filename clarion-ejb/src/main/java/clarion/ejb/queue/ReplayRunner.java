package clarion.ejb.queue;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.queue.broker.EventLog;
import clarion.ejb.queue.broker.EventLog.Entry;
import clarion.ejb.queue.broker.EventLogException;
import clarion.ejb.queue.wire.Kind;
import clarion.ejb.queue.wire.MessageCodec;
import clarion.ejb.queue.wire.QueueMessage;
import clarion.ejb.queue.wire.UnreadableEntryException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Does the replays that were asked for, one at a time, on the thread that stores: in the order of the stream, up to
 * what was stored when it began, while what comes after waits at the broker. One that was interrupted goes on where it
 * was.
 */
final class ReplayRunner {

    private static final System.Logger LOG = ContextLogger.of(ReplayRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ENTRIES_PER_CHECK = 50;

    private final EventLog log;
    private final QueueReplayService replays;
    private final Runnable replayed;
    private final MessageCodec codec = new MessageCodec();

    /** Whether to go on. */
    @FunctionalInterface
    interface Going {
        boolean on() throws SQLException;
    }

    /** @param replayed called when one has ended */
    ReplayRunner(EventLog log, QueueReplayService replays, Runnable replayed) {
        this.log = log;
        this.replays = replays;
        this.replayed = replayed;
    }

    void runIfAsked(Going going) throws EventLogException, SQLException, InterruptedException {
        Optional<Replay> next = replays.next();
        if (next.isPresent()) {
            run(next.get(), going);
        }
    }

    private void run(Replay replay, Going going) throws EventLogException, SQLException, InterruptedException {
        Long until = replay.until();
        Long begun = replay.offset();
        if (until != null && until >= 0 && (begun == null || begun < until)) {
            EventLog.From from =
                    begun == null ? new EventLog.From.Time(replay.from()) : new EventLog.From.Offset(begun + 1);
            LOG.log(INFO, "event=replay id={0} from={1} until-offset={2}", replay.id(), replay.from(), until);
            try (EventLog.Reader reader = log.openReader(from)) {
                for (int count = 1; ; count++) {
                    Entry entry = reader.next(PATIENCE);
                    if (entry == null) {
                        throw new EventLogException("the broker shows no entry up to offset " + until);
                    }
                    QueueMessage message = entry.message();
                    if (entry.offset() > until || (message != null && isOfAnother(replay, message))) {
                        break;
                    }
                    if (message != null) {
                        again(replay, entry.offset(), message);
                    }
                    if (entry.offset() == until) {
                        break;
                    }
                    if (count % ENTRIES_PER_CHECK == 0 && !going.on()) {
                        return;
                    }
                }
            }
        }
        replays.complete(replay);
        LOG.log(INFO, "event=replayed id={0}", replay.id());
        replayed.run();
    }

    private static boolean isOfAnother(Replay replay, QueueMessage message) {
        return !StreamIdentity.isProbe(message) && !message.stream().equals(replay.stream());
    }

    private void again(Replay replay, long offset, QueueMessage message) {
        Optional<Kind> kind = Kind.of(message.kind());
        if (kind.isEmpty() || !kind.get().isData() || message.publishedAt().isBefore(replay.from())) {
            return;
        }
        try {
            Record content = codec.read(kind.get(), message.body());
            replays.again(replay, offset, kind.get(), content);
        } catch (UnreadableEntryException e) {
            replays.passOver(replay, offset); // it is in quarantine since it was read first
        } catch (RuntimeException e) {
            if (QueueConsumer.isDatabaseAway(e)) {
                throw e;
            }
            LOG.log(WARNING, "CLARION-QUE-007 event=replay-entry-failed offset={0}", offset, e);
            replays.passOver(replay, offset);
        }
    }
}
