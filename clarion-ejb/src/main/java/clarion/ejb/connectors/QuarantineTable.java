package clarion.ejb.connectors;

import clarion.ejb.DatabaseText;
import clarion.pxgrid.QuarantinedMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Messages set aside, over one connection and in the caller's transaction. The newest {@value #KEPT} are kept, so that
 * a flood of bad messages does not fill the disk; the connector's counters know of all.
 */
public final class QuarantineTable {

    static final int KEPT = 10_000;

    private static final int BODY_LIMIT = 16 * 1024;

    private final Connection connection;

    public QuarantineTable(Connection connection) {
        this.connection = connection;
    }

    public void add(QuarantinedMessage message) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into quarantined_message (id, topic, source, received_at, reason, body)
                values (nextval('quarantined_message_seq'), ?, ?, ?::timestamptz, ?, ?)""")) {
            insert.setString(1, message.topic().id());
            insert.setString(2, DatabaseText.text(message.source()));
            insert.setString(3, message.receivedAt().toString());
            insert.setString(4, DatabaseText.limit(message.reason(), 2000));
            insert.setString(5, DatabaseText.limit(message.body(), BODY_LIMIT));
            insert.executeUpdate();
        }
        try (PreparedStatement prune = connection.prepareStatement("""
                delete from quarantined_message where id <=
                    (select id from quarantined_message order by id desc offset ? limit 1)""")) {
            prune.setInt(1, KEPT);
            prune.executeUpdate();
        }
    }
}
