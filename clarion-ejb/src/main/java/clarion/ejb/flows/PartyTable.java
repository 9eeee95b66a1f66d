package clarion.ejb.flows;

import clarion.domain.devices.MacAddress;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.identity.Party;
import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives parties their numbers, over one connection and in a transaction that must not be undone once the numbers are
 * used: they are remembered outside.
 */
final class PartyTable {

    private static final String GIVEN = " from unnest(?::text[], ?::macaddr[], ?::int8[], ?::inet[], ?::text[])"
            + " with ordinality g(kind, mac, user_id, ip, name, n)";

    /** New ones; a party without an address is its own anywhere. */
    private static final String INSERT_WHOLE =
            "insert into flow_party as p (kind, mac, user_id, ip, name, anywhere, seen_on)"
                    + " select g.kind, g.mac, g.user_id, g.ip, g.name, 0, ?::date" + GIVEN
                    + " order by g.n on conflict (kind, mac, user_id, ip, name) do update set seen_on = greatest(p.seen_on, excluded.seen_on)"
                    + " returning p.id";

    private static final String SELF = "update flow_party set anywhere = id where id = any(?) and anywhere = 0";

    private static final String INSERT_AT =
            "insert into flow_party as p (kind, mac, user_id, ip, name, anywhere, seen_on)"
                    + " select g.kind, g.mac, g.user_id, g.ip, g.name, g.anywhere, ?::date"
                    + " from unnest(?::text[], ?::macaddr[], ?::int8[], ?::inet[], ?::text[], ?::int[])"
                    + " with ordinality g(kind, mac, user_id, ip, name, anywhere, n)"
                    + " order by g.n on conflict (kind, mac, user_id, ip, name) do update set seen_on = greatest(p.seen_on, excluded.seen_on)"
                    + " returning p.id";

    private final Connection connection;
    private final String today;

    /** @param today as PostgreSQL reads a date */
    PartyTable(Connection connection, String today) {
        this.connection = connection;
        this.today = today;
    }

    /** Finds or makes them, and notes in {@code numbers} which number each has. */
    void register(Collection<Party> parties, Map<Party, Integer> numbers) throws SQLException {
        Set<Party> whole = new LinkedHashSet<>();
        Set<Party> placed = new LinkedHashSet<>();
        for (Party party : parties) {
            if (!party.anywhere().equals(party)) {
                placed.add(party);
            }
            whole.add(party.anywhere());
        }
        List<Party> wholes = sorted(whole);
        if (!wholes.isEmpty()) {
            int[] ids = insert(INSERT_WHOLE, wholes, null);
            try (PreparedStatement self = connection.prepareStatement(SELF)) {
                self.setArray(1, connection.createArrayOf("int4", box(ids)));
                self.executeUpdate();
            }
            note(wholes, ids, numbers);
        }
        List<Party> rest = sorted(placed);
        if (!rest.isEmpty()) {
            note(rest, insert(INSERT_AT, rest, numbers), numbers);
        }
    }

    /** In the same order for everybody, so that two who register the same wait for each other and no more. */
    private static List<Party> sorted(Set<Party> parties) {
        List<Party> sorted = new ArrayList<>(parties);
        sorted.sort(Comparator.comparing(Party::kind)
                .thenComparingLong(Party::mac)
                .thenComparingLong(Party::userId)
                .thenComparing(Party::address, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Party::name, Comparator.nullsFirst(Comparator.naturalOrder())));
        return sorted;
    }

    private int[] insert(String sql, List<Party> parties, @Nullable Map<Party, Integer> anywhere) throws SQLException {
        int[] ids = new int[parties.size()];
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, today);
            SqlArrays arrays = new SqlArrays(insert, 1)
                    .add("text", parties, party -> party.kind().name())
                    .add("macaddr", parties, party -> mac(party.mac()))
                    .add("int8", parties, party -> party.userId() == FlowBatch.UNKNOWN ? null : party.userId())
                    .add(
                            "inet",
                            parties,
                            party -> party.address() == null
                                    ? null
                                    : party.address().toString())
                    .add("text", parties, Party::name);
            if (anywhere != null) {
                arrays.add("int4", parties, party -> anywhere.get(party.anywhere()));
            }
            try (ResultSet rows = insert.executeQuery()) {
                for (int i = 0; rows.next(); i++) {
                    ids[i] = rows.getInt(1);
                }
            }
        }
        return ids;
    }

    private static @Nullable String mac(long bits) {
        return bits == FlowBatch.UNKNOWN ? null : new MacAddress(bits).toString();
    }

    private static void note(List<Party> parties, int[] ids, Map<Party, Integer> numbers) {
        for (int i = 0; i < ids.length; i++) {
            numbers.put(parties.get(i), ids[i]);
        }
    }

    private static Integer[] box(int[] ids) {
        Integer[] boxed = new Integer[ids.length];
        for (int i = 0; i < ids.length; i++) {
            boxed[i] = ids[i];
        }
        return boxed;
    }
}
