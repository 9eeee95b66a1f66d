package clarion.ejb.sessions;

import clarion.domain.sessions.SessionReport;
import clarion.ejb.devices.DeviceTable;
import clarion.ejb.devices.SeenDevice;
import clarion.ejb.sessions.SessionMerge.Source;
import clarion.ejb.users.SeenUser;
import clarion.ejb.users.UserTable;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Applies batches of session reports over one connection, in the caller's transaction.
 *
 * <p>A batch costs about ten statements, however many reports it holds. Writers take their turn by a lock that ends
 * with the transaction: there is one connector, and at most one that takes over from it, so nothing is lost by it, and
 * a merge always sees what it is about to change.
 */
final class SessionStore {

    // "clarion" in ASCII; any number would do that nobody else in this database takes.
    private static final long WRITER_LOCK = 0x636c6172696f6eL;

    // Tables that have just grown have no statistics yet. An index look-up per row is never a bad plan for a batch, and
    // a plan that was made while a table was small is kept while it grows: it must not read the table from end to end.
    private static final String TAKE_TURN = """
            select pg_advisory_xact_lock(?), set_config('enable_hashjoin', 'off', true),
                set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true),
                set_config('enable_seqscan', ?, true)""";

    /** Sessions from which on a first download is worth putting off indexes; for a while it is tried again. */
    private static final int LARGE = 20_000;

    private static final int A_FEW_PAGES = 5_000;

    private final Connection connection;

    SessionStore(Connection connection) {
        this.connection = connection;
    }

    /**
     * What a batch did.
     *
     * @param outcome for the connector
     * @param changes for whoever watches sessions
     */
    record Result(BatchOutcome outcome, SessionsChanged changes) {}

    /** Applies events, in the order in which they came. */
    Result applyEvents(List<SessionReport> reports, Instant receivedAt) throws SQLException {
        takeTurn(RowByRow.YES);
        return apply(merge(reports, Source.EVENT), receivedAt);
    }

    /** Applies a page of a bulk download. */
    Result applyPage(Snapshot snapshot, List<SessionReport> reports, Instant now) throws SQLException {
        takeTurn(RowByRow.YES);
        SessionMerge merge = merge(reports, Source.PAGE);
        Result result = apply(merge, now.isBefore(snapshot.startedAt()) ? snapshot.startedAt() : now);
        long seen = new SnapshotTable(connection)
                .notePage(
                        snapshot,
                        SnapshotFindings.of(merge, reports.size(), snapshot.complete()),
                        merge.namedOnly(snapshot.startedAt()));
        if (snapshot.reason() == Snapshot.Reason.FIRST_START
                && merge.opened() == reports.size()
                && seen >= LARGE
                && seen < LARGE + A_FEW_PAGES) {
            new DeferredIndexes(connection).putOff();
        }
        return result;
    }

    /** Applies rows of an earlier bulk download, which is not counted again. */
    Result applyAgain(List<SessionReport> reports, Instant now) throws SQLException {
        takeTurn(RowByRow.YES);
        return apply(merge(reports, Source.PAGE), now);
    }

    /** Ends the sessions that a bulk download did not name. */
    SnapshotTable.Completion complete(Snapshot snapshot, Instant now) throws SQLException {
        takeTurn(RowByRow.NO);
        return new SnapshotTable(connection).complete(snapshot, now);
    }

    /** Whether the transaction's statements look rows up one by one, or go through all that there are. */
    private enum RowByRow {
        YES,
        NO
    }

    private void takeTurn(RowByRow rows) throws SQLException {
        try (PreparedStatement turn = connection.prepareStatement(TAKE_TURN)) {
            turn.setLong(1, WRITER_LOCK);
            turn.setString(2, rows == RowByRow.YES ? "off" : "on");
            turn.execute();
        }
    }

    private SessionMerge merge(List<SessionReport> reports, Source source) throws SQLException {
        List<ReceivedReport> received = reports.stream().map(ReceivedReport::of).toList();
        List<String> keys =
                received.stream().map(ReceivedReport::key).distinct().toList();
        SessionMerge merge = new SessionMerge(new SessionTable(connection).load(keys));
        received.forEach(report -> merge.apply(report, source));
        return merge;
    }

    private Result apply(SessionMerge merge, Instant receivedAt) throws SQLException {
        if (!merge.applied().isEmpty()) {
            UserTable users = new UserTable(connection);
            DeviceTable devices = new DeviceTable(connection);
            List<SeenUser> seenUsers = seenUsers(merge.applied());
            Map<String, Long> userIds = users.resolve(seenUsers);
            LiveCounts deltas = LiveCounts.of(merge.touched(), userIds);
            users.save(seenUsers, userIds, deltas.byUser());
            new SessionTable(connection).save(merge, userIds, receivedAt);
            new AddressChangeTable(connection).note(merge.touched(), userIds, receivedAt);
            devices.save(seenDevices(merge.applied(), userIds), deltas.byDevice());
        }
        return new Result(
                new BatchOutcome(merge.applied().size(), merge.duplicates(), merge.superseded()),
                new SessionsChanged(
                        merge.opened(),
                        merge.changed(),
                        merge.closed(),
                        merge.touched().stream().map(row -> row.id).toList(),
                        receivedAt));
    }

    private static List<SeenUser> seenUsers(List<ReceivedReport> reports) {
        List<SeenUser> seen = new ArrayList<>();
        for (ReceivedReport report : reports) {
            SessionContent content = report.content();
            if (content.user() != null) {
                seen.add(new SeenUser(
                        Objects.requireNonNull(content.identity()),
                        content.user(),
                        content.get(SessionColumn.USER_NAME),
                        report.at()));
            }
        }
        return seen;
    }

    private static List<SeenDevice> seenDevices(List<ReceivedReport> reports, Map<String, Long> userIds) {
        List<SeenDevice> seen = new ArrayList<>(reports.size());
        for (ReceivedReport report : reports) {
            SessionContent content = report.content();
            String mac = content.get(SessionColumn.MAC);
            if (mac != null) {
                String user = content.identity();
                seen.add(new SeenDevice(
                        mac,
                        report.at(),
                        report.live(),
                        content.addresses(),
                        content.get(SessionColumn.ENDPOINT_PROFILE),
                        content.get(SessionColumn.ENDPOINT_OS),
                        content.get(SessionColumn.NAS_IP),
                        content.get(SessionColumn.NAS_PORT),
                        content.get(SessionColumn.NAS_IDENTIFIER),
                        content.get(SessionColumn.SSID),
                        content.get(SessionColumn.SGT_NAME),
                        user == null ? null : userIds.get(user),
                        user,
                        content.get(SessionColumn.USER_NAME),
                        content.get(SessionColumn.AUTH_METHOD)));
            }
        }
        return seen;
    }

    /**
     * How a batch moves the numbers of live sessions.
     *
     * @param byDevice by MAC address
     * @param byUser by the user's id
     */
    private record LiveCounts(Map<String, Integer> byDevice, Map<Long, Integer> byUser) {

        static LiveCounts of(Iterable<MergedSession> rows, Map<String, Long> userIds) {
            LiveCounts counts = new LiveCounts(new LinkedHashMap<>(), new HashMap<>());
            for (MergedSession row : rows) {
                MergedSession.Stored stored = row.stored;
                if (stored != null && stored.live()) {
                    counts.add(stored.mac(), stored.userId(), -1);
                }
                if (row.live) {
                    String user = row.content().identity();
                    counts.add(row.content().get(SessionColumn.MAC), user == null ? null : userIds.get(user), 1);
                }
            }
            return counts;
        }

        private void add(@Nullable String mac, @Nullable Long userId, int delta) {
            if (mac != null) {
                byDevice.merge(mac, delta, Integer::sum);
            }
            if (userId != null) {
                byUser.merge(userId, delta, Integer::sum);
            }
        }
    }
}
