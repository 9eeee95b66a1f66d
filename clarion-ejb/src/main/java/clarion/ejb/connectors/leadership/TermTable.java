package clarion.ejb.connectors.leadership;

import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The one row that says who leads, over one connection and in the caller's transaction. */
final class TermTable {

    private final Connection connection;

    TermTable(Connection connection) {
        this.connection = connection;
    }

    Term read() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select epoch, holder, url, since, started, started_changed_at from connector_term");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("table connector_term has lost its row; restore it from the backup");
            }
            return new Term(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    SqlValues.instantOrNull(row, 4),
                    row.getBoolean(5),
                    SqlValues.instantOrNull(row, 6));
        }
    }

    /** Begins the next term; returns its number. */
    long begin(Candidate candidate, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update connector_term set epoch = epoch + 1, holder = ?, url = ?, since = ?::timestamptz
                returning epoch""")) {
            update.setString(1, candidate.name());
            update.setString(2, candidate.url());
            update.setString(3, now.toString());
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("table connector_term has lost its row; restore it from the backup");
                }
                return row.getLong(1);
            }
        }
    }

    /** Notes what an operator wants. */
    void want(boolean started, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update connector_term set started = ?, started_changed_at = ?::timestamptz")) {
            update.setBoolean(1, started);
            update.setString(2, now.toString());
            update.executeUpdate();
        }
    }
}
