package clarion.ejb.flows;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.identity.Address;
import clarion.domain.flows.identity.AddressChange;
import clarion.ejb.SqlArrays;
import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads what sessions said of addresses, over one connection. */
final class AddressLogTable {

    private static final String COLUMNS =
            "select c.id, c.ip::text, c.at, c.session_id, c.mac::text, c.user_id, g.sgt, c.live"
                    + " from address_change c left join security_group_name g on g.name = c.sgt_name";

    private static final String SINCE = COLUMNS + " where c.id > ? order by c.id limit ?";

    /** What matters from a time on: later changes, and those of sessions that were live then. */
    private static final String STANDING = COLUMNS
            + " where c.id <= ? and (c.at >= ?::timestamptz or exists (select from session s where s.id = c.session_id"
            + " and (s.live or s.ended_at >= ?::timestamptz))) order by c.id";

    private static final String OF_ADDRESSES = COLUMNS + " where c.ip = any(?::inet[]) order by c.id";

    private static final String LAST = "select coalesce(max(id), 0) from address_change";

    private static final int FETCH = 10_000;

    private final Connection connection;

    AddressLogTable(Connection connection) {
        this.connection = connection;
    }

    /** Some changes, and the number of the last of them. */
    public record Changes(List<AddressChange> changes, long last) {}

    /** What came after a change. */
    Changes since(long id, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SINCE)) {
            select.setLong(1, id);
            select.setInt(2, most);
            return read(select, id);
        }
    }

    /** Everything that matters from a time on. */
    Changes standing(Instant from) throws SQLException {
        long last;
        try (PreparedStatement select = connection.prepareStatement(LAST);
                ResultSet row = select.executeQuery()) {
            row.next();
            last = row.getLong(1);
        }
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setFetchSize(FETCH);
            select.setLong(1, last);
            select.setString(2, from.toString());
            select.setString(3, from.toString());
            return new Changes(read(select, last).changes(), last);
        }
    }

    /** Everything that is known of some addresses. */
    List<AddressChange> of(Collection<Address> addresses) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_ADDRESSES)) {
            new SqlArrays(select).add("inet", List.copyOf(addresses), Address::toString);
            return read(select, 0).changes();
        }
    }

    private static Changes read(PreparedStatement select, long from) throws SQLException {
        List<AddressChange> changes = new ArrayList<>();
        long last = from;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                last = row.getLong(1);
                String mac = row.getString(5);
                Long user = SqlValues.longOrNull(row, 6);
                Integer sgt = SqlValues.integerOrNull(row, 7);
                changes.add(new AddressChange(
                        Address.of(IpAddress.parse(host(row.getString(2)))),
                        SqlValues.instant(row, 3).toEpochMilli(),
                        row.getLong(4),
                        mac == null ? FlowBatch.UNKNOWN : MacAddress.parse(mac).bits(),
                        user == null ? FlowBatch.UNKNOWN : user,
                        sgt == null ? FlowBatch.UNKNOWN : sgt,
                        row.getBoolean(8)));
            }
        }
        return new Changes(changes, last);
    }

    /** An inet without its prefix length. */
    private static String host(String inet) {
        int slash = inet.indexOf('/');
        return slash < 0 ? inet : inet.substring(0, slash);
    }
}
