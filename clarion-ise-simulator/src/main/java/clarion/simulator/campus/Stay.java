package clarion.simulator.campus;

import clarion.simulator.sessions.Attributes;
import clarion.simulator.sessions.SessionFields;
import java.util.Locale;
import java.util.Optional;

/**
 * A device at an address: from when the session gets the address until it gives it back. What it tells is of now, so it
 * is asked, as its {@link Campus} is, by one thread at a time.
 */
public final class Stay {

    private static final long OPEN = Long.MAX_VALUE;

    private final Visit visit;
    private final String address;
    private long endMillis = OPEN;

    Stay(Visit visit, String address) {
        this.visit = visit;
        this.address = address;
    }

    void end(long millis) {
        endMillis = millis;
    }

    /** When it ended, in milliseconds since 1970 UTC; far away while it has not. */
    public long endMillis() {
        return endMillis;
    }

    /** The IPv4 address. */
    public String address() {
        return address;
    }

    /** The IPv6 address, if the device has made itself one. */
    public Optional<String> ipv6() {
        return visit.ipv6();
    }

    /** As ISE writes it. */
    public String mac() {
        return visit.device.mac();
    }

    /** What the device is: its kind, and for computers the department of who owns them. */
    public String role() {
        Person owner = visit.device.owner;
        return switch (visit.device.kind) {
            case LAPTOP, WORKSTATION ->
                "computer-"
                        + (owner == null ? Department.EXTERNAL : owner.department())
                                .name()
                                .toLowerCase(Locale.ROOT);
            default -> visit.device.kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** The user name of the session, as ISE tells it. */
    public Optional<String> user() {
        return visit.userName();
    }

    /** The name of the security group of the session, if it has one. */
    public Optional<String> group() {
        return text(visit.access, SessionFields.CTS_SECURITY_GROUP);
    }

    /** Whether the session has been let in, rather than shut away or sent to a portal. */
    public boolean letIn() {
        return visit.grant == Grant.FULL || visit.grant == Grant.MACHINE;
    }

    /** The switch or wireless controller. */
    public String device() {
        return text(visit.place, SessionFields.NAS_IDENTIFIER).orElse("unknown");
    }

    /** The port there, as the switch calls it. */
    public String port() {
        return text(visit.place, SessionFields.NAS_PORT_ID).orElse("unknown");
    }

    /** The VLAN, 1 to 4094. */
    public int vlan() {
        return visit.segment.vlan();
    }

    private static Optional<String> text(Attributes attributes, String name) {
        return attributes.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
