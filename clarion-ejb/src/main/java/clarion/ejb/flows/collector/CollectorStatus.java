package clarion.ejb.flows.collector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the collector of this process is. Counts are since the process started.
 *
 * @param state whether it listens
 * @param port the UDP port
 * @param threads how many receive
 * @param receiveBuffer octets that the kernel keeps for each of them; 0 while there is none
 * @param packets datagrams taken
 * @param octets their octets
 * @param kernelDrops datagrams that the kernel dropped because nobody took them in time; null where it does not say
 * @param unclaimedRecords records that were read and thrown away because nothing in this process stores flows
 * @param refused datagrams of exporters that nobody expects
 * @param strays datagrams that are no flow export
 * @param beyondBound datagrams of exporters that there was no room for
 * @param lastLossAt when something was last lost, or null
 * @param problem why it does not listen and what to do, or null
 */
public record CollectorStatus(
        State state,
        int port,
        int threads,
        int receiveBuffer,
        long packets,
        long octets,
        @Nullable Long kernelDrops,
        long unclaimedRecords,
        long refused,
        long strays,
        long beyondBound,
        @Nullable Instant lastLossAt,
        @Nullable String problem) {

    /** Whether it listens. */
    public enum State {
        /** This process has no collector: by its role, or because the port is 0. */
        OFF,
        LISTENING,
        /** The port could not be opened; it is tried again every few seconds. */
        FAILED
    }

    static final CollectorStatus OFF = new CollectorStatus(State.OFF, 0, 0, 0, 0, 0, null, 0, 0, 0, 0, null, null);

    /** True if packets are lost now or none can come: within the time given before {@code now}. */
    public boolean isDegraded(Instant now, java.time.Duration within) {
        return state == State.FAILED
                || lastLossAt != null && lastLossAt.plus(within).isAfter(now);
    }
}
