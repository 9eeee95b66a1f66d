package clarion.ejb.sessions;

import clarion.ejb.CopyRows;
import clarion.ejb.SqlArrays;
import clarion.ejb.sessions.MergedSession.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Appends to {@code address_change} what sessions newly say of addresses, for who asks later whose address it was at an
 * instant. What merely repeats is not written. Of several changes of one session in one batch the last is.
 */
final class AddressChangeTable {

    /**
     * What {@code session_every_address} says of one session, whose row is {@code s}. Joined with the view itself, a
     * batch reads every session there is, for each one that ended: by row, that is three look-ups in indexes.
     */
    static final String ADDRESSES_OF_S = """
            cross join lateral (select s.ip_at_start as ip where s.ip = s.ip_at_start
                union all select m.ip from session_moved m where m.session_id = s.id
                union all select f.ip from session_address f where f.session_id = s.id) a""";

    /** A session that ends had its addresses until then; the end itself often does not name them. */
    private static final String ENDED = """
            insert into address_change (at, ip, session_id, mac, user_id, sgt_name, live, noted_at)
            select s.ended_at, a.ip, s.id, s.mac, s.user_id, s.sgt_name, false, ?::timestamptz
            from unnest(?::int8[]) e(id) join session s on s.id = e.id
            """ + ADDRESSES_OF_S;

    private record Change(MergedSession row, Instant at, String ip, boolean live) {}

    private final Connection connection;

    AddressChangeTable(Connection connection) {
        this.connection = connection;
    }

    /** Notes what a batch changed, once it is saved. */
    void note(Collection<MergedSession> rows, Map<String, Long> userIds, Instant notedAt) throws SQLException {
        List<Change> changes = new ArrayList<>();
        List<MergedSession> ended = new ArrayList<>();
        for (MergedSession row : rows) {
            if (row.isTouchedOnly()) {
                continue;
            }
            if (row.live) {
                claims(row, row.updatedAt, userIds, changes);
            } else if (row.stored == null || row.stored.live()) {
                if (row.stored == null && row.startedAt.isBefore(row.updatedAt)) {
                    claims(row, row.startedAt, userIds, changes);
                }
                ended.add(row);
            }
        }
        new CopyRows<Change>("address_change")
                .column("at", "timestamptz", Change::at)
                .column("ip", "inet", Change::ip)
                .column("session_id", "int8", change -> change.row().id)
                .column("mac", "macaddr", change -> change.row().content().get(SessionColumn.MAC))
                .column("user_id", "int8", change -> userId(change.row(), userIds))
                .column("sgt_name", "text", change -> change.row().content().get(SessionColumn.SGT_NAME))
                .column("live", "bool", Change::live)
                .column("noted_at", "timestamptz", change -> notedAt)
                .insert(connection, changes);
        if (!ended.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(ENDED)) {
                insert.setString(1, notedAt.toString());
                new SqlArrays(insert, 1).add("int8", ended, row -> row.id);
                insert.executeUpdate();
            }
        }
    }

    private static void claims(MergedSession row, Instant at, Map<String, Long> userIds, List<Change> changes) {
        SessionContent content = row.content();
        List<String> addresses = content.addresses();
        Stored stored = row.stored;
        if (stored != null && stored.live()) {
            String before = stored.ip();
            boolean same = addresses.size() <= 1
                    && Objects.equals(before, addresses.isEmpty() ? null : addresses.get(0))
                    && Objects.equals(stored.mac(), content.get(SessionColumn.MAC))
                    && Objects.equals(stored.userId(), userId(row, userIds))
                    && Objects.equals(stored.sgtName(), content.get(SessionColumn.SGT_NAME));
            if (same) {
                return;
            }
            if (before != null && !addresses.contains(before)) {
                changes.add(new Change(row, at, before, false));
            }
        }
        addresses.forEach(ip -> changes.add(new Change(row, at, ip, true)));
    }

    private static @Nullable Long userId(MergedSession row, Map<String, Long> userIds) {
        String identity = row.content().identity();
        return identity == null ? null : userIds.get(identity);
    }
}
