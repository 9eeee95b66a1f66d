package clarion.ejb.connectors;

import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Origin;
import clarion.pxgrid.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What was received of each topic and what became of it, over one connection and in the caller's transaction: counted
 * with the data or not at all.
 */
public final class LedgerTable {

    private static final String ADD = """
            insert into topic_ledger as l (topic, live, recovered, bulk, applied, duplicates, superseded,
                quarantined, last_received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
            on conflict (topic) do update set live = l.live + excluded.live,
                recovered = l.recovered + excluded.recovered, bulk = l.bulk + excluded.bulk,
                applied = l.applied + excluded.applied, duplicates = l.duplicates + excluded.duplicates,
                superseded = l.superseded + excluded.superseded, quarantined = l.quarantined + excluded.quarantined,
                last_received_at = greatest(l.last_received_at, excluded.last_received_at)""";

    private final Connection connection;

    public LedgerTable(Connection connection) {
        this.connection = connection;
    }

    /** Counts a batch or a page. */
    public void add(Topic topic, Origin origin, BatchOutcome outcome, Instant receivedAt) throws SQLException {
        int records = outcome.applied() + outcome.duplicates() + outcome.superseded();
        add(
                topic,
                receivedAt,
                origin == Origin.LIVE ? records : 0,
                origin == Origin.RECOVERY ? records : 0,
                origin == Origin.BULK ? records : 0,
                outcome.applied(),
                outcome.duplicates(),
                outcome.superseded(),
                0);
    }

    /** Counts a message that was set aside. */
    public void addQuarantined(Topic topic, Instant receivedAt) throws SQLException {
        add(topic, receivedAt, 0, 0, 0, 0, 0, 0, 1);
    }

    private void add(Topic topic, Instant receivedAt, int... counts) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setString(1, topic.id());
            for (int i = 0; i < counts.length; i++) {
                add.setLong(2 + i, counts[i]);
            }
            add.setString(2 + counts.length, receivedAt.toString());
            add.executeUpdate();
        }
    }
}
