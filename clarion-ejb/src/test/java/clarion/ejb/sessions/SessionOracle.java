package clarion.ejb.sessions;

import clarion.domain.devices.IpAddress;
import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of the merge once more, in the plainest way: one report at a time, in memory. */
final class SessionOracle {

    private static final class Row {
        final String key;
        boolean latest = true;
        SessionReport last;
        String end = "-";
        boolean live;
        String mac = "-";
        String user = "-";
        String group = "-";
        String addresses = "-";

        @Nullable
        Instant receivedAt;

        Row(SessionReport report) {
            key = report.key().text();
            last = report;
        }
    }

    private static final class Device {
        Instant lastSeen = Instant.MIN;
        String ip = "-";
        String profile = "-";
        String group = "-";
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Row> latest = new HashMap<>();
    private final Map<UUID, Set<Row>> named = new HashMap<>();
    private final Map<String, Device> devices = new TreeMap<>();
    private final Map<String, long[]> sightings = new TreeMap<>();

    void event(SessionReport report) {
        merge(report, true);
    }

    void page(SessionReport report, UUID snapshot) {
        Row row = latest.get(report.key().text());
        if (row != null) {
            named.computeIfAbsent(snapshot, id -> new HashSet<>()).add(row);
        }
        merge(report, false);
    }

    /** Stamps the rows that the last batch changed. */
    void receivedAt(Instant time) {
        rows.stream().filter(row -> row.receivedAt == null).forEach(row -> row.receivedAt = time);
    }

    void complete(Snapshot snapshot) {
        for (Row row : rows) {
            boolean old = row.receivedAt != null && row.receivedAt.isBefore(snapshot.startedAt());
            if (row.live && old && !named.getOrDefault(snapshot.id(), Set.of()).contains(row)) {
                row.live = false;
                row.end = "UNSEEN";
            }
        }
    }

    private void merge(SessionReport report, boolean event) {
        Row row = latest.get(report.key().text());
        boolean live = report.state().isLive();
        if (row == null) {
            open(report);
            return;
        }
        int order = report.timestamp().compareTo(row.last.timestamp());
        boolean same = order == 0 && report.equals(row.last);
        boolean inferredEnd = row.end.equals("UNSEEN");
        if (order < 0) {
            return;
        }
        if (!row.live && live) {
            if (order > 0) {
                row.latest = false;
                open(report);
            } else if (inferredEnd) {
                take(row, report);
            }
        } else if (order > 0 || (event && !same)) {
            take(row, report);
        }
    }

    private void open(SessionReport report) {
        Row row = new Row(report);
        rows.add(row);
        latest.put(row.key, row);
        take(row, report);
    }

    private void take(Row row, SessionReport report) {
        boolean live = report.state().isLive();
        row.live = live;
        row.end = live ? "-" : "DISCONNECTED";
        row.last = report;
        row.receivedAt = null;
        row.mac = next(report.mac(), row.mac, live);
        row.user = next(report.user(), row.user, live);
        row.group = next(report.securityGroup(), row.group, live);
        String all = String.join(
                ",", report.addresses().stream().map(IpAddress::toString).toList());
        row.addresses = next(all.isEmpty() ? null : all, row.addresses, live);
        if (report.mac() != null) {
            see(report.mac().toString(), report);
        }
    }

    private void see(String mac, SessionReport report) {
        Device device = devices.computeIfAbsent(mac, m -> new Device());
        long at = report.timestamp().getEpochSecond();
        report.addresses().forEach(ip -> sight(mac + "|ADDRESS|" + ip, at));
        if (report.securityGroup() != null) {
            sight(mac + "|SGT|" + report.securityGroup(), at);
        }
        if (!report.timestamp().isBefore(device.lastSeen)) {
            presentUntilNow(mac, device);
            device.lastSeen = report.timestamp();
            device.ip = next(
                    report.addresses().isEmpty() ? null : report.addresses().get(0), device.ip, false);
            device.profile = next(report.endpointProfile(), device.profile, false);
            device.group =
                    next(report.securityGroup(), device.group, report.state().isLive());
            presentUntilNow(mac, device);
        }
    }

    /** The present address and group of a device last as long as the device is seen, until others are named. */
    private void presentUntilNow(String mac, Device device) {
        if (!device.ip.equals("-")) {
            sight(mac + "|ADDRESS|" + device.ip, device.lastSeen.getEpochSecond());
        }
        if (!device.group.equals("-")) {
            sight(mac + "|SGT|" + device.group, device.lastSeen.getEpochSecond());
        }
    }

    private void sight(String what, long at) {
        long[] span = sightings.computeIfAbsent(what, w -> new long[] {at, at});
        span[0] = Math.min(span[0], at);
        span[1] = Math.max(span[1], at);
    }

    private static String next(@Nullable Object value, String before, boolean replaces) {
        return value != null ? value.toString() : replaces ? "-" : before;
    }

    List<String> sessions() {
        return rows.stream()
                .map(row -> String.join(
                        "|",
                        row.key,
                        row.live ? "t" : "f",
                        row.latest ? "t" : "f",
                        row.last.state().name(),
                        row.mac,
                        row.user,
                        row.group,
                        Long.toString(row.last.timestamp().getEpochSecond()),
                        row.end,
                        row.addresses))
                .toList();
    }

    List<String> devices() {
        return devices.entrySet().stream()
                .map(e -> String.join(
                        "|",
                        e.getKey(),
                        e.getValue().ip,
                        e.getValue().profile,
                        e.getValue().group,
                        Long.toString(e.getValue().lastSeen.getEpochSecond())))
                .toList();
    }

    List<String> sightings() {
        return sightings.entrySet().stream()
                .map(e -> e.getKey() + "|" + e.getValue()[0] + "|" + e.getValue()[1])
                .toList();
    }
}
