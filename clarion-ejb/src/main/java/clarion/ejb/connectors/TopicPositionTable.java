package clarion.ejb.connectors;

import clarion.ejb.SqlValues;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/** How far each topic was read, over one connection and in the caller's transaction. */
public final class TopicPositionTable {

    private final Connection connection;

    public TopicPositionTable(Connection connection) {
        this.connection = connection;
    }

    /** The saved position, or empty if there is none. */
    public Optional<TopicPosition> find(Topic topic) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select sequence, event_time from topic_position where topic = ?")) {
            select.setString(1, topic.id());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                Instant time = SqlValues.instant(found, 2);
                return Optional.of(new TopicPosition(topic, SqlValues.longOrNull(found, 1), time));
            }
        }
    }

    /** Saves a position, also one before the saved one: a publisher that starts anew counts from 0. */
    public void save(TopicPosition position, Instant now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into topic_position (topic, sequence, event_time, saved_at)
                values (?, ?, ?::timestamptz, ?::timestamptz)
                on conflict (topic) do update set sequence = excluded.sequence, event_time = excluded.event_time,
                    saved_at = excluded.saved_at""")) {
            upsert.setString(1, position.topic().id());
            upsert.setObject(2, position.sequence(), Types.BIGINT);
            upsert.setString(3, position.timestamp().toString());
            upsert.setString(4, now.toString());
            upsert.executeUpdate();
        }
    }
}
