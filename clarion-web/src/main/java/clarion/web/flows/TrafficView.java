package clarion.web.flows;

import clarion.ejb.flows.FlowGroups;
import clarion.ejb.flows.FlowTraffic;
import java.time.Instant;
import java.util.List;

/**
 * The traffic of a device or user.
 *
 * @param asClient what it asked for
 * @param asServer what was asked of it
 * @param servers whom it asked
 * @param clients who asked it
 * @param points by bucket, in order
 */
public record TrafficView(
        Instant from,
        Instant to,
        FlowGroups.TrafficCounts asClient,
        FlowGroups.TrafficCounts asServer,
        TrafficGroupsView servers,
        TrafficGroupsView servicesUsed,
        TrafficGroupsView clients,
        TrafficGroupsView servicesOffered,
        List<FlowTraffic.TrafficPoint> points) {

    static TrafficView of(FlowTraffic traffic) {
        return new TrafficView(
                traffic.window().from(),
                traffic.window().to(),
                traffic.asClient(),
                traffic.asServer(),
                TrafficGroupsView.of(traffic.window(), traffic.servers()),
                TrafficGroupsView.of(traffic.window(), traffic.servicesUsed()),
                TrafficGroupsView.of(traffic.window(), traffic.clients()),
                TrafficGroupsView.of(traffic.window(), traffic.servicesOffered()),
                traffic.points());
    }
}
