package clarion.simulator.ers;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** ERS sessions, each with its CSRF token; one that is not used for 60 s is forgotten. Thread-safe. */
final class ErsSessions {

    /** Either cookie names the session. */
    static final String COOKIE = "APPSESSIONID";

    static final String SINGLE_SIGN_ON = "JSESSIONIDSSO";

    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final int OCTETS = 16;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    private record Session(String user, String token, Instant used) {}

    ErsSessions(Clock clock) {
        this.clock = clock;
    }

    /** What a caller who asked for a token is told. */
    record Given(String cookie, String token) {}

    /** The token of the caller's session; a new session if it has none. */
    Given token(String cookie, String user) {
        Session known = use(cookie, user);
        if (known != null) {
            return new Given(cookie, known.token());
        }
        Given given = new Given(secret(), secret());
        sessions.put(given.cookie(), new Session(user, given.token(), clock.instant()));
        return given;
    }

    /** Whether this is the token of a session that is there. */
    boolean accepts(String cookie, String user, String token) {
        Session session = use(cookie, user);
        return session != null && session.token().equals(token);
    }

    /** Says that a session is in use; every call does. */
    private @org.jspecify.annotations.Nullable Session use(String cookie, String user) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.used().plus(IDLE).isBefore(now));
        return sessions.computeIfPresent(
                cookie, (key, old) -> old.user().equals(user) ? new Session(user, old.token(), now) : old);
    }

    void touch(String cookie, String user) {
        if (!cookie.isEmpty()) {
            Session unused = use(cookie, user);
        }
    }

    /** Ends every session. */
    void expire() {
        sessions.clear();
    }

    private String secret() {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return HexFormat.of().withUpperCase().formatHex(octets);
    }
}
