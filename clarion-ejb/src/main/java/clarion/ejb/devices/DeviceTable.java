package clarion.ejb.devices;

import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps {@code device} for ingest, a batch at a time. */
public final class DeviceTable {

    private static final String FIND =
            "select d.mac::text, d.last_seen from unnest(?::macaddr[]) k join device d on d.mac = k";

    private static final String MERGE = """
            merge into device d
            using (select * from unnest(?::macaddr[], ?::timestamptz[], ?::timestamptz[], ?::inet[], ?::text[],
                    ?::text[], ?::inet[], ?::text[], ?::text[], ?::text[], ?::int8[], ?::text[], ?::text[], ?::bool[],
                    ?::int4[])
                ) n(mac, first_seen, last_seen, ip, profile, os, nas_ip, nas_port, ssid, sgt_name, user_id, user_name,
                    auth_method, replaces, delta)
            on d.mac = n.mac
            when matched then update set
                first_seen = least(d.first_seen, n.first_seen),
                last_seen = greatest(d.last_seen, n.last_seen),
                live_sessions = d.live_sessions + n.delta,
                online = d.live_sessions + n.delta > 0,
                ip = coalesce(n.ip, d.ip),
                profile = coalesce(n.profile, d.profile),
                os = coalesce(n.os, d.os),
                nas_ip = coalesce(n.nas_ip, d.nas_ip),
                nas_port = case when n.nas_ip is null then d.nas_port else n.nas_port end,
                ssid = case when n.nas_ip is null then d.ssid else n.ssid end,
                sgt_name = case when n.replaces then n.sgt_name else coalesce(n.sgt_name, d.sgt_name) end,
                user_id = case when n.replaces or n.user_id is not null then n.user_id else d.user_id end,
                user_name = case when n.replaces or n.user_id is not null then n.user_name else d.user_name end,
                auth_method = case when n.replaces then n.auth_method else coalesce(n.auth_method, d.auth_method) end
            when not matched then insert
                (mac, first_seen, last_seen, live_sessions, online, ip, profile, os, nas_ip, nas_port, ssid, sgt_name,
                    user_id, user_name, auth_method)
            values
                (n.mac, n.first_seen, n.last_seen, n.delta, n.delta > 0, n.ip, n.profile, n.os, n.nas_ip, n.nas_port,
                    n.ssid, n.sgt_name, n.user_id, n.user_name, n.auth_method)""";

    private static final String COUNT = """
            update device d
            set live_sessions = d.live_sessions + n.delta, online = d.live_sessions + n.delta > 0
            from unnest(?::macaddr[], ?::int4[]) n(mac, delta) where d.mac = n.mac""";

    private final Connection connection;

    public DeviceTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes devices that are new and updates the others, their sightings included.
     *
     * @param seen what the batch says of devices
     * @param deltas by how much it moves their numbers of live sessions, by MAC address
     */
    public void save(List<SeenDevice> seen, Map<String, Integer> deltas) throws SQLException {
        Map<String, DeviceFold> folds = fold(seen);
        if (!folds.isEmpty()) {
            merge(List.copyOf(folds.values()), deltas);
            new SightingTable(connection).save(seen);
        }
        // A session that changed its device: the device that it left is in no report.
        count(deltas.entrySet().stream()
                .filter(delta -> delta.getValue() != 0 && !folds.containsKey(delta.getKey()))
                .toList());
    }

    private Map<String, DeviceFold> fold(List<SeenDevice> seen) throws SQLException {
        if (seen.isEmpty()) {
            return Map.of();
        }
        Map<String, Instant> stored =
                find(seen.stream().map(SeenDevice::mac).distinct().toList());
        Map<String, DeviceFold> folds = new LinkedHashMap<>();
        for (SeenDevice device : seen) {
            DeviceFold fold = folds.computeIfAbsent(
                    device.mac(), mac -> new DeviceFold(mac, device.at(), stored.getOrDefault(mac, Instant.MIN)));
            fold.add(device);
        }
        return folds;
    }

    private Map<String, Instant> find(List<String> macs) throws SQLException {
        Map<String, Instant> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            new SqlArrays(select).add("macaddr", macs, mac -> mac);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    stored.put(
                            found.getString(1),
                            found.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        }
        return stored;
    }

    private void merge(List<DeviceFold> folds, Map<String, Integer> deltas) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            new SqlArrays(merge)
                    .add("macaddr", folds, fold -> fold.mac)
                    .add("timestamptz", folds, fold -> fold.firstSeen)
                    .add("timestamptz", folds, fold -> fold.lastSeen)
                    .add("inet", folds, fold -> fold.ip)
                    .add("text", folds, fold -> fold.profile)
                    .add("text", folds, fold -> fold.os)
                    .add("inet", folds, fold -> fold.nasIp)
                    .add("text", folds, fold -> fold.nasPort)
                    .add("text", folds, fold -> fold.ssid)
                    .add("text", folds, fold -> fold.sgtName)
                    .add("int8", folds, fold -> fold.userId)
                    .add("text", folds, fold -> fold.userName)
                    .add("text", folds, fold -> fold.authMethod)
                    .add("bool", folds, fold -> fold.replacesAccess)
                    .add("int4", folds, fold -> deltas.getOrDefault(fold.mac, 0));
            merge.executeUpdate();
        }
    }

    private void count(List<Map.Entry<String, Integer>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            new SqlArrays(count).add("macaddr", rows, Map.Entry::getKey).add("int4", rows, Map.Entry::getValue);
            count.executeUpdate();
        }
    }
}
