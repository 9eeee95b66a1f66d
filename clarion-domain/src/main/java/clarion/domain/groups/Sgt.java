package clarion.domain.groups;

/**
 * A Security Group Tag: the 16-bit number that TrustSec carries with a packet and in a session.
 *
 * <p>0 is Unknown, 65535 is ANY (matrix only), 2 to 65519 may be given to groups; the rest is reserved by Cisco (ISE
 * Administrator Guide, "Segmentation").
 *
 * @param value 0 to 65535
 */
public record Sgt(int value) implements Comparable<Sgt> {

    public static final Sgt UNKNOWN = new Sgt(0);
    public static final Sgt ANY = new Sgt(65535);

    public Sgt {
        if (value < 0 || value > 65535) {
            throw new IllegalArgumentException("an SGT is 0 to 65535, not " + value);
        }
    }

    /** True if ISE lets an administrator give this number to a security group. */
    public boolean isAssignable() {
        return value >= 2 && value <= 65519;
    }

    @Override
    public int compareTo(Sgt other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
