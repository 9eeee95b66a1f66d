package clarion.simulator.records;

import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionFields;
import jakarta.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What an ISE of some years knows at the start: a matrix, SGACLs, profiles, bindings of servers, assets. */
public final class Opening {

    /** SGACLs of the campus: name and ACEs. */
    private static final Map<String, String> ACLS = Map.of(
            "Deny_IP", "deny ip",
            "Permit_IP", "permit ip",
            "Permit_Web", "permit tcp dst eq 80\npermit tcp dst eq 443\ndeny ip",
            "Permit_Print", "permit tcp dst eq 9100\npermit tcp dst eq 631\npermit udp dst eq 161\ndeny ip",
            "Permit_Voice", "permit udp dst range 16384 32767\npermit tcp dst eq 5060\npermit tcp dst eq 5061\ndeny ip",
            "Permit_Video", "permit tcp dst eq 554\npermit udp dst range 6970 6999\ndeny ip",
            "Permit_Domain",
                    "permit tcp dst eq 88\npermit tcp dst eq 389\npermit udp dst eq 53\npermit tcp dst eq 445");

    /** Source, destination, SGACL, status. */
    private static final List<List<String>> CELLS = List.of(
            List.of("Employees", "Printers", "Permit_Print", "ENABLED"),
            List.of("Employees", "Production_Servers", "Permit_Web", "ENABLED"),
            List.of("Employees", "Network_Services", "Permit_Domain", "ENABLED"),
            List.of("Developers", "Development_Servers", "Permit_IP", "ENABLED"),
            List.of("Developers", "Production_Servers", "Permit_Web", "MONITOR"),
            List.of("Contractors", "Production_Servers", "Deny_IP", "ENABLED"),
            List.of("Contractors", "Test_Servers", "Permit_Web", "ENABLED"),
            List.of("Guests", "Production_Servers", "Deny_IP", "ENABLED"),
            List.of("Guests", "Printers", "Deny_IP", "ENABLED"),
            List.of("BYOD", "Production_Servers", "Permit_Web", "ENABLED"),
            List.of("IP_Phones", "IP_Phones", "Permit_Voice", "ENABLED"),
            List.of("Cameras", "Network_Services", "Permit_Video", "ENABLED"),
            List.of("Cameras", "Employees", "Deny_IP", "MONITOR"),
            List.of("Medical_Devices", "Medical_Devices", "Permit_IP", "DISABLED"),
            List.of("Quarantined_Systems", "Production_Servers", "Deny_IP", "ENABLED"),
            List.of("Point_of_Sale_Systems", "PCI_Servers", "Permit_Web", "ENABLED"));

    private static final List<String> NETWORKS = List.of("DEFAULT_VN", "CAMPUS_VN", "IOT_VN", "GUEST_VN");

    private Opening() {}

    /** Fills the records; what is said on topics meanwhile nobody hears. */
    public static void fill(Records records, Collection<IseSession> sessions) {
        TrustSecConfig config = records.trustSec();
        ACLS.keySet().stream()
                .sorted()
                .forEach(name -> config.putAcl(name, "", "IPV4", ACLS.getOrDefault(name, "deny ip")));
        for (List<String> cell : CELLS) {
            SecurityGroup source = records.groups().findByName(cell.get(0)).orElseThrow();
            SecurityGroup destination = records.groups().findByName(cell.get(1)).orElseThrow();
            List<String> acls = List.of(TrustSecConfig.id("sgacl:" + cell.get(2)));
            config.putCell(source, destination, cell.get(3), acls, "NONE");
        }
        NETWORKS.forEach(config::putNetwork);
        records.groups()
                .findByName("Cameras")
                .ifPresent(group -> config.putVlan(group, "IOT_VN", List.of("iot-video")));
        for (int i = 0; i < 40; i++) {
            int tag = i % 2 == 0 ? 11 : 12;
            records.bindings().put(tag, "10.200." + i / 20 + "." + (10 + i % 20) + "/32", "10.255.0.250");
        }
        records.anc().putPolicy("Quarantine", List.of("QUARANTINE"));
        records.anc().putPolicy("Shut_Down", List.of("SHUT_DOWN"));
        sessions.forEach(session -> {
            endpoint(records, session, false);
            String address = session.text(SessionFields.NAS_IP_ADDRESS);
            String name = session.text(SessionFields.NAS_IDENTIFIER);
            if (address != null && name != null) {
                records.switches().add(address, name);
            }
        });
        sessions.stream()
                .map(session -> session.text(SessionFields.ENDPOINT_PROFILE))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(name -> records.profiles().put(name, name.replaceFirst("-.*", "-Device:") + name));
        for (int i = 0; i < 12; i++) {
            asset(records, i, "1.0." + i);
        }
    }

    /** What the profiler knows by a session. */
    static void endpoint(Records records, IseSession session, boolean told) {
        String mac = session.text(SessionFields.MAC_ADDRESS);
        String profile = session.text(SessionFields.ENDPOINT_PROFILE);
        if (mac != null && profile != null) {
            records.endpoints()
                    .put(mac, profile, "Profiled", session.text(SessionFields.ENDPOINT_OPERATING_SYSTEM), told);
        }
    }

    /** A controller on the plant floor. */
    static void asset(Records records, int number, String firmware) {
        records.assets()
                .put(Json.createObjectBuilder()
                        .add("assetId", Integer.toString(4000 + number))
                        .add("assetName", "PLC-" + (number + 1))
                        .add("assetIpAddress", "10.210.0." + (number + 1))
                        .add("assetMacAddress", String.format("00:1D:9C:00:10:%02X", number))
                        .add("assetVendor", "Rockwell Automation")
                        .add("assetProductId", "1756-L71")
                        .add("assetSerialNumber", String.format("00C0%04X", number))
                        .add("assetDeviceType", "Controller")
                        .add("assetSwRevision", firmware)
                        .add("assetHwRevision", "2.1")
                        .add("assetProtocol", "CIP")
                        .add(
                                "assetCustomAttributes",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("key", "cell")
                                                .add("value", "line-" + (number % 3 + 1))))
                        .add(
                                "assetConnectedLinks",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("key", "port")
                                                .add("value", "GigabitEthernet1/0/" + (number + 1))))
                        .build());
    }
}
