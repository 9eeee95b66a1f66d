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
import org.jspecify.annotations.Nullable;

/** Keeps {@code device_sighting} for ingest, a batch at a time. */
final class SightingTable {

    private static final String SAVE = """
            merge into device_sighting s
            using (select * from unnest(?::macaddr[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[]))
                n(mac, kind, value, first_seen, last_seen)
            on s.mac = n.mac and s.kind = n.kind and s.value = n.value
            when matched and (n.first_seen < s.first_seen or n.last_seen > s.last_seen) then update
                set first_seen = least(s.first_seen, n.first_seen), last_seen = greatest(s.last_seen, n.last_seen)
            when not matched then insert values (n.mac, n.kind, n.value, n.first_seen, n.last_seen)""";

    private record Sighting(String mac, SightingKind kind, String value) {}

    private record Span(Instant first, Instant last) {
        Span with(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    private final Connection connection;
    private final Map<Sighting, Span> sightings = new LinkedHashMap<>();

    SightingTable(Connection connection) {
        this.connection = connection;
    }

    void save(List<SeenDevice> seen) throws SQLException {
        for (SeenDevice device : seen) {
            device.addresses().forEach(ip -> note(device, SightingKind.ADDRESS, ip));
            note(device, SightingKind.PROFILE, device.profile());
            note(device, SightingKind.PLACE, device.place());
            note(device, SightingKind.SGT, device.sgtName());
            note(device, SightingKind.USER, device.userKey());
        }
        if (sightings.isEmpty()) {
            return;
        }
        List<Map.Entry<Sighting, Span>> rows = List.copyOf(sightings.entrySet());
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            new SqlArrays(save)
                    .add("macaddr", rows, row -> row.getKey().mac())
                    .add("text", rows, row -> row.getKey().kind().name())
                    .add("text", rows, row -> row.getKey().value())
                    .add("timestamptz", rows, row -> row.getValue().first())
                    .add("timestamptz", rows, row -> row.getValue().last());
            save.executeUpdate();
        }
    }

    private void note(SeenDevice device, SightingKind kind, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            String fit = DatabaseText.limit(value, DatabaseText.TEXT_LIMIT);
            sightings.merge(new Sighting(device.mac(), kind, fit), new Span(device.at(), device.at()), Span::with);
        }
    }
}
