package clarion.ejb.flows;

import clarion.ejb.DatabaseWork;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionFields;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What ISE tells of sessions, as changes of addresses: an address of a session lives until another event has it not.
 */
final class ToldSessions {

    private static final String INSERT = "insert into address_change (at, ip, session_id, mac, live, noted_at)"
            + " values (?::timestamptz, ?::inet, ?, ?::macaddr, ?, ?::timestamptz)";

    /** Sessions as far as flows look at them: whether they were there when a process began to follow their changes. */
    private static final String OPEN =
            "insert into session (id, session_key, latest, live, state, started_at, updated_at, received_at,"
                    + " content_hash) select distinct session_id, session_id::text, true, true, 'STARTED', now(), now(),"
                    + " now(), '\\x00'::bytea from address_change on conflict do nothing";

    private record Change(String at, String ip, long session, String mac, boolean live) {}

    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Set<String>> held = new HashMap<>();
    private final Set<String> macs = new HashSet<>();
    private final List<Change> waiting = new ArrayList<>();

    void hear(IseSession event) {
        String mac = String.valueOf(event.text(SessionFields.MAC_ADDRESS)).toLowerCase(Locale.ROOT);
        macs.add(mac);
        long number = numbers.computeIfAbsent(event.key(), key -> numbers.size() + 1L);
        Set<String> had = held.getOrDefault(event.key(), Set.of());
        Set<String> told = Set.copyOf(event.ipAddresses());
        boolean ended = event.state().equals(IseSession.DISCONNECTED);
        Set<String> has = ended ? Set.of() : told.isEmpty() ? had : told;
        String at = event.timestamp().toString();
        had.stream().filter(ip -> !has.contains(ip)).forEach(ip -> waiting.add(new Change(at, ip, number, mac, false)));
        has.stream().filter(ip -> !had.contains(ip)).forEach(ip -> waiting.add(new Change(at, ip, number, mac, true)));
        held.put(event.key(), has);
    }

    /** Writes what was heard since the last call. */
    void store(DatabaseWork database) {
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Change change : waiting) {
                    insert.setString(1, change.at());
                    insert.setString(2, change.ip());
                    insert.setLong(3, change.session());
                    insert.setString(4, change.mac());
                    insert.setBoolean(5, change.live());
                    insert.setString(6, change.at());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (PreparedStatement open = connection.prepareStatement(OPEN)) {
                open.executeUpdate();
            }
        });
        waiting.clear();
    }

    boolean hasHeardOf(String mac) {
        return macs.contains(mac.toLowerCase(Locale.ROOT));
    }
}
