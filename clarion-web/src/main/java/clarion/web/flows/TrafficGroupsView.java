package clarion.web.flows;

import clarion.ejb.flows.FlowGroups;
import clarion.ejb.flows.FlowWindow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traffic by groups, the largest first.
 *
 * @param from where the first bucket begins that was counted
 * @param to the end of the time that was asked about
 * @param resolution FIVE_MINUTES, HOUR or DAY
 * @param groups how many groups there are
 * @param items the largest of them
 * @param rest what the others have together; absent if there are none
 * @param all what all have together
 */
public record TrafficGroupsView(
        Instant from,
        Instant to,
        FlowWindow.Resolution resolution,
        long groups,
        List<FlowGroups.TrafficGroup> items,
        FlowGroups.@Nullable TrafficCounts rest,
        FlowGroups.TrafficCounts all) {

    static TrafficGroupsView of(FlowWindow window, FlowGroups groups) {
        return new TrafficGroupsView(
                window.from(),
                window.to(),
                window.resolution(),
                groups.groups(),
                groups.top(),
                groups.rest(),
                groups.all());
    }
}
