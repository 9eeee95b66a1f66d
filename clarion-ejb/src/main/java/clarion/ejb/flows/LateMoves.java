package clarion.ejb.flows;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.identity.Address;
import clarion.domain.flows.identity.AddressChange;
import clarion.domain.flows.identity.AddressLog;
import clarion.domain.flows.identity.Party;
import clarion.ejb.SqlArrays;
import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves what is stored to whom it belongs, when sessions are heard of after the flows of their time were stored. Over
 * one connection and in the caller's transaction: what is taken from one bucket is added to another, or nothing is.
 *
 * <p>A bucket is moved as a whole, to whoever had the address when its first conversation began.
 */
final class LateMoves {

    /** What is heard of a little before flows are released is not late. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private static final int MOST_CHANGES = 5_000;

    private static final String FROM = "select change_id from flow_moves for update";
    private static final String TO = "update flow_moves set change_id = ?";

    private static final String LATE = """
            select id, ip::text, at, noted_at > at + make_interval(secs => ?) and at >= ?::timestamptz
            from address_change where id > ? order by id limit ?""";

    private static final String CANDIDATES = """
            select extract(epoch from b.at)::int8 * 1000, b.client, b.server, b.protocol, b.service, b.service_last, b.exporter,
                b.client_sgt, b.server_sgt, b.sgt_origin, (extract(epoch from b.first_at) * 1000)::int8,
                p.ip::text, p.kind, p.mac::text, p.user_id
            from flow_party p join flow_5m b on b.%s = p.id
            where p.ip = any(?::inet[]) and b.at >= ?::timestamptz and b.at <= ?::timestamptz""";

    private static final String TAKE =
            "delete from flow_5m b using (select to_timestamp(a::float8 / 1000), c, s, p, f, l, e, x, y, o"
                    + " from unnest(?::int8[], ?::int4[], ?::int4[], ?::int4[], ?::int4[], ?::int4[], ?::int4[], ?::int4[], ?::int4[],"
                    + " ?::int4[]) u(a, c, s, p, f, l, e, x, y, o)) k(" + BucketSql.KEY + ") where "
                    + "b.at = k.at and b.client = k.client and b.server = k.server and b.protocol = k.protocol and b.service = k.service"
                    + " and b.service_last = k.service_last and b.exporter = k.exporter and b.client_sgt = k.client_sgt and"
                    + " b.server_sgt = k.server_sgt and b.sgt_origin = k.sgt_origin returning"
                    + " extract(epoch from b.at)::int8 * 1000, b.client, b.server, b.protocol, b.service, b.service_last, b.exporter,"
                    + " b.client_sgt, b.server_sgt, b.sgt_origin, (extract(epoch from b.first_at) * 1000)::int8,"
                    + " (extract(epoch from b.last_at) * 1000)::int8, b.request_bytes, b.request_packets, b.reply_bytes, b.reply_packets,"
                    + " b.conversations, b.answered, b.refused, b.replies, b.sampling, b.evidence, b.marks";

    private final Connection connection;
    private final FlowSettings settings;
    private final Instant now;

    LateMoves(Connection connection, FlowSettings settings, Instant now) {
        this.connection = connection;
        this.settings = settings;
        this.now = now;
    }

    /** What a run did. */
    record Moved(int looked, int late, int buckets) {}

    /** One side of a bucket that is somebody else's. */
    private record Other(@Nullable Party party, int sgt) {}

    /** What a bucket becomes. */
    private static final class Change {
        @Nullable
        Other client;

        @Nullable
        Other server;
    }

    /** Looks at the next changes of the log, and moves what they concern. */
    Moved run() throws SQLException {
        long from = one(FROM);
        long last = from;
        int looked = 0;
        int late = 0;
        Instant earliest = now;
        Instant oldest = oldest();
        Set<Address> addresses = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(LATE)) {
            select.setLong(1, Math.max(0, settings.hold().minus(MARGIN).toSeconds()));
            select.setString(2, oldest.toString());
            select.setLong(3, from);
            select.setInt(4, MOST_CHANGES);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    looked++;
                    last = row.getLong(1);
                    if (row.getBoolean(4)) {
                        late++;
                        addresses.add(address(row.getString(2)));
                        Instant at = SqlValues.instant(row, 3);
                        earliest = at.isBefore(earliest) ? at : earliest;
                    }
                }
            }
        }
        int moved = late == 0 ? 0 : move(addresses, Series.FINE.begin(earliest));
        try (PreparedStatement to = connection.prepareStatement(TO)) {
            to.setLong(1, last);
            to.executeUpdate();
        }
        return new Moved(looked, late, moved);
    }

    private Instant oldest() {
        Instant kept = Horizon.of(settings, now).fine();
        Instant back = now.minus(settings.lookBack());
        return back.isBefore(kept) ? kept : back;
    }

    private int move(Set<Address> addresses, Instant from) throws SQLException {
        AddressLog log = new AddressLog();
        new AddressLogTable(connection).of(addresses).forEach(log::add);
        Map<BucketRow, Change> changes = new HashMap<>();
        candidates("client", BucketKey.CLIENT_FROM_RECORD, addresses, from, log, changes);
        candidates("server", BucketKey.SERVER_FROM_RECORD, addresses, from, log, changes);
        if (changes.isEmpty()) {
            return 0;
        }
        Map<Party, Integer> numbers = numbers(changes);
        List<BucketRow> keys = new ArrayList<>(changes.keySet());
        keys.sort(BucketRow.ORDER);
        List<BucketRow> rows = new ArrayList<>();
        for (BucketRow row : take(keys)) {
            Change change = changes.get(key(row));
            if (change != null) {
                rows.add(new BucketRow(
                        row.at(),
                        number(change.client, row.client(), numbers),
                        number(change.server, row.server(), numbers),
                        row.protocol(),
                        row.service(),
                        row.serviceLast(),
                        row.exporter(),
                        change.client == null ? row.clientSgt() : change.client.sgt(),
                        change.server == null ? row.serverSgt() : change.server.sgt(),
                        row.sgtOrigin(),
                        row.totals()));
            }
        }
        new BucketTable(connection).add(Series.FINE, BucketTable.merged(rows));
        return rows.size();
    }

    private static int number(@Nullable Other other, int before, Map<Party, Integer> numbers) {
        Integer number = other == null || other.party() == null ? null : numbers.get(other.party());
        return number == null ? before : number;
    }

    private Map<Party, Integer> numbers(Map<BucketRow, Change> changes) throws SQLException {
        Set<Party> parties = new LinkedHashSet<>();
        for (Change change : changes.values()) {
            for (Other other : new Other[] {change.client, change.server}) {
                if (other != null && other.party() != null) {
                    parties.add(other.party());
                }
            }
        }
        Map<Party, Integer> numbers = new HashMap<>();
        new PartyTable(connection, LocalDate.ofInstant(now, ZoneOffset.UTC).toString()).register(parties, numbers);
        return numbers;
    }

    private void candidates(
            String side,
            int fromRecord,
            Set<Address> addresses,
            Instant from,
            AddressLog log,
            Map<BucketRow, Change> out)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CANDIDATES.formatted(side))) {
            new SqlArrays(select).add("inet", List.copyOf(addresses), Address::toString);
            select.setString(2, from.toString());
            select.setString(3, now.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    BucketRow key = key(row, new Totals());
                    Other other = other(
                            row,
                            side.equals("client") ? key.clientSgt() : key.serverSgt(),
                            (key.sgtOrigin() & fromRecord) != 0,
                            log);
                    if (other != null) {
                        Change change = out.computeIfAbsent(key(key), first -> new Change());
                        if (side.equals("client")) {
                            change.client = other;
                        } else {
                            change.server = other;
                        }
                    }
                }
            }
        }
    }

    /** Whose it is; null if it is whose it was thought to be. */
    private static @Nullable Other other(ResultSet row, int sgt, boolean sgtFromRecord, AddressLog log)
            throws SQLException {
        Address address = address(row.getString(12));
        boolean device = row.getString(13).equals(Party.Kind.DEVICE.name());
        String mac = row.getString(14);
        Long userOrNull = SqlValues.longOrNull(row, 15);
        long user = userOrNull == null ? FlowBatch.UNKNOWN : userOrNull;
        Party before = device
                ? Party.device(
                        mac == null ? FlowBatch.UNKNOWN : MacAddress.parse(mac).bits(), user, address)
                : null;
        Optional<AddressChange> claim = log.at(address, row.getLong(11));
        Party after = claim.map(found -> Party.device(found.mac(), found.userId(), address))
                .orElse(null);
        if (after == null && before != null) {
            // A device without a user may be known by its MAC address in the record, which no session takes back.
            after = user == FlowBatch.UNKNOWN ? before : Party.internal(address);
        }
        int newSgt = sgtFromRecord ? sgt : claim.map(AddressChange::sgt).orElse(FlowBatch.UNKNOWN);
        boolean same = after == null || after.equals(before);
        if (same && (newSgt == sgt || claim.isEmpty())) {
            return null;
        }
        return new Other(same ? null : after, newSgt);
    }

    private List<BucketRow> take(List<BucketRow> keys) throws SQLException {
        List<BucketRow> taken = new ArrayList<>(keys.size());
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            new SqlArrays(take)
                    .add("int8", keys, BucketRow::at)
                    .add("int4", keys, BucketRow::client)
                    .add("int4", keys, BucketRow::server)
                    .add("int4", keys, BucketRow::protocol)
                    .add("int4", keys, BucketRow::service)
                    .add("int4", keys, BucketRow::serviceLast)
                    .add("int4", keys, BucketRow::exporter)
                    .add("int4", keys, BucketRow::clientSgt)
                    .add("int4", keys, BucketRow::serverSgt)
                    .add("int4", keys, BucketRow::sgtOrigin);
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    Totals totals = new Totals();
                    totals.first = row.getLong(11);
                    totals.last = row.getLong(12);
                    totals.requestBytes = row.getLong(13);
                    totals.requestPackets = row.getLong(14);
                    totals.replyBytes = row.getLong(15);
                    totals.replyPackets = row.getLong(16);
                    totals.conversations = row.getInt(17);
                    totals.answered = row.getInt(18);
                    totals.refused = row.getInt(19);
                    totals.replies = row.getInt(20);
                    totals.sampling = row.getInt(21);
                    totals.evidence = row.getInt(22);
                    totals.marks = row.getInt(23);
                    taken.add(key(row, totals));
                }
            }
        }
        return taken;
    }

    private static BucketRow key(ResultSet row, Totals totals) throws SQLException {
        return new BucketRow(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                totals);
    }

    private static final Totals NONE = new Totals();

    /** The same without counts, which are equal for all, so that it is a key. */
    private static BucketRow key(BucketRow row) {
        return new BucketRow(
                row.at(),
                row.client(),
                row.server(),
                row.protocol(),
                row.service(),
                row.serviceLast(),
                row.exporter(),
                row.clientSgt(),
                row.serverSgt(),
                row.sgtOrigin(),
                NONE);
    }

    private static Address address(String inet) {
        int slash = inet.indexOf('/');
        return Address.of(IpAddress.parse(slash < 0 ? inet : inet.substring(0, slash)));
    }

    private long one(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
