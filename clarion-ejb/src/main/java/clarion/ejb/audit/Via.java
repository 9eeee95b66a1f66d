package clarion.ejb.audit;

import java.util.Locale;

/** The credential by which somebody acted. */
public enum Via {
    /** The console, by its session cookie. */
    SESSION,
    /** Automation, by an API token. */
    TOKEN,
    /** Nobody yet: a login, or an attempt at one. */
    ANONYMOUS,
    /** Clarion itself. */
    SYSTEM;

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
