package clarion.simulator.sessions;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that are there now: what getSessions tells. Thread-safe; iteration sees changes as they come. */
public final class SessionDirectory {

    private final Map<String, IseSession> sessions = new ConcurrentHashMap<>();

    /** Takes a session in, or out if it is disconnected. */
    public void apply(IseSession session) {
        if (session.state().equals(IseSession.DISCONNECTED)) {
            sessions.remove(session.key());
        } else {
            sessions.put(session.key(), session);
        }
    }

    /** Forgets a session without a word: a ghost for everybody who knew it. */
    public void remove(String key) {
        sessions.remove(key);
    }

    public Collection<IseSession> all() {
        return sessions.values();
    }

    public int size() {
        return sessions.size();
    }

    public Optional<IseSession> find(String key) {
        return Optional.ofNullable(sessions.get(key));
    }

    /** Those whose state began at {@code start} or later. */
    public Iterable<IseSession> since(Instant start) {
        return () -> sessions.values().stream()
                .filter(session -> !session.timestamp().isBefore(start))
                .iterator();
    }

    /** The newest session of an address. */
    public Optional<IseSession> findByIpAddress(String ipAddress) {
        return sessions.values().stream()
                .filter(session -> session.ipAddresses().contains(ipAddress))
                .max(Comparator.comparing(IseSession::timestamp));
    }

    /** The newest session of an endpoint, whatever the spelling of the MAC address. */
    public Optional<IseSession> findByMacAddress(String macAddress) {
        String wanted = hexDigits(macAddress);
        return sessions.values().stream()
                .filter(session -> {
                    String mac = session.text(SessionFields.MAC_ADDRESS);
                    return mac != null && hexDigits(mac).equals(wanted);
                })
                .max(Comparator.comparing(IseSession::timestamp));
    }

    private static String hexDigits(String mac) {
        StringBuilder digits = new StringBuilder(12);
        for (int i = 0; i < mac.length(); i++) {
            char c = mac.charAt(i);
            if (c != ':' && c != '-' && c != '.') {
                digits.append(c);
            }
        }
        return digits.toString().toUpperCase(Locale.ROOT);
    }
}
