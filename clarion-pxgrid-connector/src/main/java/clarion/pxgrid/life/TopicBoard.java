package clarion.pxgrid.life;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.ConnectorStatus.Problem;
import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.ConnectorStatus.TopicStatus;
import clarion.pxgrid.Topic;
import clarion.pxgrid.faults.PxGridException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each topic stands, for all to read. Each change of state is logged once. */
final class TopicBoard {

    private static final System.Logger LOG = ContextLogger.named("clarion.pxgrid.connector");

    private final Clock clock;
    private final Map<Topic, TopicStatus> topics = new EnumMap<>(Topic.class);

    TopicBoard(Clock clock) {
        this.clock = clock;
        Instant now = clock.instant();
        for (Topic topic : Topic.values()) {
            topics.put(topic, new TopicStatus(topic.id(), null, TopicState.OFF, null, null, null, now));
        }
    }

    private TopicStatus of(Topic topic) {
        TopicStatus status = topics.get(topic);
        if (status == null) {
            throw new IllegalStateException("no status of " + topic);
        }
        return status;
    }

    /** Notes the destination that ISE named. */
    synchronized void found(Topic topic, @Nullable String destination) {
        TopicStatus old = of(topic);
        topics.put(
                topic,
                new TopicStatus(
                        old.topic(),
                        destination,
                        old.state(),
                        old.problem(),
                        old.sequence(),
                        old.lastEventAt(),
                        old.since()));
    }

    /** Notes a state, and what keeps the topic from being live. */
    synchronized void move(Topic topic, TopicState state, @Nullable PxGridException why) {
        TopicStatus old = of(topic);
        Instant now = clock.instant();
        Problem problem = why == null ? null : why.problemAt(now);
        boolean same = old.state() == state;
        boolean sameProblem = problem != null
                && old.problem() != null
                && problem.what().equals(old.problem().what());
        topics.put(
                topic,
                new TopicStatus(
                        old.topic(),
                        old.destination(),
                        state,
                        sameProblem ? old.problem() : problem,
                        old.sequence(),
                        old.lastEventAt(),
                        same ? old.since() : now));
        if (!same || problem != null && !sameProblem) {
            LOG.log(
                    why == null || state == TopicState.NOT_OFFERED
                            ? System.Logger.Level.DEBUG
                            : System.Logger.Level.WARNING,
                    "{0} event=topic topic={1} state={2} what=\"{3}\"",
                    why == null ? "-" : why.fault().code(),
                    topic.id(),
                    state,
                    why == null ? "" : why.what());
        }
    }

    /** Notes that a message was taken. */
    synchronized void moved(Topic topic, @Nullable Long sequence, Instant receivedAt) {
        TopicStatus old = of(topic);
        topics.put(
                topic,
                new TopicStatus(
                        old.topic(), old.destination(), old.state(), old.problem(), sequence, receivedAt, old.since()));
    }

    /** The connection is gone: what was followed is no longer. */
    synchronized void disconnected() {
        for (Topic topic : Topic.values()) {
            TopicState state = of(topic).state();
            if (state == TopicState.LIVE || state == TopicState.SYNCING) {
                move(topic, TopicState.OFF, null);
            }
        }
    }

    /** How many are in a state. */
    synchronized long count(TopicState state) {
        return topics.values().stream().filter(topic -> topic.state() == state).count();
    }

    synchronized List<TopicStatus> list() {
        return Arrays.stream(Topic.values()).map(this::of).toList();
    }
}
