package clarion.ejb.sessions;

import clarion.ejb.SqlArrays;
import clarion.ejb.topics.ReconcileTable;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Bulk downloads, and the end of sessions that one no longer names.
 *
 * <p>Ghosts are told by Clarion's clock alone: live, last changed by something received before the download began, and
 * not named by it. How far ISE's clock is off does not matter.
 */
final class SnapshotTable {

    private static final String NOTE_NAMED = """
            insert into session_snapshot_named (snapshot_id, session_id)
            select ?::uuid, id from unnest(?::int8[]) n(id) on conflict do nothing""";

    private static final String CLOSE_GHOSTS = """
            with ghost as (
                update session s
                set live = false, end_reason = 'UNSEEN', ended_at = greatest(s.updated_at, ?::timestamptz)
                where s.live and s.received_at < ?::timestamptz and not exists (
                    select 1 from session_snapshot_named n where n.snapshot_id = ?::uuid and n.session_id = s.id)
                returning s.id, s.mac, s.user_id, s.sgt_name, s.ended_at, s.ip, s.ip_at_start),
            addresses as (
                insert into address_change (at, ip, session_id, mac, user_id, sgt_name, live, noted_at)
                select s.ended_at, a.ip, s.id, s.mac, s.user_id, s.sgt_name, false, ?::timestamptz
                from ghost s
            """ + AddressChangeTable.ADDRESSES_OF_S + """
            ),
            devices as (
                update device d set live_sessions = d.live_sessions - g.closed,
                    online = d.live_sessions > g.closed
                from (select mac, count(*)::int closed from ghost where mac is not null group by mac) g
                where d.mac = g.mac),
            users as (
                update network_user u set live_sessions = u.live_sessions - g.closed,
                    online = u.live_sessions > g.closed
                from (select user_id, count(*)::int closed from ghost where user_id is not null group by user_id) g
                where u.id = g.user_id)
            select count(*), (array_agg(id order by id desc))[1:?] from ghost""";

    private static final String FORGET = """
            delete from session_snapshot_named n using topic_reconcile s
            where s.id = n.snapshot_id and s.started_at <= ?::timestamptz""";

    /** Ghosts that were closed: how many, and the ids of some. */
    record Completion(SnapshotOutcome outcome, int closedNow, List<Long> ids) {}

    private final Connection connection;
    private final ReconcileTable reconciles;

    SnapshotTable(Connection connection) {
        this.connection = connection;
        this.reconciles = new ReconcileTable(connection);
    }

    /**
     * Counts a page, and notes the sessions that it named and left as they were.
     *
     * @return how many sessions the download has named so far
     */
    long notePage(Snapshot snapshot, SnapshotFindings found, List<MergedSession> named) throws SQLException {
        long seen = reconciles.note(snapshot, found.seen(), found.missing(), found.different());
        if (named.isEmpty()) {
            return seen;
        }
        try (PreparedStatement note = connection.prepareStatement(NOTE_NAMED)) {
            note.setString(1, snapshot.id().toString());
            new SqlArrays(note, 1).add("int8", named, row -> row.id);
            note.executeUpdate();
        }
        return seen;
    }

    /** Ends the sessions that the download did not name. A download completed before, or overtaken, ends none. */
    Completion complete(Snapshot snapshot, Instant now) throws SQLException {
        reconciles.note(snapshot, 0, 0, 0);
        int closed = 0;
        List<Long> ids = List.of();
        if (reconciles.complete(snapshot, now)) {
            try (PreparedStatement close = connection.prepareStatement(CLOSE_GHOSTS)) {
                close.setString(1, snapshot.startedAt().toString());
                close.setString(2, snapshot.startedAt().toString());
                close.setString(3, snapshot.id().toString());
                close.setString(4, now.toString());
                close.setInt(5, SessionsChanged.MAX_IDS);
                try (ResultSet result = close.executeQuery()) {
                    result.next();
                    closed = result.getInt(1);
                    Array some = result.getArray(2);
                    ids = some == null ? List.of() : List.of((Long[]) some.getArray());
                }
            }
            try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                forget.setString(1, snapshot.startedAt().toString());
                forget.executeUpdate();
            }
        }
        return new Completion(reconciles.outcome(snapshot, closed), closed, ids);
    }
}
