package clarion.ejb.queue;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.logging.ContextLogger;
import clarion.ejb.queue.broker.EventLog;
import clarion.ejb.queue.broker.EventLog.Entry;
import clarion.ejb.queue.broker.EventLogException;
import clarion.ejb.queue.wire.Kind;
import clarion.ejb.queue.wire.MessageCodec;
import clarion.ejb.queue.wire.QueueMessage;
import clarion.ejb.queue.wire.Term;
import clarion.ejb.queue.wire.UnreadableEntryException;
import clarion.pxgrid.Gap;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the leader delivers into the stream, one entry at a time, each confirmed before the next.
 *
 * <p>A term begins with an entry that says so; from there on nothing that an earlier leader writes counts. Then the
 * stream is read from what is stored up to that entry: the positions that stand there are those that the broker has
 * confirmed, and from these the connector goes on.
 *
 * <p>An entry that the broker did not confirm may be there or not. It is written again before any other, with the same
 * number, so that it counts once.
 */
final class QueuePublisher implements AutoCloseable {

    /** Brokers refuse from 16 MiB on (RabbitMQ 4); the connector halves a batch that is refused. */
    static final int LARGEST_BODY = 8 << 20;

    private static final System.Logger LOG = ContextLogger.of(QueuePublisher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long NONE = -1;

    /** Sessions and the other topics are delivered by a thread each. */
    private static final int CALLERS = 2;

    private final EventLog log;
    private final QueueStoreService store;
    private final LongSupplier leading;
    private final QueueBoard board;
    private final Clock clock;
    private final Runnable lost;
    private final MessageCodec codec = new MessageCodec();
    private final StreamIdentity identity;
    private final Map<Topic, TopicPosition> positions = new EnumMap<>(Topic.class);

    private EventLog.@Nullable Writer writer;
    private String stream = "";
    private long term = NONE;
    private long sequence;
    private @Nullable Pending pending;

    /** Entries that were in doubt and are there now, of which their callers do not know yet. */
    private final List<QueueMessage> unclaimed = new ArrayList<>();

    /** The term in which the stream was lost, until what that means is known. */
    private long lostIn = NONE;

    /** Gaps that a loss left, and that come before any other entry. */
    private final List<Gap> untold = new ArrayList<>();

    /** An entry of which it is not known whether the broker has it. */
    private record Pending(QueueMessage message, @Nullable TopicPosition position) {}

    /**
     * @param leading the term in which this process leads; throws {@code NOT_LEADING}
     * @param lost called when entries may be gone that were confirmed
     */
    QueuePublisher(
            EventLog log, QueueStoreService store, LongSupplier leading, QueueBoard board, Clock clock, Runnable lost) {
        this.log = log;
        this.store = store;
        this.leading = leading;
        this.board = board;
        this.clock = clock;
        this.lost = lost;
        this.identity = new StreamIdentity(log, codec, clock);
    }

    /** How far a topic is in the stream, or in the database if the stream says nothing of it. */
    synchronized Optional<TopicPosition> position(Topic topic) {
        reach(this::lead);
        return Optional.ofNullable(positions.get(topic));
    }

    /**
     * Writes an entry; once it returns the broker has it.
     *
     * @param position of its topic from here on; null if the entry moves none
     */
    synchronized void publish(Kind kind, Record content, @Nullable TopicPosition position) {
        byte[] body = codec.write(kind, content);
        if (body.length > LARGEST_BODY) {
            throw new ClarionException(
                    ProblemType.INTERNAL,
                    "An entry of " + body.length + " bytes is too large for the queue, which takes " + LARGEST_BODY
                            + ".");
        }
        reach(() -> {
            lead();
            Pending before = pending;
            if (before != null) {
                send(before);
                unclaimed.add(before.message());
            }
            if (unclaimed.removeIf(known -> isSame(known, kind, body))) {
                return; // the caller repeats what it was not told of
            }
            if (unclaimed.size() > CALLERS) {
                unclaimed.remove(0); // its caller has given it up
            }
            send(new Pending(message(kind, body, position), position));
        });
    }

    private static boolean isSame(QueueMessage known, Kind kind, byte[] body) {
        return known.kind().equals(kind.word()) && Arrays.equals(known.body(), body);
    }

    private QueueMessage message(Kind kind, byte[] body, @Nullable TopicPosition position) {
        Map<Topic, TopicPosition> then = new EnumMap<>(positions);
        if (position != null) {
            then.put(position.topic(), position);
        }
        return new QueueMessage(
                QueueMessage.FORMAT,
                stream,
                term,
                ++sequence,
                kind.word(),
                codec.writePositions(then.values()),
                clock.instant(),
                body);
    }

    private void send(Pending entry) throws EventLogException, InterruptedException {
        pending = entry;
        writer().append(entry.message());
        pending = null;
        TopicPosition position = entry.position();
        if (position != null) {
            positions.put(position.topic(), position);
        }
        board.confirmed(clock.instant());
    }

    private interface Work {
        void run() throws EventLogException, InterruptedException;
    }

    /** Whatever fails at the broker means: away. The connection is made anew for the next attempt. */
    private void reach(Work work) {
        try {
            work.run();
        } catch (EventLogException e) {
            disconnect();
            String words = String.valueOf(e.getMessage());
            board.publisherFailed(words);
            throw new ClarionException(ProblemType.QUEUE_UNAVAILABLE, words, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            disconnect();
            throw new ClarionException(ProblemType.QUEUE_UNAVAILABLE, "interrupted", e);
        }
    }

    /** Has a connection and a term that was begun. */
    private void lead() throws EventLogException, InterruptedException {
        long now = leading.getAsLong();
        if (writer == null) {
            connect();
        }
        if (term != now) {
            begin(now);
        }
        while (!untold.isEmpty()) {
            tell(untold.get(0));
            untold.remove(0);
        }
    }

    /** It may be told twice, if a confirm does not come: a gap is known by its ID. */
    private void tell(Gap gap) throws EventLogException, InterruptedException {
        writer().append(message(Kind.GAP, codec.write(Kind.GAP, gap), null));
        writer().append(message(Kind.GAP_CLOSED, codec.write(Kind.GAP_CLOSED, LostEntries.closure(gap)), null));
    }

    private EventLog.Writer writer() throws EventLogException {
        EventLog.Writer open = writer;
        if (open == null) {
            throw new EventLogException("there is no connection");
        }
        return open;
    }

    private void connect() throws EventLogException, InterruptedException {
        EventLog.Writer opened = log.openWriter();
        writer = opened;
        board.publisherConnected();
        String found = identity.of(opened);
        if (term != NONE && !found.equals(stream)) {
            LOG.log(
                    WARNING,
                    "CLARION-QUE-001 event=stream-lost stream={0} found={1}: entries that were not stored are gone;"
                            + " what ISE tells as a whole is compared with ISE, of the rest a gap is noted",
                    stream,
                    found);
            lostIn = term;
            term = NONE;
            lost.run();
        }
        stream = found;
    }

    private void begin(long next) throws EventLogException, InterruptedException {
        pending = null;
        unclaimed.clear();
        untold.clear();
        term = NONE;
        EventLog.Writer open = writer();
        QueueStoreService.Stored stored = store.stored();
        Progress progress = stored.progress().on(stream);
        requireLater(next, progress.term());
        Term marker = new Term(UUID.randomUUID());
        byte[] body = codec.write(Kind.TERM, marker);
        // The marker repeats no positions: whoever looks for them reads on from what is stored, as is done below.
        open.append(
                new QueueMessage(QueueMessage.FORMAT, stream, next, 0, Kind.TERM.word(), "", clock.instant(), body));
        Map<Topic, TopicPosition> confirmed = new EnumMap<>(stored.positions());
        confirmed.putAll(positionsUpTo(body, next, progress));
        if (lostIn == next) { // else the connector begins anew from what is stored, and notes what it missed
            untold.addAll(
                    LostEntries.gaps("before " + stream, positions.keySet(), stored.positions(), clock.instant()));
        }
        lostIn = NONE;
        positions.clear();
        positions.putAll(confirmed);
        sequence = 0;
        term = next;
        LOG.log(INFO, "event=queue-term term={0} stream={1} offset={2}", next, stream, progress.offset());
    }

    /** The positions of the last entry that counts before the marker. */
    private Map<Topic, TopicPosition> positionsUpTo(byte[] marker, long next, Progress progress)
            throws EventLogException, InterruptedException {
        EventLog.From from =
                progress.offset() < 0 ? new EventLog.From.First() : new EventLog.From.Offset(progress.offset() + 1);
        long latest = progress.oldestTerm();
        String found = "";
        try (EventLog.Reader reader = log.openReader(from)) {
            while (true) {
                Entry entry = reader.next(PATIENCE);
                if (entry == null) {
                    throw new EventLogException("the broker does not show an entry that it has confirmed");
                }
                QueueMessage message = entry.message();
                if (message == null || StreamIdentity.isProbe(message) || entry.offset() <= progress.offset()) {
                    continue;
                }
                if (message.kind().equals(Kind.TERM.word()) && Arrays.equals(message.body(), marker)) {
                    return found.isEmpty() ? Map.of() : codec.readPositions(found);
                }
                requireLater(next, message.term());
                if (message.term() >= latest) {
                    latest = message.term();
                    found = message.positions().isEmpty() ? found : message.positions();
                }
            }
        } catch (UnreadableEntryException e) {
            throw new EventLogException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A database that was restored or made anew counts terms from further back than the stream does. */
    private void requireLater(long next, long seen) {
        if (seen > next) {
            store.raiseTerm(seen);
            throw new ClarionException(
                    ProblemType.NOT_LEADING,
                    "The stream holds term " + seen + ", later than this one, " + next
                            + "; this process stands for election again.");
        }
    }

    private void disconnect() {
        EventLog.Writer open = writer;
        writer = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public synchronized void close() {
        disconnect();
    }
}
