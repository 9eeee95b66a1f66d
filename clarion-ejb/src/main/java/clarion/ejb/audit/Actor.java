package clarion.ejb.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who acts, by which credential, from where, in which request.
 *
 * @param name user name, or the part of Clarion that acts by itself
 * @param via the credential
 * @param remoteAddress canonical IP address of the caller, absent for Clarion itself
 * @param requestId the request as the log and problem documents name it, absent for Clarion itself
 */
public record Actor(
        String name,
        Via via,
        @Nullable String remoteAddress,
        @Nullable String requestId) {

    /** A part of Clarion that acts without a request, such as a timer. */
    public static Actor system(String part) {
        return new Actor(part, Via.SYSTEM, null, null);
    }

    /** The same request once it is known who made it. */
    public Actor named(String username) {
        return new Actor(username, via, remoteAddress, requestId);
    }
}
