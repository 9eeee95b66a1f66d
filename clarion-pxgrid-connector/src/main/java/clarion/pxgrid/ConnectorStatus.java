package clarion.pxgrid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the connection to ISE and of what came over it. Instants without another word are Clarion's clock.
 *
 * @param state where the connector is in its life
 * @param since when it got there
 * @param staleSince since when the stored picture may differ from ISE's, or null while it is live and complete
 * @param node pubsub node that serves the stream
 * @param problem what is wrong, or null
 * @param nextAttemptAt when the next attempt to connect is due
 * @param lastEventAt ISE's time of the newest event
 * @param lastReceivedAt when anything last came from ISE, heart-beats included
 * @param lagMillis from receipt to commit of the latest batch; null before the first
 * @param counters since the application started
 * @param certificate the client certificate in use
 */
public record ConnectorStatus(
        State state,
        Instant since,
        @Nullable Instant staleSince,
        @Nullable String node,
        @Nullable Problem problem,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant lastEventAt,
        @Nullable Instant lastReceivedAt,
        @Nullable Long lagMillis,
        Counters counters,
        @Nullable Certificate certificate) {

    /**
     * The life of the connection; {@code ACTIVATING} to {@code SYNCING} are the way up, {@code WAITING} the way back.
     */
    public enum State {
        /** No controller is configured. */
        DISABLED,
        STOPPED,
        /** Asking the controller to activate the account. */
        ACTIVATING,
        /** An ISE administrator must approve the account. */
        PENDING,
        LOOKUP,
        CONNECTING,
        /** Subscribed; the bulk download is under way. */
        SYNCING,
        LIVE,
        /** Disconnected by a fault; will try again. */
        WAITING
    }

    /**
     * A fault in words for the operator.
     *
     * @param code stable, such as {@code CLARION-PXG-012}; found again in the log and in the operating guide
     * @param what what happened and where
     * @param action what to do about it
     * @param at when
     */
    public record Problem(String code, String what, String action, Instant at) {}

    /**
     * Totals since the application started.
     *
     * @param messages STOMP messages
     * @param events session reports in them
     * @param applied that changed something
     * @param duplicates that were known to the letter
     * @param superseded that were older than what is stored
     * @param quarantined that were set aside
     * @param reconnects successful connections after the first
     * @param queued events read and not yet committed
     */
    public record Counters(
            long messages,
            long events,
            long applied,
            long duplicates,
            long superseded,
            long quarantined,
            long reconnects,
            int queued) {}

    /**
     * What ISE knows Clarion by.
     *
     * @param subject distinguished name
     * @param notAfter end of validity
     */
    public record Certificate(String subject, Instant notAfter) {}
}
