package clarion.domain.sessions;

import java.util.Locale;

/**
 * The state of a session as pxGrid reports it (Cisco pxGrid wiki, Session Directory).
 *
 * <p>A state that a newer ISE may send is kept as its text and counts as live.
 *
 * @param name the wire name in upper case, such as {@code STARTED}
 */
public record SessionState(String name) {

    public static final SessionState AUTHENTICATING = new SessionState("AUTHENTICATING");
    public static final SessionState AUTHENTICATED = new SessionState("AUTHENTICATED");
    public static final SessionState POSTURED = new SessionState("POSTURED");
    public static final SessionState STARTED = new SessionState("STARTED");
    public static final SessionState DISCONNECTED = new SessionState("DISCONNECTED");

    public SessionState {
        name = name.strip().toUpperCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > 64) {
            throw new IllegalArgumentException("not a session state: '" + name + "'");
        }
    }

    /** True unless the session has ended. */
    public boolean isLive() {
        return !equals(DISCONNECTED);
    }

    /** True if this release knows the state by name. */
    public boolean isKnown() {
        return switch (name) {
            case "AUTHENTICATING", "AUTHENTICATED", "POSTURED", "STARTED", "DISCONNECTED" -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
