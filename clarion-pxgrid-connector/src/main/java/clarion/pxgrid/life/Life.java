package clarion.pxgrid.life;

import clarion.pxgrid.ConnectorStatus.Problem;
import clarion.pxgrid.ConnectorStatus.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the connector is in its life. A state is a record; its methods are the transitions that it allows.
 *
 * <pre>
 *  Disabled      (no controller configured; only a reload leads out)
 *
 *  Standby       (another process leads, or none; to lead leads out, to Stopped, and not to lead leads back from there)
 *
 *  Stopped --start--&gt; Activating --enabled--&gt; LookingUp --found--&gt; Connecting --subscribed--&gt; Syncing --complete--&gt; Live
 *                      |      ^                                                                ^               |
 *              not yet |      | enabled                                                        +-- gap found --+
 *                      v      |                                   |                            ^
 *                     Pending-+                          no session topic --&gt; Degraded --offered-+ (to Syncing)
 *
 *  Activating … Live --fault--&gt; Waiting --retry--&gt; Activating
 *  Activating … Live --new certificate--&gt; Activating
 *  every state but Disabled --stop--&gt; Stopped
 * </pre>
 */
public sealed interface Life {

    /** When the state began. */
    Instant since();

    /** The state as the status shows it. */
    State state();

    /** The pubsub node of the stream, once it is known. */
    default @Nullable String node() {
        return null;
    }

    /** When the next attempt is due, while there is something to wait for. */
    default @Nullable Instant nextAttemptAt() {
        return null;
    }

    /** The fault that led here. */
    default @Nullable Problem problem() {
        return null;
    }

    /** No controller is configured. */
    record Disabled(Instant since) implements Life {
        @Override
        public State state() {
            return State.DISABLED;
        }
    }

    /** Not connected and not meant to be. */
    record Stopped(Instant since) implements Life {

        public Activating start(Instant now) {
            return new Activating(now);
        }

        public Disabled disable(Instant now) {
            return new Disabled(now);
        }

        @Override
        public State state() {
            return State.STOPPED;
        }
    }

    /**
     * Not connected because this process does not lead. As long as none can, since the database is away, that shows as
     * {@link State#WAITING}.
     *
     * @param why who leads and since when, or why nobody does; a sentence
     * @param problem what keeps any process from leading, or null
     */
    record Standby(Instant since, String why, @Nullable Problem problem) implements Life {

        public Standby because(String latest, @Nullable Problem trouble, Instant now) {
            boolean same = (problem == null) == (trouble == null);
            return new Standby(same ? since : now, latest, trouble);
        }

        public Stopped lead(Instant now) {
            return new Stopped(now);
        }

        @Override
        public State state() {
            return problem == null ? State.STANDBY : State.WAITING;
        }
    }

    /** A state that a fault or an operator can end. */
    sealed interface Running extends Life {

        default Waiting fail(Problem problem, Instant now, Instant nextAttemptAt) {
            return new Waiting(now, problem, nextAttemptAt);
        }

        /** Connects anew without a fault, as with a new certificate. */
        default Activating renew(Instant now) {
            return new Activating(now);
        }

        default Stopped stop(Instant now) {
            return new Stopped(now);
        }
    }

    /** Asking the controller how the account stands. */
    record Activating(Instant since) implements Running {

        public Pending notYet(Problem problem, Instant now, Instant nextAttemptAt) {
            return new Pending(now, problem, nextAttemptAt);
        }

        public LookingUp enabled(Instant now) {
            return new LookingUp(now);
        }

        @Override
        public State state() {
            return State.ACTIVATING;
        }
    }

    /** An administrator of ISE must approve or enable the account. */
    record Pending(Instant since, Problem problem, Instant nextAttemptAt) implements Running {

        public Pending notYet(Problem latest, Instant next) {
            return new Pending(since, latest, next);
        }

        public LookingUp enabled(Instant now) {
            return new LookingUp(now);
        }

        @Override
        public State state() {
            return State.PENDING;
        }
    }

    /** Asking who provides the services. */
    record LookingUp(Instant since) implements Running {

        public Connecting found(String node, Instant now) {
            return new Connecting(now, node);
        }

        @Override
        public State state() {
            return State.LOOKUP;
        }
    }

    /** Opening the stream. */
    record Connecting(Instant since, String node) implements Running {

        public Connecting next(String other) {
            return new Connecting(since, other);
        }

        public Syncing subscribed(Instant now) {
            return new Syncing(now, node);
        }

        public Degraded withoutSessions(Problem problem, Instant now, Instant nextAttemptAt) {
            return new Degraded(now, node, problem, nextAttemptAt);
        }

        @Override
        public State state() {
            return State.CONNECTING;
        }
    }

    /** Connected and following all topics that ISE lets it, but sessions are not among them. */
    record Degraded(Instant since, String node, Problem problem, Instant nextAttemptAt) implements Running {

        public Degraded still(Problem latest, Instant next) {
            return new Degraded(since, node, latest, next);
        }

        public Syncing offered(Instant now) {
            return new Syncing(now, node);
        }

        @Override
        public State state() {
            return State.DEGRADED;
        }
    }

    /** Subscribed; fetching what the stream alone does not tell. */
    record Syncing(Instant since, String node) implements Running {

        public Live complete(Instant now) {
            return new Live(now, node);
        }

        @Override
        public State state() {
            return State.SYNCING;
        }
    }

    /** All is known and every event comes as it happens. */
    record Live(Instant since, String node) implements Running {

        public Syncing gapFound(Instant now) {
            return new Syncing(now, node);
        }

        @Override
        public State state() {
            return State.LIVE;
        }
    }

    /** Disconnected by a fault; will try again. */
    record Waiting(Instant since, Problem problem, Instant nextAttemptAt) implements Running {

        public Activating retry(Instant now) {
            return new Activating(now);
        }

        @Override
        public State state() {
            return State.WAITING;
        }
    }
}
