package clarion.ejb.connectors;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How the totals of the ledger stood at each full minute, over one connection and in the caller's transaction. */
final class LedgerHistoryTable {

    /** Of several replicas the first one writes the minute. */
    private static final String NOTE = """
            insert into topic_history
                (topic, at, live, recovered, bulk, applied, duplicates, superseded, quarantined)
            select topic, ?::timestamptz, live, recovered, bulk, applied, duplicates, superseded, quarantined
            from topic_ledger
            on conflict (topic, at) do nothing""";

    private static final String FORGET = "delete from topic_history where at < ?::timestamptz";

    private final Connection connection;

    LedgerHistoryTable(Connection connection) {
        this.connection = connection;
    }

    /** Notes how the totals stand, under the minute that has begun; how many topics that were. */
    int note(Instant now) throws SQLException {
        return update(NOTE, now.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Removes what is older; how many rows that were. */
    int removeBefore(Instant time) throws SQLException {
        return update(FORGET, time);
    }

    private int update(String sql, Instant time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, time.toString());
            return statement.executeUpdate();
        }
    }
}
