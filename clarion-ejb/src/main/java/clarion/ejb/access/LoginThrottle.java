package clarion.ejb.access;

import clarion.domain.devices.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many guesses are allowed: so many failures within a sliding window, per user name and, more generously, per
 * remote address. While the limit is reached even the right password is refused, so that nothing can be learnt.
 *
 * @param nameLimit failures that lock a user name
 * @param addressLimit failures that lock a remote address
 * @param window how long a failure counts
 */
record LoginThrottle(int nameLimit, int addressLimit, Duration window) {

    /**
     * How long the caller must wait.
     *
     * @param failures instants of the counted failures, newest first; more than the limit need not be given
     * @return zero when another guess is allowed now; else until the oldest that matters leaves the window, rounded up
     *     to whole seconds
     */
    Duration waitAfter(List<Instant> failures, int limit, Instant now) {
        if (failures.size() < limit) {
            return Duration.ZERO;
        }
        Instant free = failures.get(limit - 1).plus(window);
        if (!free.isAfter(now)) {
            return Duration.ZERO;
        }
        Duration rest = Duration.between(now, free);
        return Duration.ofSeconds(rest.getNano() > 0 ? rest.getSeconds() + 1 : rest.getSeconds());
    }

    /** The user name as it is counted: case does not matter, and the text itself is not kept. */
    static String nameKey(String username) {
        return Secrets.hashOf("login " + username.strip().toLowerCase(Locale.ROOT));
    }

    /** The address as it is counted: an IPv6 caller owns a whole /64 (RFC 6177), so that is what is counted. */
    static String addressKey(@Nullable String remoteAddress) {
        if (remoteAddress == null) {
            return "unknown";
        }
        return IpAddress.find(remoteAddress)
                .map(address -> address.isV4()
                        ? address.toString()
                        : IpAddress.of(Arrays.copyOf(Arrays.copyOf(address.octets(), 8), 16)) + "/64")
                .orElse("unknown");
    }
}
