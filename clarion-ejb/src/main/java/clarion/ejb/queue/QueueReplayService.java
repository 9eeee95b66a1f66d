package clarion.ejb.queue;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.ejb.queue.wire.Kind;
import clarion.ejb.sessions.SessionIngestService;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.SnapshotPage;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Applies again what is in the stream since some time. It moves no position and counts nothing as received; what is
 * stored and is as new as an entry, or newer, stays as it is.
 */
@Stateless
@LocalBean
public class QueueReplayService {

    private static final BatchOutcome NOTHING = new BatchOutcome(0, 0, 0);

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final SessionIngestService ingest;
    private final AuditService audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected QueueReplayService() {
        this(null, null, null, null, null);
    }

    @Inject
    public QueueReplayService(
            DatabaseWork database,
            DatabaseReadiness readiness,
            SessionIngestService ingest,
            AuditService audit,
            Clock clock) {
        this.database = database;
        this.readiness = readiness;
        this.ingest = ingest;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks for a replay; whichever process stores does it, before it goes on. */
    public Replay request(Actor actor, Instant from) {
        readiness.require();
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        audit.record(actor, "queue.replay-requested", "connector/queue", null, Map.of("from", from.toString()));
        database.run(connection -> new ReplayTable(connection).add(id, from, now, actor.name()));
        return new Replay(id, from, now, actor.name(), null, null, null, null, null, 0, 0, 0, 0);
    }

    /** The latest replays, the newest first. */
    public List<Replay> list() {
        readiness.require();
        return database.call(connection -> new ReplayTable(connection).latest());
    }

    /** The one to do next, which is begun by this. */
    public Optional<Replay> next() {
        readiness.require();
        return database.call(connection -> {
            ReplayTable table = new ReplayTable(connection);
            Optional<Replay> open = table.open();
            if (open.isPresent() && open.get().startedAt() == null) {
                Progress progress = new QueueProgressTable(connection).read();
                table.begin(open.get().id(), progress.stream(), progress.offset(), clock.instant());
                return table.open();
            }
            return open;
        });
    }

    /** Applies an entry again, and notes that. */
    public void again(Replay replay, long offset, Kind kind, Record content) {
        readiness.require();
        boolean refused = database.call(
                connection -> new QueueProgressTable(connection).isRefused(String.valueOf(replay.stream()), offset));
        boolean counts = !refused && isReplayed(kind);
        BatchOutcome outcome = counts ? apply(content) : NOTHING;
        boolean unused =
                database.call(connection -> new ReplayTable(connection).pass(replay.id(), offset, outcome, counts));
    }

    /** Passes over an entry. */
    public void passOver(Replay replay, long offset) {
        readiness.require();
        boolean unused =
                database.call(connection -> new ReplayTable(connection).pass(replay.id(), offset, NOTHING, false));
    }

    public void complete(Replay replay) {
        readiness.require();
        database.run(connection -> new ReplayTable(connection).complete(replay.id(), clock.instant()));
    }

    private static boolean isReplayed(Kind kind) {
        return kind == Kind.SESSIONS || kind == Kind.SNAPSHOT_PAGE || kind == Kind.RECORDS || kind == Kind.RECORD_PAGE;
    }

    private BatchOutcome apply(Record content) {
        if (content instanceof SessionBatch batch) {
            return ingest.again(batch);
        } else if (content instanceof SnapshotPage page) {
            return ingest.again(page);
        } else if (content instanceof RecordBatch batch) {
            return ingest.again(batch);
        }
        return ingest.again((RecordPage) content);
    }
}
