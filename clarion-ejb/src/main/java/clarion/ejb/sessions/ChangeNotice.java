package clarion.ejb.sessions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a batch did, as one process tells all others through PostgreSQL ({@code NOTIFY}): sent with the batch's
 * transaction, so it is heard if and only if that commits.
 *
 * <p>Five words: opened, changed, closed, when, and the ids with commas. At most {@value SessionsChanged#MAX_IDS} ids
 * of at most 19 digits: some 2,100 octets of the 8,000 that PostgreSQL allows.
 */
final class ChangeNotice {

    static final String CHANNEL = "clarion_sessions";

    private ChangeNotice() {}

    /** Sends it when the caller's transaction commits. */
    static void send(Connection connection, SessionsChanged changes) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, write(changes));
            notify.execute();
        }
    }

    static String write(SessionsChanged changes) {
        String ids = changes.ids().stream().map(String::valueOf).collect(Collectors.joining(","));
        return "%d %d %d %s %s".formatted(changes.opened(), changes.changed(), changes.closed(), changes.at(), ids);
    }

    /** Empty for what a process of another release may say in other words. */
    static Optional<SessionsChanged> read(String words) {
        String[] parts = words.split(" ", 5);
        if (parts.length != 5) {
            return Optional.empty();
        }
        try {
            List<Long> ids = parts[4].isBlank()
                    ? List.of()
                    : Arrays.stream(parts[4].split(",")).map(Long::valueOf).toList();
            return Optional.of(new SessionsChanged(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    ids,
                    Instant.parse(parts[3])));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
