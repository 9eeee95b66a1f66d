package clarion.domain.sgacl;

/**
 * What the switches that enforce a policy know, beyond what all of them know.
 *
 * @param established whether they tell by TCP flags, in SGACLs too, if a packet belongs to a connection under way.
 *     Cisco's guides differ by platform and release, so {@link #COMMON} says no and the engine refuses such an ACE
 */
public record Platform(boolean established) {

    /** What every switch with TrustSec can do. */
    public static final Platform COMMON = new Platform(false);
}
