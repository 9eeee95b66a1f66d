package clarion.ejb.queue;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.logging.ContextLogger;
import clarion.domain.logging.LogContext;
import clarion.ejb.queue.broker.EventLog.Entry;
import clarion.ejb.queue.wire.Kind;
import clarion.ejb.queue.wire.MessageCodec;
import clarion.ejb.queue.wire.QueueMessage;
import clarion.ejb.queue.wire.UnreadableEntryException;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.SnapshotPage;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stores entries so that none holds up those behind it: one that fails is tried once more, then its records in halves
 * down to the one at fault, which is set aside; one that cannot be read is set aside whole.
 */
final class EntryStore {

    private static final System.Logger LOG = ContextLogger.of(EntryStore.class);

    private final QueueStoreService store;
    private final MessageCodec codec = new MessageCodec();

    EntryStore(QueueStoreService store) {
        this.store = store;
    }

    /**
     * Stores an entry; false if only a newer release can.
     *
     * @throws clarion.domain.ClarionException {@code DATABASE_UNAVAILABLE} if it is to be tried again
     */
    boolean store(Entry entry) {
        QueueMessage message = entry.message();
        if (message == null) {
            LOG.log(
                    WARNING,
                    "CLARION-QUE-004 event=strange-entry offset={0}: Clarion has not written it",
                    entry.offset());
            return true;
        }
        if (StreamIdentity.isProbe(message)) {
            return true;
        }
        Optional<Kind> kind = Kind.of(message.kind());
        if (message.format() > QueueMessage.FORMAT || kind.isEmpty()) {
            return false;
        }
        LogContext.Scope context = LogContext.beginBatch(message.kind());
        try {
            store(entry.offset(), message, kind.get());
        } finally {
            context.end();
        }
        return true;
    }

    private void store(long offset, QueueMessage message, Kind kind) {
        Record content;
        try {
            content = codec.read(kind, message.body());
        } catch (UnreadableEntryException e) {
            LOG.log(WARNING, "CLARION-QUE-005 event=unreadable-entry offset={0} why=\"{1}\"", offset, e.getMessage());
            String text = new String(message.body(), StandardCharsets.UTF_8);
            store.passOver(
                    message.stream(),
                    offset,
                    new QuarantinedMessage(
                            Topic.SESSIONS,
                            source(offset),
                            message.publishedAt(),
                            String.valueOf(e.getMessage()),
                            text));
            return;
        }
        try {
            store.store(offset, message, kind, content);
        } catch (RuntimeException e) {
            orWait(e);
            try {
                store.store(offset, message, kind, content);
            } catch (RuntimeException again) {
                orWait(again);
                inParts(offset, message, kind, content, again);
            }
        }
    }

    private static void orWait(RuntimeException thrown) {
        if (QueueConsumer.isDatabaseAway(thrown)) {
            throw thrown;
        }
        LOG.log(DEBUG, "event=entry-failed", thrown);
    }

    private void inParts(long offset, QueueMessage message, Kind kind, Record content, RuntimeException why) {
        split(offset, message.publishedAt(), kind, content, why);
        store.store(offset, message, kind, null);
        TopicPosition after = content instanceof SessionBatch sessions
                ? sessions.position()
                : content instanceof RecordBatch records ? records.position() : null;
        if (after != null) {
            store.storePart(Kind.POSITION, after);
        }
    }

    private void split(long offset, Instant at, Kind kind, Record content, RuntimeException why) {
        List<Record> halves = halves(content);
        if (halves.isEmpty()) {
            LOG.log(WARNING, "CLARION-QUE-006 event=entry-set-aside offset={0} kind={1}", offset, kind, why);
            store.setAside(new QuarantinedMessage(
                    topic(content),
                    source(offset),
                    at,
                    "could not be stored: " + why.getMessage(),
                    content.toString()));
            return;
        }
        for (Record half : halves) {
            try {
                store.storePart(kind, half);
            } catch (RuntimeException e) {
                orWait(e);
                split(offset, at, kind, half, e);
            }
        }
    }

    private static String source(long offset) {
        return "queue entry " + offset;
    }

    private static Topic topic(Record content) {
        if (content instanceof RecordBatch batch) {
            return batch.topic();
        }
        return content instanceof RecordPage page ? page.snapshot().topic() : Topic.SESSIONS;
    }

    /** The two halves of what holds several records; none of what does not. */
    private List<Record> halves(Record content) {
        List<Record> halves = new ArrayList<>();
        if (content instanceof SessionBatch batch) {
            TopicPosition before = store.position(Topic.SESSIONS);
            parts(batch.reports())
                    .forEach(part -> halves.add(new SessionBatch(batch.origin(), part, before, batch.receivedAt())));
        } else if (content instanceof RecordBatch batch) {
            TopicPosition before = store.position(batch.topic());
            parts(batch.records())
                    .forEach(part -> halves.add(
                            new RecordBatch(batch.topic(), batch.origin(), part, before, batch.receivedAt())));
        } else if (content instanceof SnapshotPage page) {
            parts(page.reports()).forEach(part -> halves.add(new SnapshotPage(page.snapshot(), part)));
        } else if (content instanceof RecordPage page) {
            parts(page.records()).forEach(part -> halves.add(new RecordPage(page.snapshot(), part)));
        }
        return halves;
    }

    private static <E> List<List<E>> parts(List<E> whole) {
        int half = whole.size() / 2;
        return half == 0 ? List.of() : List.of(whole.subList(0, half), whole.subList(half, whole.size()));
    }
}
