package clarion.web.connectors;

import clarion.ejb.connectors.ReconcilePlan;
import clarion.pxgrid.ConnectorStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection to ISE on the wire: what {@link ConnectorStatus} says, member by member, and the comparisons with ISE.
 *
 * @param reconcile when the stored picture is compared with ISE's, and how that went
 */
public record PxGridView(
        ConnectorStatus.State state,
        Instant since,
        @Nullable Instant staleSince,
        @Nullable String why,
        @Nullable String node,
        ConnectorStatus.@Nullable Problem problem,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant lastEventAt,
        @Nullable Instant lastReceivedAt,
        @Nullable Long lagMillis,
        ConnectorStatus.Counters counters,
        @Nullable String controller,
        List<ConnectorStatus.ControllerStatus> controllers,
        ConnectorStatus.@Nullable Account account,
        ConnectorStatus.@Nullable Certificate certificate,
        List<ConnectorStatus.TopicStatus> topics,
        ReconcilePlan reconcile) {

    static PxGridView of(ConnectorStatus status, ReconcilePlan reconcile) {
        return new PxGridView(
                status.state(),
                status.since(),
                status.staleSince(),
                status.why(),
                status.node(),
                status.problem(),
                status.nextAttemptAt(),
                status.lastEventAt(),
                status.lastReceivedAt(),
                status.lagMillis(),
                status.counters(),
                status.controller(),
                status.controllers(),
                status.account(),
                status.certificate(),
                status.topics(),
                reconcile);
    }
}
