package clarion.simulator.sessions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session of the directory in one state, as ISE would tell it.
 *
 * @param timestamp when the state began
 * @param state {@code AUTHENTICATING}, {@code AUTHENTICATED}, {@code POSTURED}, {@code STARTED}, {@code DISCONNECTED},
 *     or anything else for a fault
 * @param ipAddresses IPv4 and IPv6 addresses, left out on the wire when empty
 * @param parts every other attribute; an attribute stands in one part only
 */
public record IseSession(Instant timestamp, String state, List<String> ipAddresses, List<Attributes> parts) {

    public static final String AUTHENTICATING = "AUTHENTICATING";
    public static final String AUTHENTICATED = "AUTHENTICATED";
    public static final String POSTURED = "POSTURED";
    public static final String STARTED = "STARTED";
    public static final String DISCONNECTED = "DISCONNECTED";

    public IseSession {
        ipAddresses = List.copyOf(ipAddresses);
        parts = List.copyOf(parts);
    }

    /** A started session of an endpoint, with nothing else said about it. */
    public static IseSession started(Instant timestamp, String macAddress) {
        return new IseSession(
                timestamp, STARTED, List.of(), List.of(Attributes.of(SessionFields.MAC_ADDRESS, macAddress)));
    }

    public @Nullable Object get(String name) {
        for (Attributes part : parts) {
            Object value = part.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    public @Nullable String text(String name) {
        return get(name) instanceof String text ? text : null;
    }

    /** What tells this session from others: audit session id, else MAC address, else user and addresses. */
    public String key() {
        String audit = text(SessionFields.AUDIT_SESSION_ID);
        if (audit != null) {
            return audit;
        }
        String mac = text(SessionFields.MAC_ADDRESS);
        return mac != null ? mac : text(SessionFields.USER_NAME) + "@" + ipAddresses;
    }

    /** This session with an attribute added, changed, or (with null) left out. */
    public IseSession with(String name, @Nullable Object value) {
        List<Attributes> changed = new java.util.ArrayList<>(parts);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).get(name) != null) {
                changed.set(i, changed.get(i).with(name, value));
                return new IseSession(timestamp, state, ipAddresses, changed);
            }
        }
        changed.add(Attributes.of(name, value));
        return new IseSession(timestamp, state, ipAddresses, changed);
    }

    public IseSession withIpAddresses(String... addresses) {
        return new IseSession(timestamp, state, List.of(addresses), parts);
    }

    /** This session in another state from another instant on. */
    public IseSession in(String newState, Instant from) {
        return new IseSession(from, newState, ipAddresses, parts);
    }
}
