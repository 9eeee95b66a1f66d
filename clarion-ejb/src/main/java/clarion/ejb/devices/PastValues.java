package clarion.ejb.devices;

import clarion.ejb.DatabaseText;
import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch tells of values that devices do not have at present, and of who used which device. */
final class PastValues {

    private static final String SAVE_SIGHTINGS = """
            merge into device_sighting s
            using (select * from unnest(?::macaddr[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[]))
                n(mac, kind, value, first_seen, last_seen)
            on s.mac = n.mac and s.kind = n.kind and s.value = n.value
            when matched and (n.first_seen < s.first_seen or n.last_seen > s.last_seen) then update
                set first_seen = least(s.first_seen, n.first_seen), last_seen = greatest(s.last_seen, n.last_seen)
            when not matched then insert values (n.mac, n.kind, n.value, n.first_seen, n.last_seen)""";

    private static final String SAVE_LINKS = """
            merge into user_device l
            using (select * from unnest(?::int8[], ?::macaddr[], ?::timestamptz[], ?::timestamptz[]))
                n(user_id, mac, first_seen, last_seen)
            on l.user_id = n.user_id and l.mac = n.mac
            when matched and (n.first_seen < l.first_seen or n.last_seen > l.last_seen) then update
                set first_seen = least(l.first_seen, n.first_seen), last_seen = greatest(l.last_seen, n.last_seen)
            when not matched then insert values (n.user_id, n.mac, n.first_seen, n.last_seen)""";

    private record Sighting(String mac, SightingKind kind, String value) {}

    private record Link(long user, String mac) {}

    private record Span(Instant first, Instant last) {
        Span with(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    private final Map<Sighting, Span> sightings = new LinkedHashMap<>();
    private final Map<Link, Span> links = new LinkedHashMap<>();

    /** A device had a value at least from {@code first} to {@code last}. */
    void note(String mac, SightingKind kind, String value, Instant first, Instant last) {
        String fit = DatabaseText.limit(value, DatabaseText.TEXT_LIMIT);
        sightings.merge(new Sighting(mac, kind, fit), new Span(first, last), Span::with);
    }

    /** A user was on a device at least from {@code first} to {@code last}. */
    void link(long user, String mac, Instant first, Instant last) {
        links.merge(new Link(user, mac), new Span(first, last), Span::with);
    }

    void save(Connection connection) throws SQLException {
        if (!sightings.isEmpty()) {
            List<Map.Entry<Sighting, Span>> rows = List.copyOf(sightings.entrySet());
            try (PreparedStatement save = connection.prepareStatement(SAVE_SIGHTINGS)) {
                new SqlArrays(save)
                        .add("macaddr", rows, row -> row.getKey().mac())
                        .add("text", rows, row -> row.getKey().kind().name())
                        .add("text", rows, row -> row.getKey().value())
                        .add("timestamptz", rows, row -> row.getValue().first())
                        .add("timestamptz", rows, row -> row.getValue().last());
                save.executeUpdate();
            }
        }
        if (!links.isEmpty()) {
            List<Map.Entry<Link, Span>> rows = List.copyOf(links.entrySet());
            try (PreparedStatement save = connection.prepareStatement(SAVE_LINKS)) {
                new SqlArrays(save)
                        .add("int8", rows, row -> row.getKey().user())
                        .add("macaddr", rows, row -> row.getKey().mac())
                        .add("timestamptz", rows, row -> row.getValue().first())
                        .add("timestamptz", rows, row -> row.getValue().last());
                save.executeUpdate();
            }
        }
    }
}
