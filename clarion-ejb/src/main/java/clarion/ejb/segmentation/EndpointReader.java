package clarion.ejb.segmentation;

import clarion.ejb.SqlValues;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what is known of endpoints, over one connection. */
final class EndpointReader {

    private static final String KNOWN = """
            select d.mac::text, coalesce(d.profile, e.profile), d.os,
                array(select distinct g ->> 'name' from user_membership m, jsonb_array_elements(m.groups) g
                    where m.deleted_at is null and (m.identity = u.identity
                        or lower(m.user_name) collate "C" = lower(u.user_name) collate "C") order by 1),
                (select a.device_type from endpoint_asset a where a.mac = d.mac and a.deleted_at is null
                    and a.device_type is not null order by a.id limit 1),
                (select s.attributes ->> 'tunnelPrivateGroupId' from session s where s.mac = d.mac order by s.id desc limit 1),
                d.sgt_name, d.user_id
            from device d left join endpoint e on e.mac = d.mac and e.deleted_at is null
                left join network_user u on u.id = d.user_id and u.kind = 'PERSON'
            where d.last_seen >= ?::timestamptz or d.online order by d.mac""";

    /** A group that more than this share of all people is in tells nobody apart. */
    private static final double TOO_COMMON = 0.6;

    private EndpointReader() {}

    /** Devices that were seen since a time, by MAC address. */
    static SortedMap<String, Endpoint> read(Connection connection, Instant since) throws SQLException {
        SortedMap<String, Endpoint> endpoints = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, since.toString());
            select.setFetchSize(10_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Endpoint endpoint = new Endpoint(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            null,
                            texts(row.getArray(4)),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            SqlValues.longOrNull(row, 8));
                    endpoints.put(endpoint.mac(), endpoint);
                }
            }
        }
        chooseGroups(endpoints);
        return endpoints;
    }

    static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** Of several groups the largest that is not nearly everybody's: groups of departments, not of applications. */
    private static void chooseGroups(SortedMap<String, Endpoint> endpoints) {
        Map<String, Integer> sizes = new HashMap<>();
        int people = 0;
        for (Endpoint endpoint : endpoints.values()) {
            people += endpoint.adGroups().isEmpty() ? 0 : 1;
            endpoint.adGroups().forEach(group -> sizes.merge(group, 1, Integer::sum));
        }
        double most = people * TOO_COMMON;
        Comparator<String> largest = Comparator.<String>comparingInt(group -> sizes.getOrDefault(group, 0))
                .thenComparing(Comparator.reverseOrder());
        endpoints.replaceAll((mac, endpoint) -> endpoint.in(endpoint.adGroups().stream()
                .filter(group -> sizes.getOrDefault(group, 0) <= most)
                .max(largest)
                .orElse(null)));
    }
}
