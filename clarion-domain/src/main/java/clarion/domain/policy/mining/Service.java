package clarion.domain.policy.mining;

import clarion.domain.sgacl.Ace;
import clarion.domain.sgacl.Ports;
import clarion.domain.sgacl.Protocols;

/**
 * What a server offers.
 *
 * @param protocol number (IANA)
 * @param low the port, or the first of a range; for ICMP type times 256 plus code; 0 for protocols without ports
 * @param high the same, or the last of the range
 */
public record Service(int protocol, int low, int high) implements Comparable<Service> {

    public Service {
        if (protocol < 0 || protocol > 255 || low < 0 || high > 65_535 || low > high) {
            throw new IllegalArgumentException("not a service: " + protocol + " " + low + " to " + high);
        }
    }

    public boolean isRange() {
        return high > low;
    }

    public int width() {
        return high - low + 1;
    }

    public boolean contains(int otherProtocol, int port) {
        return protocol == otherProtocol && port >= low && port <= high;
    }

    /** The ACE that lets requests pass. ISE's syntax has no ICMP types, so of ICMP it is all of it. */
    public Ace request() {
        return Ace.permit(protocol, Ports.ANY, Protocols.hasPorts(protocol) ? Ports.range(low, high) : Ports.ANY);
    }

    /** The ACE that lets replies pass, in the cell of the other direction: there is no state that would do it. */
    public Ace reply() {
        return Ace.permit(protocol, Protocols.hasPorts(protocol) ? Ports.range(low, high) : Ports.ANY, Ports.ANY);
    }

    @Override
    public int compareTo(Service other) {
        int byProtocol = Integer.compare(protocol, other.protocol);
        int byLow = byProtocol != 0 ? byProtocol : Integer.compare(low, other.low);
        return byLow != 0 ? byLow : Integer.compare(high, other.high);
    }

    /** Such as {@code tcp/443} or {@code udp/16384-32767}. */
    @Override
    public String toString() {
        String name = Protocols.name(protocol);
        if (Protocols.isIcmp(protocol)) {
            return name + "/" + (low >> 8);
        }
        return Protocols.hasPorts(protocol) ? name + "/" + low + (isRange() ? "-" + high : "") : name;
    }
}
