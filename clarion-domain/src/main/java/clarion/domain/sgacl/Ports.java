package clarion.domain.sgacl;

/**
 * The ports of one side of an ACE.
 *
 * @param low first port, 0 to 65535
 * @param high last port, not below the first
 * @param except true for all ports but these; then it is one port
 */
public record Ports(int low, int high, boolean except) {

    public static final Ports ANY = new Ports(0, 65_535, false);

    public Ports {
        if (low < 0 || high > 65_535 || low > high) {
            throw new IllegalArgumentException("ports are 0 to 65535, the lower first, not " + low + " to " + high);
        }
        if (except && low != high) {
            throw new IllegalArgumentException("all but one port may be matched, not all but " + low + " to " + high);
        }
        if (except && (low == 0 || low == 65_535)) {
            int port = low;
            low = port == 0 ? 1 : 0;
            high = port == 0 ? 65_535 : 65_534;
            except = false;
        }
    }

    public static Ports of(int port) {
        return new Ports(port, port, false);
    }

    public static Ports range(int low, int high) {
        return new Ports(low, high, false);
    }

    public boolean isAny() {
        return low == 0 && high == 65_535;
    }

    public boolean contains(int port) {
        return (port >= low && port <= high) != except;
    }

    /** As an ACE spells it, without {@code src} or {@code dst}; empty for any port. */
    @Override
    public String toString() {
        if (isAny()) {
            return "";
        } else if (low == high) {
            return (except ? "neq " : "eq ") + low;
        } else if (low == 0) {
            return "lt " + (high + 1);
        } else if (high == 65_535) {
            return "gt " + (low - 1);
        }
        return "range " + low + " " + high;
    }
}
