package clarion.simulator;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fault to be put upon those who listen to the simulator.
 *
 * @param kind what goes wrong
 * @param target what it happens to, as {@link Kind} says; null for all of them
 * @param node the ISE node, from 1 on; 0 for every one
 * @param status HTTP or WebSocket status, where the kind has one
 * @param amount milliseconds or octets, where the kind has one
 * @param times how often it happens; 0 for no such limit
 * @param lasting how long; null for no such limit
 * @param skip occasions that are let by before the first
 */
public record Fault(
        Kind kind,
        @Nullable String target,
        int node,
        int status,
        long amount,
        int times,
        @Nullable Duration lasting,
        int skip) {

    /** What can go wrong, and what its target is. */
    public enum Kind {
        /** An HTTP call is answered with the status. Target: call, or the service that is looked up. */
        STATUS,
        /** An HTTP call is taken and not answered. Target: call. */
        HANG,
        /** An HTTP call is answered late by the amount of milliseconds. Target: call. */
        DELAY,
        /** An answer loses its connection after the amount of octets. Target: call. */
        TRUNCATE,
        /** An answer is ended after the amount of octets as if that were all. Target: call. */
        SHORTEN,
        /** An answer comes without its Content-Type. Target: call. */
        NO_CONTENT_TYPE,
        /** ServiceLookup finds nothing. Target: service. */
        EMPTY_LOOKUP,
        /** A subscription is refused with an ERROR frame. Target: topic id or destination. */
        DENY_TOPIC,
        /** A message gets its number but is not sent. Target: topic id. */
        GAP,
        /** A message is sent twice. Target: topic id. */
        DUPLICATE,
        /** A message is sent after the next one. Target: topic id. */
        REORDER,
        /** A message ends in the middle of its JSON. Target: topic id. */
        MALFORMED,
        /** A message has one more record, whose fields have wrong types. Target: topic id. */
        WRONG_TYPES,
        /** A message is padded to the amount of octets. Target: topic id. */
        OVERSIZE,
        /** A STOMP frame comes in several WebSocket messages. Target: topic id. */
        SPLIT,
        /** A WebSocket message comes in several frames. Target: topic id. */
        FRAGMENT,
        /** A STOMP frame waits for the next one and shares its WebSocket message. Target: topic id. */
        MERGE,
        /** A message comes as WebSocket text. Target: topic id. */
        TEXT,
        /** Messages come with at least the amount of milliseconds between them. No target. */
        SLOW,
        /** Nothing is read, sent or closed on the WebSockets that are open. No target. */
        HALF_OPEN,
        /** A call of ERS or the OpenAPI takes effect, and the connection is cut instead of an answer. Target: call. */
        LOST_ANSWER,
        /** A call of ERS or the OpenAPI takes effect, and is answered with the status all the same. Target: call. */
        LATE_STATUS,
        /** At once: connections are closed with the status, or, with 1006, cut. No target. */
        DROP,
        /** At once: connections end with a TCP reset. No target. */
        RESET,
        /** At once: connections get an ERROR frame and are closed. Target: its message. */
        ERROR,
        /** At once: numbers begin at 0 again. Target: topic id. */
        PUBLISHER_RESTART,
        /** At once: every access secret given so far is invalid. No target. */
        ROTATE_SECRETS,
        /** At once: another server certificate. Target: renewed, expired, stranger, wrong-name, or own. */
        CERTIFICATE,
        /** At once, for as long as it lasts: a node is gone. Target: reset (the default) or silent. */
        NODE_LOSS,
        /** At once: a topic gets another destination. Target: topic id. */
        RENAME_TOPIC,
        /** At once: a service gets another URL. Target: service. */
        RENAME_URL,
        /** At once: every session of ERS ends, and its CSRF token with it. No target. */
        EXPIRE_SESSIONS,
        /** At once: the secondary administration node becomes the primary, once it has lasted. No target. */
        PAN_FAILOVER;

        /** Whether it happens when it is injected, rather than waiting for its occasion. */
        public boolean isImmediate() {
            return compareTo(DROP) >= 0;
        }

        /** The kind of a text such as {@code half-open}. */
        public static Kind parse(String text) {
            try {
                return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("no such kind of fault: " + text, e);
            }
        }

        /** Lower case with hyphens, as the control API writes it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Fault {
        if (node < 0 || status < 0 || amount < 0 || times < 0 || skip < 0 || lasting != null && lasting.isNegative()) {
            throw new IllegalArgumentException("a fault has no negative numbers");
        }
    }

    /** A fault of any target, on every node, without end. */
    public static Fault of(Kind kind) {
        return new Fault(kind, null, 0, 0, 0, 0, null, 0);
    }

    /** A fault of one target, on every node, without end. */
    public static Fault of(Kind kind, String target) {
        return new Fault(kind, target, 0, 0, 0, 0, null, 0);
    }

    public Fault at(int oneNode) {
        return new Fault(kind, target, oneNode, status, amount, times, lasting, skip);
    }

    public Fault withStatus(int code) {
        return new Fault(kind, target, node, code, amount, times, lasting, skip);
    }

    /** With milliseconds or octets. */
    public Fault withAmount(long value) {
        return new Fault(kind, target, node, status, value, times, lasting, skip);
    }

    /** Happening so often and then no more. */
    public Fault times(int count) {
        return new Fault(kind, target, node, status, amount, count, lasting, skip);
    }

    /** Letting so many occasions by first: the next one is the first that it happens to. */
    public Fault after(int occasions) {
        return new Fault(kind, target, node, status, amount, times, lasting, occasions);
    }

    /** Happening for so long and then no more. */
    public Fault lasting(Duration time) {
        return new Fault(kind, target, node, status, amount, times, time, skip);
    }

    boolean concerns(@Nullable String what, int where) {
        return (target == null || target.equals(what)) && (node == 0 || where == 0 || node == where);
    }
}
