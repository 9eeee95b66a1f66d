package clarion.ejb.sessions;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.connectors.GapTable;
import clarion.ejb.connectors.LedgerTable;
import clarion.ejb.connectors.RecordIngest;
import clarion.ejb.connectors.TopicPositionTable;
import clarion.ejb.traces.DeliveryTrace;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Gap;
import clarion.pxgrid.Origin;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.SnapshotPage;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores what was delivered, whoever delivered it. Every method is one container-managed transaction; what it changed
 * is announced by {@link SessionsChanged} within it.
 *
 * <p>Every method fails with {@code ClarionException} of type {@code DATABASE_UNAVAILABLE} when the database is away.
 */
@Stateless
@LocalBean
@Interceptors(DeliveryTrace.class)
public class SessionIngestService implements PxGridListener {

    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final Event<SessionsChanged> sessionsChanged;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy
    protected SessionIngestService() {
        this(null, null, null, null);
    }

    @Inject
    public SessionIngestService(
            DatabaseWork database, DatabaseReadiness readiness, Event<SessionsChanged> sessionsChanged, Clock clock) {
        this.database = database;
        this.readiness = readiness;
        this.sessionsChanged = sessionsChanged;
        this.clock = clock;
    }

    @Override
    public Optional<TopicPosition> savedPosition(Topic topic) {
        readiness.require();
        return database.call(connection -> new TopicPositionTable(connection).find(topic));
    }

    @Override
    public void savePosition(TopicPosition position) {
        readiness.require();
        database.run(connection -> new TopicPositionTable(connection).save(position, clock.instant()));
    }

    @Override
    public BatchOutcome onSessions(SessionBatch batch) {
        readiness.require();
        SessionStore.Result result = database.call(connection -> {
            SessionStore.Result applied = new SessionStore(connection).applyEvents(batch.reports(), batch.receivedAt());
            new TopicPositionTable(connection).save(batch.position(), clock.instant());
            new LedgerTable(connection).add(Topic.SESSIONS, batch.origin(), applied.outcome(), batch.receivedAt());
            return applied;
        });
        announce(result.changes());
        return result.outcome();
    }

    @Override
    public BatchOutcome onSnapshotPage(SnapshotPage page) {
        readiness.require();
        Instant now = clock.instant();
        SessionStore.Result result = database.call(connection -> {
            SessionStore.Result applied = new SessionStore(connection).applyPage(page.snapshot(), page.reports(), now);
            new LedgerTable(connection).add(Topic.SESSIONS, Origin.BULK, applied.outcome(), now);
            return applied;
        });
        announce(result.changes());
        return result.outcome();
    }

    @Override
    public SnapshotOutcome onSnapshotComplete(Snapshot snapshot) {
        readiness.require();
        SnapshotTable.Completion completion =
                database.call(connection -> new SessionStore(connection).complete(snapshot, clock.instant()));
        announce(new SessionsChanged(0, 0, completion.closedNow(), completion.ids(), clock.instant()));
        return completion.outcome();
    }

    @Override
    public BatchOutcome onRecords(RecordBatch batch) {
        readiness.require();
        return database.call(connection -> new RecordIngest(connection, clock.instant()).apply(batch));
    }

    @Override
    public BatchOutcome onRecordPage(RecordPage page) {
        readiness.require();
        return database.call(connection -> new RecordIngest(connection, clock.instant()).apply(page));
    }

    @Override
    public SnapshotOutcome onRecordsComplete(Snapshot snapshot) {
        readiness.require();
        return database.call(connection -> new RecordIngest(connection, clock.instant()).complete(snapshot));
    }

    @Override
    public void onGap(Gap gap) {
        readiness.require();
        database.run(connection -> new GapTable(connection).open(gap));
    }

    @Override
    public void onGapClosed(Gap.Closure closure) {
        readiness.require();
        database.run(connection -> new GapTable(connection).close(closure));
    }

    @Override
    public void onEarlierGapsClosed(Topic topic, Instant at, Gap.How how) {
        readiness.require();
        database.run(connection -> new GapTable(connection).closeEarlier(topic, at, how));
    }

    @Override
    public void onQuarantined(QuarantinedMessage message) {
        readiness.require();
        database.run(connection -> new RecordIngest(connection, clock.instant()).setAside(message));
    }

    /** Applies events that were stored before; what is as new or newer stays. No position moves, nothing is counted. */
    public BatchOutcome again(SessionBatch batch) {
        readiness.require();
        SessionStore.Result result = database.call(
                connection -> new SessionStore(connection).applyEvents(batch.reports(), batch.receivedAt()));
        announce(result.changes());
        return result.outcome();
    }

    /** Applies a page of an earlier bulk download again, in the same way; it closes nothing. */
    public BatchOutcome again(SnapshotPage page) {
        readiness.require();
        SessionStore.Result result =
                database.call(connection -> new SessionStore(connection).applyAgain(page.reports(), clock.instant()));
        announce(result.changes());
        return result.outcome();
    }

    /** Applies records that were stored before, in the same way. */
    public BatchOutcome again(RecordBatch batch) {
        readiness.require();
        return database.call(connection -> new RecordIngest(connection, clock.instant()).again(batch));
    }

    /** Applies a page of an earlier bulk download again, as far as its records have times that tell which is newer. */
    public BatchOutcome again(RecordPage page) {
        readiness.require();
        return database.call(connection -> new RecordIngest(connection, clock.instant()).again(page));
    }

    private void announce(SessionsChanged changes) {
        if (changes.opened() + changes.changed() + changes.closed() > 0) {
            sessionsChanged.fire(changes);
        }
    }
}
