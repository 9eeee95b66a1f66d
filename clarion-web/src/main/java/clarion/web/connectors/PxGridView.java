package clarion.web.connectors;

import clarion.ejb.connectors.ReconcilePlan;
import clarion.ejb.connectors.leadership.Leadership;
import clarion.ejb.connectors.leadership.Member;
import clarion.ejb.connectors.leadership.Term;
import clarion.pxgrid.ConnectorStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connection to ISE on the wire: what {@link ConnectorStatus} says, member by member, and the comparisons with ISE.
 *
 * @param leader the process that holds the connection, or held it last; null before the first, and while the database
 *     is away
 * @param members the processes that hold the connection or stand by, as they told last
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
        @Nullable LeaderView leader,
        List<MemberView> members,
        ReconcilePlan reconcile) {

    /**
     * The process that holds the connection.
     *
     * @param holder its name: host and process id
     * @param epoch number of its term
     */
    public record LeaderView(String holder, Instant since, long epoch) {

        static @Nullable LeaderView of(Term term) {
            return term.holder() == null || term.since() == null
                    ? null
                    : new LeaderView(term.holder(), term.since(), term.epoch());
        }
    }

    /**
     * A process that holds the connection or stands by.
     *
     * @param name host and process id
     * @param startedAt when it started
     * @param seenAt when it last told that it is there
     * @param leads whether it is the leader
     */
    public record MemberView(String name, Instant startedAt, Instant seenAt, boolean leads) {

        static MemberView of(Member member, Term term) {
            return new MemberView(
                    member.name(),
                    member.startedAt(),
                    member.seenAt(),
                    member.name().equals(term.holder()));
        }
    }

    static PxGridView of(ConnectorStatus status, Optional<Leadership> leadership, ReconcilePlan reconcile) {
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
                leadership.map(known -> LeaderView.of(known.term())).orElse(null),
                leadership
                        .map(known -> known.members().stream()
                                .map(member -> MemberView.of(member, known.term()))
                                .toList())
                        .orElse(List.of()),
                reconcile);
    }
}
