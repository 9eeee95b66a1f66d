package clarion.ejb.health;

import clarion.pxgrid.ConnectorStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is connected, how fresh, how far behind.
 *
 * @param version of Clarion
 * @param role of this process
 * @param now Clarion's clock
 * @param database whether the database answers
 * @param connector the connection to ISE
 * @param data how much is stored
 */
public record ClarionStatus(
        String version, String role, Instant now, Database database, ConnectorStatus connector, Data data) {

    /**
     * The database.
     *
     * @param state whether it answers
     */
    public record Database(Availability state) {}

    /** Whether something answers. */
    public enum Availability {
        UP,
        DOWN
    }

    /**
     * Totals; all null before the first count succeeded.
     *
     * @param liveSessions sessions that have not ended
     * @param sessions live and ended
     * @param devices by MAC address
     * @param onlineDevices with a live session
     * @param users by identity
     * @param quarantined messages set aside
     * @param asOf when they were counted
     */
    public record Data(
            @Nullable Long liveSessions,
            @Nullable Long sessions,
            @Nullable Long devices,
            @Nullable Long onlineDevices,
            @Nullable Long users,
            @Nullable Long quarantined,
            @Nullable Instant asOf) {

        /** Nothing was counted yet. */
        public static final Data UNKNOWN = new Data(null, null, null, null, null, null, null);
    }
}
