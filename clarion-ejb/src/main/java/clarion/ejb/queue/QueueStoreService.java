package clarion.ejb.queue;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.connectors.TopicPositionTable;
import clarion.ejb.queue.wire.EarlierGaps;
import clarion.ejb.queue.wire.Kind;
import clarion.ejb.queue.wire.QueueMessage;
import clarion.ejb.sessions.SessionIngestService;
import clarion.pxgrid.Gap;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotPage;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores entries of the stream. Every method is one container-managed transaction; an entry and its offset are saved
 * together or not at all, and of two that store at the same time one waits for the other and then finds it done. So an
 * entry takes effect once, however often it is read.
 */
@Stateless
@LocalBean
public class QueueStoreService {

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final SessionIngestService ingest;
    private final Clock clock;

    /** What became of an entry. */
    public enum Verdict {
        STORED,
        /** Its offset was stored before. */
        KNOWN,
        /** It is in the stream twice, since its writer did not hear that it was there. */
        REPEATED,
        /** A leader wrote it that had been replaced. */
        REFUSED
    }

    /**
     * What a writer begins with, of one moment.
     *
     * @param positions as of {@code progress}
     */
    public record Stored(Progress progress, Map<Topic, TopicPosition> positions) {}

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected QueueStoreService() {
        this(null, null, null, null);
    }

    @Inject
    public QueueStoreService(
            DatabaseWork database, DatabaseReadiness readiness, SessionIngestService ingest, Clock clock) {
        this.database = database;
        this.readiness = readiness;
        this.ingest = ingest;
        this.clock = clock;
    }

    /** How far the stream is stored. */
    public Progress progress() {
        readiness.require();
        return database.call(connection -> new QueueProgressTable(connection).read());
    }

    /** How far the stream is stored, and what the positions are there. */
    public Stored stored() {
        readiness.require();
        return database.call(connection -> {
            Progress progress = new QueueProgressTable(connection).lock(); // nothing is stored in between
            return new Stored(progress, positions(connection));
        });
    }

    private static Map<Topic, TopicPosition> positions(Connection connection) throws SQLException {
        Map<Topic, TopicPosition> positions = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            new TopicPositionTable(connection).find(topic).ifPresent(known -> positions.put(topic, known));
        }
        return positions;
    }

    /**
     * Notes that entries are gone which were not stored, for topics that nothing makes up for; harmless if it was
     * noted.
     *
     * @param first offset of the first of them
     */
    public void noteLost(String stream, long first) {
        readiness.require();
        Map<Topic, TopicPosition> positions = database.call(QueueStoreService::positions);
        for (Gap gap : LostEntries.gaps(stream + " from " + first, positions.keySet(), positions, clock.instant())) {
            ingest.onGap(gap);
            ingest.onGapClosed(LostEntries.closure(gap));
        }
    }

    /** Has the next leader begin a later term than this. */
    public void raiseTerm(long term) {
        readiness.require();
        database.run(connection -> new QueueProgressTable(connection).raiseTerm(term));
    }

    /**
     * Stores an entry, unless it was.
     *
     * @param kind of the entry
     * @param content what it carries; null passes over it, whatever it is
     */
    public Verdict store(long offset, QueueMessage message, Kind kind, @Nullable Record content) {
        readiness.require();
        Progress before = database.call(connection -> new QueueProgressTable(connection).lock());
        if (before.hasPassed(message.stream(), offset)) {
            return Verdict.KNOWN;
        }
        Progress here = before.on(message.stream());
        boolean refused = kind != Kind.PROBE && message.term() < here.oldestTerm();
        boolean repeated = message.term() == here.term() && kind.isData() && message.sequence() <= here.sequence();
        if (kind.isData() && !refused && !repeated && content != null) {
            apply(kind, content);
        }
        database.run(connection -> {
            QueueProgressTable table = new QueueProgressTable(connection);
            if (refused) {
                table.refuse(message.stream(), offset);
            }
            table.save(after(here, offset, message, kind, refused, repeated));
        });
        return refused ? Verdict.REFUSED : repeated ? Verdict.REPEATED : Verdict.STORED;
    }

    /** Passes over an entry that nobody can read. */
    public void passOver(String stream, long offset, QuarantinedMessage what) {
        readiness.require();
        database.run(connection -> {
            QueueProgressTable table = new QueueProgressTable(connection);
            Progress before = table.lock();
            if (!before.hasPassed(stream, offset)) {
                Progress here = before.on(stream);
                ingest.onQuarantined(what);
                table.save(new Progress(
                        stream,
                        offset,
                        here.term(),
                        here.sequence(),
                        here.refuseBelow(),
                        here.publishedAt(),
                        clock.instant(),
                        here.stored(),
                        here.repeated(),
                        here.refused()));
            }
        });
    }

    /** Stores a part of an entry that cannot be stored as a whole; the offset stays, so that the rest follows. */
    public void storePart(Kind kind, Record content) {
        readiness.require();
        apply(kind, content);
    }

    /** The position that is saved of a topic. */
    public TopicPosition position(Topic topic) {
        return ingest.savedPosition(topic).orElse(TopicPosition.none(topic));
    }

    /** Keeps a record that cannot be stored. */
    public void setAside(QuarantinedMessage record) {
        ingest.onQuarantined(record);
    }

    private Progress after(
            Progress here, long offset, QueueMessage message, Kind kind, boolean refused, boolean repeated) {
        boolean counts = kind != Kind.PROBE && !refused;
        boolean laterTerm = counts && message.term() > here.term();
        long sequence = laterTerm
                ? message.sequence()
                : counts ? Math.max(here.sequence(), message.sequence()) : here.sequence();
        return new Progress(
                here.stream(),
                offset,
                laterTerm ? message.term() : here.term(),
                sequence,
                here.refuseBelow(),
                message.publishedAt(),
                clock.instant(),
                here.stored() + (counts && !repeated && kind.isData() ? 1 : 0),
                here.repeated() + (repeated && !refused ? 1 : 0),
                here.refused() + (refused ? 1 : 0));
    }

    private void apply(Kind kind, Record content) {
        switch (kind) {
            case SESSIONS -> ingest.onSessions((SessionBatch) content);
            case SNAPSHOT_PAGE -> ingest.onSnapshotPage((SnapshotPage) content);
            case SNAPSHOT_COMPLETE -> ingest.onSnapshotComplete((Snapshot) content);
            case RECORDS -> ingest.onRecords((RecordBatch) content);
            case RECORD_PAGE -> ingest.onRecordPage((RecordPage) content);
            case RECORDS_COMPLETE -> ingest.onRecordsComplete((Snapshot) content);
            case POSITION -> ingest.savePosition((TopicPosition) content);
            case GAP -> ingest.onGap((Gap) content);
            case GAP_CLOSED -> ingest.onGapClosed((Gap.Closure) content);
            case EARLIER_GAPS_CLOSED -> {
                EarlierGaps gaps = (EarlierGaps) content;
                ingest.onEarlierGapsClosed(gaps.topic(), gaps.at(), gaps.how());
            }
            case QUARANTINED -> ingest.onQuarantined((QuarantinedMessage) content);
            case PROBE, TERM -> throw new IllegalArgumentException(kind + " carries no data");
        }
    }
}
