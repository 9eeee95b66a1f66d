package clarion.domain.sgacl;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A security group access list.
 *
 * @param family which packets it is for
 * @param aces in order; the first that matches decides
 */
public record Sgacl(IpFamily family, List<Ace> aces) {

    public Sgacl {
        aces = List.copyOf(aces);
    }

    /** For IPv4, which is what ISE takes where nothing is said. */
    public static Sgacl of(Ace... aces) {
        return new Sgacl(IpFamily.IPV4, List.of(aces));
    }

    /** True if its last ACE decides about every packet that comes to it. */
    public boolean endsExplicitly() {
        return !aces.isEmpty() && aces.get(aces.size() - 1).isCatchAll();
    }

    /** True if an ACE needs a {@link Platform} that knows connections. */
    public boolean usesEstablished() {
        return aces.stream().anyMatch(Ace::established);
    }

    /** The text as ISE takes it in {@code aclcontent}: one ACE a line, each spelled the one way. */
    public String text() {
        return aces.stream().map(Ace::toString).collect(Collectors.joining("\n"));
    }
}
