package clarion.domain.flows.pairing;

/**
 * How records are joined. All times are milliseconds.
 *
 * @param idleMillis a conversation is over once nothing was sent for so long; at least 1
 * @param latenessMillis how much later than its end a record may come, because exporters hold and other files follow
 * @param longestMillis a conversation that lasts longer is handed on in pieces of about this length
 * @param clockMillis how far the clocks of two exporters may differ
 * @param correctionMillis a live record whose end differs by more from the time of arrival gets that time instead
 * @param openLimit how many conversations are open at once at most; beyond, the oldest are handed on early, and counted
 * @param scanWindowMillis in which time a client's targets are counted
 * @param sweepTargets a client that asks so many addresses for one service in a window sweeps, if mostly in vain
 * @param scanPorts a client that asks so many services of one address in a window scans, if mostly in vain
 * @param scanMissedPercent how many of its questions stay unanswered for that, in percent
 */
public record PairingSettings(
        long idleMillis,
        long latenessMillis,
        long longestMillis,
        long clockMillis,
        long correctionMillis,
        int openLimit,
        long scanWindowMillis,
        int sweepTargets,
        int scanPorts,
        int scanMissedPercent) {

    /**
     * One minute idle, one minute late, 30 minutes long, 5 seconds of clock, a million open; scans from 50 and 30 on.
     */
    public static final PairingSettings DEFAULTS =
            new PairingSettings(60_000, 60_000, 1_800_000, 5_000, 600_000, 1_000_000, 600_000, 50, 30, 60);

    public PairingSettings {
        if (idleMillis < 1 || latenessMillis < 0 || longestMillis < 1 || clockMillis < 0 || correctionMillis < 1) {
            throw new IllegalArgumentException("times of pairing must be positive: idle " + idleMillis + ", lateness "
                    + latenessMillis + ", longest " + longestMillis + ", clock " + clockMillis + ", correction "
                    + correctionMillis);
        }
        if (openLimit < 16) {
            throw new IllegalArgumentException("at least 16 conversations must be open at once, not " + openLimit);
        }
        if (scanWindowMillis < 1 || sweepTargets < 2 || sweepTargets > 200 || scanPorts < 2 || scanPorts > 200) {
            throw new IllegalArgumentException("a scan has 2 to 200 targets in a window, not " + sweepTargets + " and "
                    + scanPorts + " in " + scanWindowMillis + " ms");
        }
        if (scanMissedPercent < 1 || scanMissedPercent > 100) {
            throw new IllegalArgumentException("percent must be 1 to 100, not " + scanMissedPercent);
        }
    }

    /** The same with another lateness, such as one that a first pass over a file has measured. */
    public PairingSettings withLateness(long millis) {
        return new PairingSettings(
                idleMillis,
                millis,
                longestMillis,
                clockMillis,
                correctionMillis,
                openLimit,
                scanWindowMillis,
                sweepTargets,
                scanPorts,
                scanMissedPercent);
    }

    /** The same with another bound. */
    public PairingSettings withOpenLimit(int limit) {
        return new PairingSettings(
                idleMillis,
                latenessMillis,
                longestMillis,
                clockMillis,
                correctionMillis,
                limit,
                scanWindowMillis,
                sweepTargets,
                scanPorts,
                scanMissedPercent);
    }
}
