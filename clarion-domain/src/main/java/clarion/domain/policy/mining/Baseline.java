package clarion.domain.policy.mining;

import java.util.List;
import java.util.Optional;

/**
 * Services of the infrastructure, which mining never drops: where a group offers one to many others, every group of
 * which enough members were answered by it keeps it, however seldom that was.
 *
 * @param entries what they are; the first that fits counts
 */
public record Baseline(List<Entry> entries) {

    /**
     * A service of the infrastructure.
     *
     * @param name what people call it
     * @param service protocol and ports
     * @param leastShare which share of the members must have been answered, one of them at least: 0 where every device
     *     needs it, more where an intruder would ask for it too
     */
    public record Entry(String name, Service service, double leastShare) {

        public Entry {
            if (!(leastShare >= 0 && leastShare <= 1)) {
                throw new IllegalArgumentException("a share is 0 to 1, not " + leastShare);
            }
        }

        /** How many members of a group of that size must have been answered. */
        int least(int members) {
            return (int) Math.max(leastShare > 0 ? Math.min(2, members) : 1, Math.ceil(leastShare * members));
        }
    }

    public static final Baseline DEFAULT = new Baseline(List.of(
            entry("DNS", 17, 53, 0),
            entry("DNS", 6, 53, 0),
            entry("DHCP", 17, 67, 0),
            entry("DHCP", 17, 68, 0),
            entry("NTP", 17, 123, 0.03),
            entry("Kerberos", 6, 88, 0.1),
            entry("Kerberos", 17, 88, 0.1),
            entry("Kerberos password", 6, 464, 0.1),
            entry("LDAP", 6, 389, 0.1),
            entry("LDAP", 17, 389, 0.1),
            entry("LDAPS", 6, 636, 0.1),
            entry("Global catalogue", 6, 3268, 0.1),
            entry("SMB", 6, 445, 0.1),
            entry("RPC", 6, 135, 0.1),
            entry("RADIUS", 17, 1812, 0),
            entry("RADIUS accounting", 17, 1813, 0),
            entry("SNMP", 17, 161, 0.1),
            entry("SNMP traps", 17, 162, 0),
            entry("Syslog", 17, 514, 0)));

    public Baseline {
        entries = List.copyOf(entries);
    }

    private static Entry entry(String name, int protocol, int port, double leastShare) {
        return new Entry(name, new Service(protocol, port, port), leastShare);
    }

    public Optional<Entry> find(Service service) {
        return entries.stream().filter(entry -> entry.service().equals(service)).findFirst();
    }
}
