package clarion.ejb.connectors;

import clarion.ejb.DatabaseText;
import clarion.pxgrid.Gap;
import clarion.pxgrid.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;

/** Times in which something may have been missed, over one connection and in the caller's transaction. */
public final class GapTable {

    private final Connection connection;

    public GapTable(Connection connection) {
        this.connection = connection;
    }

    /** Notes a gap; harmless if it is known. */
    public void open(Gap gap) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into topic_gap (id, topic, cause, from_at, noticed_at, last_sequence, next_sequence, detail)
                values (?::uuid, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?) on conflict (id) do nothing""")) {
            insert.setString(1, gap.id().toString());
            insert.setString(2, gap.topic().id());
            insert.setString(3, gap.cause().name());
            insert.setString(4, gap.from().toString());
            insert.setString(5, gap.noticedAt().toString());
            insert.setObject(6, gap.lastSequence(), Types.BIGINT);
            insert.setObject(7, gap.nextSequence(), Types.BIGINT);
            insert.setString(8, DatabaseText.limit(gap.detail(), 1000));
            insert.executeUpdate();
        }
    }

    /** Notes how a gap was closed; a closed one stays as it is. */
    public void close(Gap.Closure closure) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update topic_gap set closed_at = ?::timestamptz, how = ?, fetched = ?, repaired = ?
                where id = ?::uuid and closed_at is null""")) {
            update.setString(1, closure.at().toString());
            update.setString(2, closure.how().name());
            update.setLong(3, closure.fetched());
            update.setObject(4, closure.repaired() < 0 ? null : closure.repaired(), Types.BIGINT);
            update.setString(5, closure.gap().toString());
            update.executeUpdate();
        }
    }

    /** Closes what is open of a topic and was noticed up to then; how much it brought is not known by gap. */
    public void closeEarlier(Topic topic, Instant at, Gap.How how) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update topic_gap set closed_at = ?::timestamptz, how = ?
                where topic = ? and closed_at is null and noticed_at <= ?::timestamptz""")) {
            update.setString(1, at.toString());
            update.setString(2, how.name());
            update.setString(3, topic.id());
            update.setString(4, at.toString());
            update.executeUpdate();
        }
    }
}
