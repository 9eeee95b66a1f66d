package clarion.ejb.sessions;

import clarion.domain.sessions.SessionReport;
import clarion.ejb.TestDatabase;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Snapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A session store over a database of its own; every call is a transaction. */
final class StoreFixture implements AutoCloseable {

    /** Clarion's clock; a day off ISE's, because nothing may depend on their being the same. */
    static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    final DataSource dataSource = TestDatabase.migrated();
    private final Connection connection;

    StoreFixture() throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
    }

    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> T inTransaction(Work<T> work) throws SQLException {
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    SessionStore.Result events(Instant receivedAt, SessionReport... reports) throws SQLException {
        return inTransaction(c -> new SessionStore(c).applyEvents(List.of(reports), receivedAt));
    }

    BatchOutcome events(SessionReport... reports) throws SQLException {
        return events(NOON, reports).outcome();
    }

    BatchOutcome page(Snapshot snapshot, Instant now, SessionReport... reports) throws SQLException {
        return inTransaction(c -> new SessionStore(c).applyPage(snapshot, List.of(reports), now))
                .outcome();
    }

    SnapshotTable.Completion complete(Snapshot snapshot, Instant now) throws SQLException {
        return inTransaction(c -> new SessionStore(c).complete(snapshot, now));
    }

    /** The rows of a query, columns separated by a bar, null as a dash. */
    List<String> rows(String sql) throws SQLException {
        return inTransaction(c -> {
            List<String> rows = new ArrayList<>();
            try (Statement statement = c.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    StringJoiner row = new StringJoiner("|");
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        @Nullable String value = result.getString(i);
                        row.add(value == null ? "-" : value);
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        });
    }

    /** One value. */
    String value(String sql) throws SQLException {
        List<String> rows = rows(sql);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows: " + sql);
        }
        return rows.get(0);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
