package clarion.pxgrid.tls;

import clarion.pxgrid.ConnectorStatus.Expiry;
import java.time.Duration;
import java.time.Instant;

/** How near an end is. */
final class Expiries {

    private Expiries() {}

    /** The narrowest of the thresholds (30, 14, 7 days) that the time left is within; the exact day counts in. */
    static Expiry of(Instant end, Instant now) {
        Duration left = Duration.between(now, end);
        if (left.isNegative()) {
            return Expiry.EXPIRED;
        }
        if (left.compareTo(Duration.ofDays(7)) <= 0) {
            return Expiry.DUE_7;
        }
        if (left.compareTo(Duration.ofDays(14)) <= 0) {
            return Expiry.DUE_14;
        }
        return left.compareTo(Duration.ofDays(30)) <= 0 ? Expiry.DUE_30 : Expiry.OK;
    }
}
