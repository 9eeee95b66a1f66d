package clarion.ejb.devices;

import clarion.ejb.CopyRows;
import clarion.ejb.SqlArrays;
import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps {@code device} for ingest, a batch at a time; its callers write one after the other. */
public final class DeviceTable {

    private static final String FIND = """
            select d.mac::text, d.first_seen, d.last_seen, host(d.ip), d.profile, d.os, host(d.nas_ip), d.nas_port,
                d.ssid, d.place, d.sgt_name, d.user_id, d.user_key, d.user_name, d.auth_method, d.address_since,
                d.profile_since, d.place_since, d.sgt_since, d.user_since
            from unnest(?::macaddr[]) k join device d on d.mac = k""";

    private static final String ROWS = """
            unnest(?::macaddr[], ?::timestamptz[], ?::timestamptz[], ?::inet[], ?::text[], ?::text[], ?::inet[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::int8[], ?::text[], ?::text[], ?::text[],
                ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::int4[])
                n(mac, first_seen, last_seen, ip, profile, os, nas_ip, nas_port, ssid, place, sgt_name, user_id,
                    user_key, user_name, auth_method, address_since, profile_since, place_since, sgt_since,
                    user_since, delta)""";

    /** An address other than the one that the device came with stands in a table of its own, which is indexed. */
    private static final String UPDATE = """
            with changed as (update device d set first_seen = n.first_seen, last_seen = n.last_seen, ip = n.ip, profile = n.profile,
                os = n.os, nas_ip = n.nas_ip, nas_port = n.nas_port, ssid = n.ssid, place = n.place,
                sgt_name = n.sgt_name, user_id = n.user_id, user_key = n.user_key, user_name = n.user_name,
                auth_method = n.auth_method, address_since = n.address_since, profile_since = n.profile_since,
                place_since = n.place_since, sgt_since = n.sgt_since, user_since = n.user_since,
                live_sessions = d.live_sessions + n.delta, online = d.live_sessions + n.delta > 0
            from
            """ + ROWS + """
             where d.mac = n.mac returning d.mac, d.ip, d.ip_at_start)
            merge into device_moved m using changed c on m.mac = c.mac
            when matched and (c.ip is null or c.ip = c.ip_at_start) then delete
            when matched and m.ip <> c.ip then update set ip = c.ip
            when not matched and c.ip is distinct from c.ip_at_start and c.ip is not null
                then insert values (c.mac, c.ip)""";

    /** Most reports say only that all is as it was. */
    private static final String TOUCH = """
            update device d set last_seen = n.last_seen, live_sessions = d.live_sessions + n.delta,
                online = d.live_sessions + n.delta > 0
            from unnest(?::macaddr[], ?::timestamptz[], ?::int4[]) n(mac, last_seen, delta) where d.mac = n.mac""";

    private static final String COUNT = """
            update device d
            set live_sessions = d.live_sessions + n.delta, online = d.live_sessions + n.delta > 0
            from unnest(?::macaddr[], ?::int4[]) n(mac, delta) where d.mac = n.mac""";

    private final Connection connection;

    public DeviceTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes devices that are new and updates the others, and notes what they were seen with. Users must be there.
     *
     * @param seen what the batch says of devices
     * @param deltas by how much it moves their numbers of live sessions, by MAC address
     */
    public void save(List<SeenDevice> seen, Map<String, Integer> deltas) throws SQLException {
        Map<String, DeviceFold> folds = seen.isEmpty() ? Map.of() : fold(seen);
        List<DeviceFold> all = List.copyOf(folds.values());
        insert(all.stream().filter(fold -> fold.isNew).toList(), deltas);
        update(all.stream().filter(fold -> !fold.isNew && fold.changed).toList(), deltas);
        touch(all.stream().filter(fold -> !fold.isNew && !fold.changed).toList(), deltas);
        // A session that changed its device: the device that it left is in no report.
        count(deltas.entrySet().stream()
                .filter(delta -> delta.getValue() != 0 && !folds.containsKey(delta.getKey()))
                .toList());
    }

    private Map<String, DeviceFold> fold(List<SeenDevice> seen) throws SQLException {
        Map<String, DeviceFold> folds =
                find(seen.stream().map(SeenDevice::mac).distinct().toList());
        PastValues past = new PastValues();
        for (SeenDevice device : seen) {
            folds.computeIfAbsent(device.mac(), mac -> new DeviceFold(device)).add(device, past);
        }
        past.save(connection);
        return folds;
    }

    private Map<String, DeviceFold> find(List<String> macs) throws SQLException {
        Map<String, DeviceFold> stored = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            new SqlArrays(select).add("macaddr", macs, mac -> mac);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    stored.put(found.getString(1), read(found));
                }
            }
        }
        return stored;
    }

    private static DeviceFold read(ResultSet row) throws SQLException {
        DeviceFold device = new DeviceFold(row.getString(1), SqlValues.instant(row, 2), SqlValues.instant(row, 3));
        device.ip = row.getString(4);
        device.profile = row.getString(5);
        device.os = row.getString(6);
        device.nasIp = row.getString(7);
        device.nasPort = row.getString(8);
        device.ssid = row.getString(9);
        device.place = row.getString(10);
        device.sgtName = row.getString(11);
        device.userId = SqlValues.longOrNull(row, 12);
        device.userKey = row.getString(13);
        device.userName = row.getString(14);
        device.authMethod = row.getString(15);
        device.since(SightingKind.ADDRESS, SqlValues.instantOrNull(row, 16));
        device.since(SightingKind.PROFILE, SqlValues.instantOrNull(row, 17));
        device.since(SightingKind.PLACE, SqlValues.instantOrNull(row, 18));
        device.since(SightingKind.SGT, SqlValues.instantOrNull(row, 19));
        device.since(SightingKind.USER, SqlValues.instantOrNull(row, 20));
        return device;
    }

    private void insert(List<DeviceFold> devices, Map<String, Integer> deltas) throws SQLException {
        new CopyRows<DeviceFold>("device")
                .column("mac", "macaddr", device -> device.mac)
                .column("first_seen", "timestamptz", device -> device.firstSeen)
                .column("last_seen", "timestamptz", device -> device.lastSeen)
                .column("ip", "inet", device -> device.ip)
                .column("ip_at_start", "inet", device -> device.ip)
                .column("profile", "text", device -> device.profile)
                .column("os", "text", device -> device.os)
                .column("nas_ip", "inet", device -> device.nasIp)
                .column("nas_port", "text", device -> device.nasPort)
                .column("ssid", "text", device -> device.ssid)
                .column("place", "text", device -> device.place)
                .column("sgt_name", "text", device -> device.sgtName)
                .column("user_id", "int8", device -> device.userId)
                .column("user_key", "text", device -> device.userKey)
                .column("user_name", "text", device -> device.userName)
                .column("auth_method", "text", device -> device.authMethod)
                .column("address_since", "timestamptz", device -> device.since(SightingKind.ADDRESS))
                .column("profile_since", "timestamptz", device -> device.since(SightingKind.PROFILE))
                .column("place_since", "timestamptz", device -> device.since(SightingKind.PLACE))
                .column("sgt_since", "timestamptz", device -> device.since(SightingKind.SGT))
                .column("user_since", "timestamptz", device -> device.since(SightingKind.USER))
                .column("live_sessions", "int4", device -> deltas.getOrDefault(device.mac, 0))
                .column("online", "bool", device -> deltas.getOrDefault(device.mac, 0) > 0)
                .insert(connection, devices);
    }

    private void update(List<DeviceFold> devices, Map<String, Integer> deltas) throws SQLException {
        if (devices.isEmpty()) {
            return;
        }
        try (PreparedStatement write = connection.prepareStatement(UPDATE)) {
            new SqlArrays(write)
                    .add("macaddr", devices, device -> device.mac)
                    .add("timestamptz", devices, device -> device.firstSeen)
                    .add("timestamptz", devices, device -> device.lastSeen)
                    .add("inet", devices, device -> device.ip)
                    .add("text", devices, device -> device.profile)
                    .add("text", devices, device -> device.os)
                    .add("inet", devices, device -> device.nasIp)
                    .add("text", devices, device -> device.nasPort)
                    .add("text", devices, device -> device.ssid)
                    .add("text", devices, device -> device.place)
                    .add("text", devices, device -> device.sgtName)
                    .add("int8", devices, device -> device.userId)
                    .add("text", devices, device -> device.userKey)
                    .add("text", devices, device -> device.userName)
                    .add("text", devices, device -> device.authMethod)
                    .add("timestamptz", devices, device -> device.since(SightingKind.ADDRESS))
                    .add("timestamptz", devices, device -> device.since(SightingKind.PROFILE))
                    .add("timestamptz", devices, device -> device.since(SightingKind.PLACE))
                    .add("timestamptz", devices, device -> device.since(SightingKind.SGT))
                    .add("timestamptz", devices, device -> device.since(SightingKind.USER))
                    .add("int4", devices, device -> deltas.getOrDefault(device.mac, 0));
            write.executeUpdate();
        }
    }

    private void touch(List<DeviceFold> devices, Map<String, Integer> deltas) throws SQLException {
        if (devices.isEmpty()) {
            return;
        }
        try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
            new SqlArrays(touch)
                    .add("macaddr", devices, device -> device.mac)
                    .add("timestamptz", devices, device -> device.lastSeen)
                    .add("int4", devices, device -> deltas.getOrDefault(device.mac, 0));
            touch.executeUpdate();
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
