package clarion.ejb.sessions;

import clarion.ejb.CopyRows;
import clarion.ejb.DatabaseText;
import clarion.ejb.IdBlocks;
import clarion.ejb.SqlArrays;
import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code session} and {@code session_address} for ingest, a batch at a time. */
final class SessionTable {

    private static final String LOAD = """
            select s.id, s.session_key, s.live, s.mac::text, s.user_id, s.received_at, s.started_at, s.updated_at,
                   s.end_reason, encode(s.content_hash, 'hex'), host(s.ip), s.sgt_name
            from unnest(?::text[]) k join session s on s.session_key = k and s.latest""";

    private static final String ROWS = "unnest(?::int8[], ?::text[], ?::bool[], ?::bool[], ?::text[], ?::int8[],"
            + " ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::bytea[], ?::jsonb[], ?::jsonb[],"
            + " ?::bool[], "
            + SessionColumn.each(c -> "?::" + c.type() + "[]")
            + ") n(id, session_key, latest, live, state, user_id, started_at, updated_at, ended_at, end_reason,"
            + " content_hash, authorization_profiles, attributes, keeps_gaps, "
            + SessionColumn.each(SessionColumn::column)
            + ")";

    /**
     * A first address other than the one that the session began with stands in a table of its own, which is indexed.
     */
    private static final String UPDATE =
            "with changed as (update session s set latest = n.latest, live = n.live, state = n.state, updated_at = n.updated_at,"
                    + " ended_at = n.ended_at, end_reason = n.end_reason, content_hash = n.content_hash,"
                    + " received_at = greatest(s.received_at, ?::timestamptz), user_id = " + kept("user_id")
                    + ", authorization_profiles = case when n.keeps_gaps and n.authorization_profiles = '[]'"
                    + " then s.authorization_profiles else n.authorization_profiles end"
                    + ", attributes = case when n.keeps_gaps then s.attributes || n.attributes else n.attributes end, "
                    + SessionColumn.each(c -> c.column() + " = " + kept(c.column()))
                    + " from " + ROWS + " where s.id = n.id returning s.id, s.ip, s.ip_at_start) " + """
                    merge into session_moved m using changed c on m.session_id = c.id
                    when matched and (c.ip is null or c.ip = c.ip_at_start) then delete
                    when matched and m.ip <> c.ip then update set ip = c.ip
                    when not matched and c.ip is distinct from c.ip_at_start and c.ip is not null
                        then insert values (c.id, c.ip)""";

    private static final String TOUCH = """
            update session s set latest = n.latest, updated_at = n.updated_at,
                received_at = greatest(s.received_at, ?::timestamptz)
            from unnest(?::int8[], ?::bool[], ?::timestamptz[]) n(id, latest, updated_at) where s.id = n.id""";

    private static final String DEMOTE =
            "update session s set latest = false from unnest(?::int8[]) n(id) where s.id = n.id";

    private final Connection connection;

    SessionTable(Connection connection) {
        this.connection = connection;
    }

    private static String kept(String column) {
        return "case when n.keeps_gaps then coalesce(n." + column + ", s." + column + ") else n." + column + " end";
    }

    /** The present rows of some keys. */
    List<MergedSession> load(Collection<String> keys) throws SQLException {
        List<MergedSession> rows = new ArrayList<>(keys.size());
        try (PreparedStatement select = connection.prepareStatement(LOAD)) {
            new SqlArrays(select).add("text", List.copyOf(keys), key -> key);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    String end = found.getString(9);
                    rows.add(new MergedSession(
                            found.getLong(1),
                            found.getString(2),
                            new MergedSession.Stored(
                                    found.getBoolean(3),
                                    found.getString(4),
                                    SqlValues.longOrNull(found, 5),
                                    SqlValues.instant(found, 6),
                                    found.getString(11),
                                    found.getString(12)),
                            SqlValues.instant(found, 7),
                            SqlValues.instant(found, 8),
                            end == null ? null : MergedSession.End.valueOf(end),
                            found.getString(10)));
                }
            }
        }
        return rows;
    }

    /** Writes what a merge decided; gives new rows their ids, in the order in which they were opened. */
    void save(SessionMerge merge, Map<String, Long> userIds, Instant receivedAt) throws SQLException {
        List<MergedSession> touches =
                merge.toUpdate().stream().filter(MergedSession::isTouchedOnly).toList();
        List<MergedSession> updates =
                merge.toUpdate().stream().filter(row -> !row.isTouchedOnly()).toList();
        List<MergedSession> inserts = merge.toInsert();
        long[] ids = IdBlocks.take(connection, "session_seq", inserts.size());
        for (int i = 0; i < ids.length; i++) {
            inserts.get(i).id = ids[i];
        }
        // Rows that stop being the latest go first: the index allows one latest row per key at any time.
        if (!merge.toDemote().isEmpty()) {
            try (PreparedStatement demote = connection.prepareStatement(DEMOTE)) {
                new SqlArrays(demote).add("int8", merge.toDemote(), row -> row.id);
                demote.executeUpdate();
            }
        }
        touch(touches, receivedAt);
        update(updates, userIds, receivedAt);
        insert(inserts, userIds, receivedAt);
        new SessionAddressTable(connection).save(updates, inserts);
    }

    private void touch(List<MergedSession> rows, Instant receivedAt) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
            touch.setString(1, receivedAt.toString());
            new SqlArrays(touch, 1)
                    .add("int8", rows, row -> row.id)
                    .add("bool", rows, row -> row.latest)
                    .add("timestamptz", rows, row -> row.updatedAt);
            touch.executeUpdate();
        }
    }

    private void insert(List<MergedSession> rows, Map<String, Long> userIds, Instant receivedAt) throws SQLException {
        CopyRows<MergedSession> copy = new CopyRows<MergedSession>("session")
                .column("id", "int8", row -> row.id)
                .column("session_key", "text", row -> row.key)
                .column("latest", "bool", row -> row.latest)
                .column("live", "bool", row -> row.live)
                .column("state", "text", MergedSession::state)
                .column("user_id", "int8", row -> userId(row, userIds))
                .column("started_at", "timestamptz", row -> row.startedAt)
                .column("updated_at", "timestamptz", row -> row.updatedAt)
                .column("ended_at", "timestamptz", row -> row.endedAt)
                .column("end_reason", "text", row -> row.end == null ? null : row.end.name())
                .column("content_hash", "bytea", row -> row.digest)
                .column(
                        "authorization_profiles",
                        "jsonb",
                        row -> DatabaseText.json(row.content().authorizationProfiles()))
                .column(
                        "attributes",
                        "jsonb",
                        row -> DatabaseText.json(row.content().attributes()))
                .column("received_at", "timestamptz", row -> receivedAt);
        for (SessionColumn column : SessionColumn.ALL) {
            copy.column(column.column(), column.type(), row -> row.content().get(column));
        }
        copy.column("ip_at_start", "inet", row -> row.content().get(SessionColumn.IP))
                .insert(connection, rows);
    }

    private void update(List<MergedSession> rows, Map<String, Long> userIds, Instant receivedAt) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement write = connection.prepareStatement(UPDATE)) {
            write.setString(1, receivedAt.toString());
            SqlArrays arrays = new SqlArrays(write, 1)
                    .add("int8", rows, row -> row.id)
                    .add("text", rows, row -> row.key)
                    .add("bool", rows, row -> row.latest)
                    .add("bool", rows, row -> row.live)
                    .add("text", rows, MergedSession::state)
                    .add("int8", rows, row -> userId(row, userIds))
                    .add("timestamptz", rows, row -> row.startedAt)
                    .add("timestamptz", rows, row -> row.updatedAt)
                    .add("timestamptz", rows, row -> row.endedAt)
                    .add("text", rows, row -> row.end == null ? null : row.end.name())
                    .add("bytea", rows, row -> HexFormat.of().parseHex(row.digest))
                    .add("jsonb", rows, row -> DatabaseText.json(row.content().authorizationProfiles()))
                    .add("jsonb", rows, row -> DatabaseText.json(row.content().attributes()))
                    .add("bool", rows, MergedSession::keepsGaps);
            for (SessionColumn column : SessionColumn.ALL) {
                arrays.add(column.type(), rows, row -> row.content().get(column));
            }
            write.executeUpdate();
        }
    }

    private static @Nullable Long userId(MergedSession row, Map<String, Long> userIds) {
        String identity = row.content().identity();
        return identity == null ? null : userIds.get(identity);
    }
}
