package clarion.pxgrid;

import java.time.Instant;
import java.util.List;
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
 * @param why one sentence for a person: what the state means at the moment; null if the state says it all
 * @param controller the controller that answered last, as {@code host:port}, or null
 * @param controllers all that are configured, in the configured order
 * @param account how ISE knows Clarion; null before it first answered
 * @param topics one for each topic, in the order of {@link Topic}
 * @param reconciling true while the stored picture is being compared with ISE's beside the live stream
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
        @Nullable Certificate certificate,
        @Nullable String why,
        @Nullable String controller,
        List<ControllerStatus> controllers,
        @Nullable Account account,
        List<TopicStatus> topics,
        boolean reconciling) {

    public ConnectorStatus {
        controllers = List.copyOf(controllers);
        topics = List.copyOf(topics);
    }

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
        /** Connected and following the other topics, but ISE does not offer, or refuses, that of sessions. */
        DEGRADED,
        /** Disconnected by a fault; will try again. */
        WAITING,
        /** Another process holds the connection, or none yet; this one takes over when that one is gone. */
        STANDBY,
        /** The process that holds the connection does not answer: how it is doing cannot be told. */
        UNKNOWN
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
     * @param issuer distinguished name of who signed it
     * @param notBefore begin of validity
     * @param notAfter end of validity
     * @param fingerprintSha256 of the certificate, lower-case hexadecimal with colons
     * @param source where it comes from: {@code key store /path} or {@code PEM files in /dir}
     * @param expiry how near its end is
     * @param problem why newer files are not used; the certificate shown stays in use meanwhile
     */
    public record Certificate(
            String subject,
            String issuer,
            Instant notBefore,
            Instant notAfter,
            String fingerprintSha256,
            String source,
            Expiry expiry,
            @Nullable Problem problem) {}

    /** How near the end of a certificate's life is; {@code DUE_30}: at most 30 days. */
    public enum Expiry {
        OK,
        DUE_30,
        DUE_14,
        DUE_7,
        EXPIRED
    }

    /**
     * A controller as seen from here.
     *
     * @param address {@code host:port}
     * @param problem why the last call to it failed, or null
     */
    public record ControllerStatus(
            String address, ControllerState state, @Nullable Problem problem) {}

    /** How a controller stands. */
    public enum ControllerState {
        /** It answered the last call. */
        IN_USE,
        /** It answered once, and another one is in use. */
        STANDBY,
        /** The last call to it failed; it is tried again later. */
        FAILED,
        /** There was no need to call it yet. */
        UNTRIED
    }

    /**
     * Clarion's account in ISE.
     *
     * @param nodeName the account's name
     * @param state as ISE answered last
     * @param version pxGrid version that ISE told, or null
     * @param kind what proves who we are
     */
    public record Account(
            String nodeName, AccountState state, @Nullable String version, AccountKind kind) {}

    /** What ISE's administrator made of the account. */
    public enum AccountState {
        ENABLED,
        PENDING,
        DISABLED
    }

    /** What proves who we are. */
    public enum AccountKind {
        CERTIFICATE,
        PASSWORD
    }

    /**
     * A topic on the present connection.
     *
     * @param topic {@link Topic#id}
     * @param destination ISE's name of it, or null if unknown
     * @param problem what keeps it from being live, or null
     * @param sequence the publisher's number of the last message taken, or null if it has none
     * @param lastEventAt when the last message came, or null
     * @param since when it got into this state
     */
    public record TopicStatus(
            String topic,
            @Nullable String destination,
            TopicState state,
            @Nullable Problem problem,
            @Nullable Long sequence,
            @Nullable Instant lastEventAt,
            Instant since) {}

    /** How a topic stands. */
    public enum TopicState {
        /** Not connected. */
        OFF,
        /** Subscribed; what was missed is being fetched. */
        SYNCING,
        /** Complete, and every message comes as it is published. */
        LIVE,
        /** No ISE node offers it; asked again by itself. */
        NOT_OFFERED,
        /** ISE does not let Clarion subscribe to it; tried again by itself. */
        REFUSED
    }
}
