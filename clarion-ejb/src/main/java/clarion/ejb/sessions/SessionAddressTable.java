package clarion.ejb.sessions;

import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps {@code session_address} for ingest: the addresses of a session after its first, which stands in the session.
 * Most reports repeat the addresses, so it writes only where they differ.
 */
final class SessionAddressTable {

    private static final String LOAD = """
            select a.session_id, host(a.ip) from unnest(?::int8[]) n(id) join session_address a on a.session_id = n.id
            order by a.session_id, a.position""";

    private static final String DELETE =
            "delete from session_address a using unnest(?::int8[]) n(id) where a.session_id = n.id";

    private static final String INSERT = """
            insert into session_address (session_id, ip, position)
            select id, ip, position from unnest(?::int8[], ?::inet[], ?::int4[]) n(id, ip, position)""";

    private record Address(long session, String ip, int position) {}

    private final Connection connection;

    SessionAddressTable(Connection connection) {
        this.connection = connection;
    }

    void save(List<MergedSession> updates, List<MergedSession> inserts) throws SQLException {
        List<MergedSession> moved = moved(updates);
        List<Address> addresses = new ArrayList<>();
        moved.forEach(row -> collect(row, addresses));
        inserts.forEach(row -> collect(row, addresses));
        if (!moved.isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                new SqlArrays(delete).add("int8", moved, row -> row.id);
                delete.executeUpdate();
            }
        }
        if (!addresses.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                new SqlArrays(insert)
                        .add("int8", addresses, Address::session)
                        .add("inet", addresses, Address::ip)
                        .add("int4", addresses, Address::position);
                insert.executeUpdate();
            }
        }
    }

    private List<MergedSession> moved(List<MergedSession> updates) throws SQLException {
        List<MergedSession> candidates = updates.stream()
                .filter(row -> !row.keepsGaps() || !row.content().addresses().isEmpty())
                .toList();
        if (candidates.isEmpty()) {
            return candidates;
        }
        Map<Long, List<String>> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LOAD)) {
            new SqlArrays(select).add("int8", candidates, row -> row.id);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    stored.computeIfAbsent(found.getLong(1), id -> new ArrayList<>())
                            .add(found.getString(2));
                }
            }
        }
        return candidates.stream()
                .filter(row -> !further(row).equals(stored.getOrDefault(row.id, List.of())))
                .toList();
    }

    private static List<String> further(MergedSession row) {
        List<String> all = row.content().addresses();
        return all.isEmpty() ? all : all.subList(1, all.size());
    }

    private static void collect(MergedSession row, List<Address> addresses) {
        List<String> further = further(row);
        for (int i = 0; i < further.size(); i++) {
            addresses.add(new Address(row.id, further.get(i), i + 1));
        }
    }
}
