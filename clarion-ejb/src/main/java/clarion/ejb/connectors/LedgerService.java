package clarion.ejb.connectors;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.SqlArrays;
import clarion.ejb.SqlValues;
import clarion.ejb.listing.Lists;
import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.Topic;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how completely every topic was received. */
@Stateless
public class LedgerService {

    private static final String RECONCILE =
            "r.topic, r.reason, r.started_at, r.completed_at, r.seen, r.missing, r.different, r.closed";

    private static final String TOPICS = "select t.id, " + RECONCILE + """
            , coalesce(l.live, 0), coalesce(l.recovered, 0), coalesce(l.bulk, 0), coalesce(l.applied, 0),
                coalesce(l.duplicates, 0), coalesce(l.superseded, 0), coalesce(l.quarantined, 0), l.last_received_at,
                g.open, g.total
            from unnest(?::text[]) with ordinality t(id, n)
            left join topic_ledger l on l.topic = t.id collate "C"
            left join lateral (select count(*) filter (where closed_at is null) open, count(*) total
                from topic_gap where topic = t.id collate "C") g on true
            left join lateral (select * from topic_reconcile where topic = t.id collate "C"
                and completed_at is not null order by started_at desc limit 1) r on true
            order by t.n""";

    private static final String RUNS = "select '', " + RECONCILE + """
             from topic_reconcile r where r.completed_at is not null and r.reason in ('SCHEDULED', 'REQUESTED')
            order by r.started_at desc limit\s""" + 2 * Topic.values().length;

    private static final int PATIENCE_SECONDS = 5;

    private final Lists lists;
    private final DatabaseWork database;
    private final DatabaseReadiness readiness;
    private final ReconcileSettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected LedgerService() {
        this(null, null, null, null, null);
    }

    @Inject
    public LedgerService(
            Lists lists, DatabaseWork database, DatabaseReadiness readiness, ReconcileSettings settings, Clock clock) {
        this.lists = lists;
        this.database = database;
        this.readiness = readiness;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every topic, in the order of {@link Topic}. */
    public List<TopicLedger> topics() {
        return lists.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(TOPICS)) {
                new SqlArrays(select).add("text", List.of(Topic.values()), Topic::id);
                List<TopicLedger> topics = new ArrayList<>();
                try (ResultSet rs = select.executeQuery()) {
                    while (rs.next()) {
                        topics.add(topic(rs));
                    }
                }
                return topics;
            }
        });
    }

    /** When the next comparison is due, and how the last one went; not that while the database is away. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReconcilePlan plan(ConnectorStatus status) {
        boolean off = status.state() == ConnectorStatus.State.DISABLED;
        return new ReconcilePlan(
                status.reconciling(),
                settings.schedule(),
                off ? null : settings.next(clock.instant()).orElse(null),
                lastRun());
    }

    private @Nullable ReconcileRun lastRun() {
        try {
            readiness.require();
            return database.call(LedgerService::lastRun).orElse(null);
        } catch (ClarionException e) {
            if (e.type() == ProblemType.DATABASE_UNAVAILABLE) {
                return null;
            }
            throw e;
        }
    }

    private static Optional<ReconcileRun> lastRun(Connection connection) throws SQLException {
        List<ReconcileRun.Part> parts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(RUNS)) {
            select.setQueryTimeout(PATIENCE_SECONDS);
            try (ResultSet rs = select.executeQuery()) {
                while (rs.next()) {
                    ReconcileRun.Part part = part(rs);
                    if (part != null) {
                        parts.add(part);
                    }
                }
            }
        }
        return ReconcileRun.latest(parts);
    }

    private static TopicLedger topic(ResultSet rs) throws SQLException {
        ReconcileRun.Part last = part(rs);
        long applied = rs.getLong(13);
        long duplicates = rs.getLong(14);
        long superseded = rs.getLong(15);
        long quarantined = rs.getLong(16);
        return new TopicLedger(
                rs.getString(1),
                applied + duplicates + superseded + quarantined,
                rs.getLong(10),
                rs.getLong(11),
                rs.getLong(12),
                applied,
                duplicates,
                superseded,
                quarantined,
                SqlValues.instantOrNull(rs, 17),
                rs.getLong(18),
                rs.getLong(19),
                last == null ? null : last.alone());
    }

    private static ReconcileRun.@Nullable Part part(ResultSet rs) throws SQLException {
        Instant started = SqlValues.instantOrNull(rs, 4);
        Instant completed = SqlValues.instantOrNull(rs, 5);
        return started == null || completed == null
                ? null
                : new ReconcileRun.Part(
                        rs.getString(2),
                        rs.getString(3),
                        started,
                        completed,
                        rs.getLong(6),
                        rs.getLong(7),
                        rs.getLong(8),
                        rs.getLong(9));
    }
}
