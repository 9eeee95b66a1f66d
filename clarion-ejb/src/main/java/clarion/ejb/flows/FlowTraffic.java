package clarion.ejb.flows;

import clarion.ejb.flows.FlowGroups.TrafficCounts;
import java.time.Instant;
import java.util.List;

/**
 * The traffic of a device or user.
 *
 * @param asClient what it asked for
 * @param asServer what was asked of it
 * @param servers whom it asked
 * @param servicesUsed for what
 * @param clients who asked it
 * @param servicesOffered for what
 * @param points by bucket, in order; the latest thousand
 */
public record FlowTraffic(
        FlowWindow window,
        TrafficCounts asClient,
        TrafficCounts asServer,
        FlowGroups servers,
        FlowGroups servicesUsed,
        FlowGroups clients,
        FlowGroups servicesOffered,
        List<TrafficPoint> points) {

    /**
     * One bucket.
     *
     * @param sentBytes from it, whoever asked
     * @param receivedBytes to it
     */
    public record TrafficPoint(Instant at, long sentBytes, long receivedBytes, long conversations) {}
}
