package clarion.simulator.flows;

import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Imperfections;
import java.net.InetSocketAddress;

/**
 * How the living campus exports its traffic.
 *
 * @param target where exporters send; a name that is not resolved is looked up again and again
 * @param rate about how many flow records a second, more than 0
 * @param activeMillis how often exporters report what lasts, in milliseconds
 * @param journal how many true conversations are kept
 * @param exporters from how many addresses, 127.0.0.1 and up, exporters send when the target is on this machine; 1 to
 *     250
 * @param imperfections how much is not as it should be
 */
public record FlowSettings(
        InetSocketAddress target,
        double rate,
        long activeMillis,
        int journal,
        int exporters,
        Imperfections imperfections) {

    private static final int MOST_EXPORTERS = 250;
    private static final long ACTIVE_MILLIS = 60_000;
    private static final int JOURNAL = 20_000;
    private static final int EXPORTERS = 12;
    private static final double SAMPLED = 0.1;

    public FlowSettings {
        if (!(rate > 0) || activeMillis < 1 || journal < 1 || exporters < 1 || exporters > MOST_EXPORTERS) {
            throw new IllegalArgumentException("flows need a rate above 0, an active timeout, a journal and 1 to "
                    + MOST_EXPORTERS + " exporters; not " + rate + ", " + activeMillis + ", " + journal + ", "
                    + exporters);
        }
    }

    /**
     * As in a network of today: reports every minute, nothing lost on the way, an exporter in ten samples, no device
     * taken for another, and the truth of the last 20,000 conversations.
     */
    public static FlowSettings usual(InetSocketAddress target, double rate) {
        return new FlowSettings(
                target,
                rate,
                ACTIVE_MILLIS,
                JOURNAL,
                EXPORTERS,
                Imperfections.usual()
                        .with(Imperfection.LOSS, 0)
                        .with(Imperfection.MISTAGGED, 0)
                        .with(Imperfection.SAMPLED, SAMPLED));
    }

    /** These with other imperfections. */
    public FlowSettings with(Imperfections others) {
        return new FlowSettings(target, rate, activeMillis, journal, exporters, others);
    }

    /** These with another active timeout. */
    public FlowSettings withActiveMillis(long millis) {
        return new FlowSettings(target, rate, millis, journal, exporters, imperfections);
    }
}
