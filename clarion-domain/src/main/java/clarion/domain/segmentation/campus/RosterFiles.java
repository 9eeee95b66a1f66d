package clarion.domain.segmentation.campus;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.domain.flows.identity.Address;
import clarion.domain.flows.text.TimeText;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Reads what files say of devices and users into a {@link Roster}: CSV, gzipped or not, columns by name in any order,
 * of which any may be missing. A row that cannot be used is left out and counted with the reason.
 *
 * <p>Users, groups and memberships are read first, then endpoints, leases and sessions: each uses what came before.
 */
public final class RosterFiles {

    private final Roster roster = new Roster();
    private final UserDirectory directory = new UserDirectory();
    private final TimeText times = new TimeText();
    private Map<String, Long> faults = new TreeMap<>();

    /**
     * What became of a file.
     *
     * @param rows rows read
     * @param faults rows, or values of rows, that were left out, by reason
     */
    public record Report(long rows, Map<String, Long> faults) {

        public Report {
            faults = Map.copyOf(faults);
        }
    }

    public Roster roster() {
        return roster;
    }

    /** {@code user_id,samaccountname,email,department}. */
    public Report users(InputStream file) {
        return read(
                file,
                "file of users",
                List.of("userid", "samaccountname", "username", "email"),
                row -> directory.user(
                        row.get("userid"),
                        row.get("samaccountname", "username"),
                        row.get("email", "userprincipalname"),
                        row.get("department")));
    }

    /** {@code group_id,group_name,group_type}. */
    public Report groups(InputStream file) {
        return read(
                file,
                "file of groups",
                List.of("groupid"),
                row -> directory.group(row.get("groupid"), row.get("groupname"), row.get("grouptype")));
    }

    /** {@code user_id,group_id}. */
    public Report memberships(InputStream file) {
        return read(
                file,
                "file of memberships",
                List.of("userid"),
                row -> directory.member(row.get("userid"), row.get("groupid")));
    }

    /** {@code device_id,device_type,mac,owner_user_id,vlan}. */
    public Report endpoints(InputStream file) {
        return read(file, "file of endpoints", List.of("mac", "macaddress", "deviceid"), row -> {
            OptionalInt device = device(row);
            if (device.isPresent()) {
                int number = device.getAsInt();
                roster.inventory(number);
                roster.types.add(number, row.get("devicetype"));
                roster.assignedVlans.add(number, row.get("vlan", "vlanid"));
                directory.groupOf(row.get("owneruserid", "owner")).ifPresent(g -> roster.owned.add(number, g));
                for (Address address : addresses(row)) {
                    roster.claim(number, address, Long.MIN_VALUE, Long.MAX_VALUE);
                }
            }
        });
    }

    /** {@code device_id,mac,ip,vlan,lease_start,lease_end}, or just {@code ip,mac}. */
    public Report leases(InputStream file) {
        return read(file, "file of leases", List.of("ip", "ipaddress"), row -> {
            OptionalInt device = device(row);
            if (device.isPresent()) {
                claim(device.getAsInt(), row, row.get("leasestart", "start"), row.get("leaseend", "end"));
                roster.assignedVlans.add(device.getAsInt(), row.get("vlan", "vlanid"));
            }
        });
    }

    /** {@code mac,ip,device_id,username,auth_method,endpoint_profile,vlan,session_start,session_end}. */
    public Report sessions(InputStream file) {
        return read(file, "file of sessions", List.of("mac", "macaddress", "deviceid", "ip", "ipaddress"), row -> {
            OptionalInt device = device(row);
            if (device.isPresent()) {
                int number = device.getAsInt();
                roster.inventory(number);
                roster.profiles.add(number, row.get("endpointprofile", "profile"));
                roster.vlans.add(number, row.get("vlan", "vlanid"));
                roster.methods.add(number, row.get("authmethod", "authenticationmethod"));
                directory.groupOf(row.get("username", "user")).ifPresent(g -> roster.groups.add(number, g));
                if (!row.get("ip", "ipaddress").isEmpty()) {
                    claim(number, row, row.get("sessionstart", "start"), row.get("sessionend", "end"));
                }
            }
        });
    }

    private Report read(
            InputStream file, String what, List<String> anyOf, java.util.function.Consumer<CsvTable.Row> each) {
        faults = new TreeMap<>();
        long rows = CsvTable.read(file, what, anyOf, each);
        return new Report(rows, faults);
    }

    private OptionalInt device(CsvTable.Row row) {
        String text = row.get("mac", "macaddress", "callingstationid");
        Optional<MacAddress> mac = MacAddress.find(text).filter(address -> address.bits() != 0);
        OptionalInt device = roster.device(mac, row.get("deviceid"));
        if (mac.isEmpty() && !text.isEmpty()) {
            fault("no MAC address");
        }
        if (device.isEmpty() && text.isEmpty()) {
            fault("neither MAC address nor device");
        }
        return device;
    }

    private void claim(int device, CsvTable.Row row, String start, String end) {
        long from = start.isEmpty() ? Long.MIN_VALUE : time(start, Long.MIN_VALUE);
        long to = end.isEmpty() ? Long.MAX_VALUE : time(end, Long.MAX_VALUE);
        if (to < from) {
            fault("ends before it begins");
            to = Long.MAX_VALUE;
        }
        List<Address> addresses = addresses(row);
        for (Address address : addresses) {
            roster.claim(device, address, from, to);
        }
        if (addresses.isEmpty()) {
            fault("no address");
        }
    }

    private long time(String text, long otherwise) {
        if (Votes.saysNothing(text)) {
            return otherwise;
        }
        long millis = times.parse(text);
        if (millis == TimeText.NONE) {
            fault("no time");
            return otherwise;
        }
        return millis;
    }

    private static List<Address> addresses(CsvTable.Row row) {
        String text = row.get("ip", "ipaddress", "framedipaddress");
        if (text.isEmpty()) {
            return List.of();
        }
        return java.util.Arrays.stream(text.split("[;, |]+"))
                .map(IpAddress::find)
                .flatMap(Optional::stream)
                .map(Address::of)
                .toList();
    }

    private void fault(String reason) {
        faults.merge(reason, 1L, Long::sum);
    }
}
