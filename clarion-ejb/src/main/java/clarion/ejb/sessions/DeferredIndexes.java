package clarion.ejb.sessions;

import clarion.domain.logging.ContextLogger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts off the indexes that only lists use while the first download fills empty tables, and builds them afterwards:
 * entry by entry they cost more than the rows, built at once a fraction of it.
 *
 * <p>An index is dropped, and its definition kept in {@code deferred_index}, in the transaction of a page; it is built,
 * and its definition forgotten, in a transaction too. Whenever Clarion or PostgreSQL dies, each index is there or is
 * known to be missing. Lists work without them, slower.
 */
final class DeferredIndexes {

    private static final System.Logger LOG = ContextLogger.of(DeferredIndexes.class);

    /** Those that keep a key unique stay: ingest finds rows by them. */
    private static final String LISTED = """
            insert into deferred_index (name, definition)
            select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
            from pg_index i join pg_class t on t.oid = i.indrelid
            where t.relnamespace = current_schema()::regnamespace and not i.indisunique
                and t.relname in ('session', 'session_address', 'device', 'network_user', 'user_device')
            returning name""";

    /** Longer than PostgreSQL takes to call off an autovacuum that is in the way. */
    private static final String PATIENCE = "set local lock_timeout = '1500ms'";

    private static final String NEXT =
            "select name, definition from deferred_index order by name limit 1 for update skip locked";

    private static final String MEMORY = "set local maintenance_work_mem = '128MB'";

    private final Connection connection;

    DeferredIndexes(Connection connection) {
        this.connection = connection;
    }

    /**
     * Puts them off, in the caller's transaction; leaves them where they are if somebody reads the tables and does not
     * come to an end.
     *
     * @return whether any is put off now
     */
    boolean putOff() throws SQLException {
        if (isAny()) {
            return true;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint before_indexes"); // in SQL: a container's connection may not offer the method
            return drop(statement);
        }
    }

    private static boolean drop(Statement statement) throws SQLException {
        try {
            statement.execute(PATIENCE);
            List<String> names = new ArrayList<>();
            try (ResultSet listed = statement.executeQuery(LISTED)) {
                while (listed.next()) {
                    names.add(listed.getString(1));
                }
            }
            statement.execute("drop index " + String.join(", ", names));
            statement.execute("set local lock_timeout = default");
            statement.execute("release savepoint before_indexes");
            LOG.log(System.Logger.Level.INFO, "event=indexes-put-off count={0}", names.size());
            return true;
        } catch (SQLException e) {
            statement.execute("rollback to savepoint before_indexes");
            LOG.log(System.Logger.Level.INFO, "event=indexes-not-put-off why=\"{0}\"", e.getMessage());
            return false;
        }
    }

    boolean isAny() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet any = statement.executeQuery("select exists (select 1 from deferred_index)")) {
            any.next();
            return any.getBoolean(1);
        }
    }

    /** Builds the next one in the caller's transaction; empty if nobody else is to build one. */
    Optional<String> buildNext() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet next = statement.executeQuery(NEXT)) {
            if (!next.next()) {
                return Optional.empty();
            }
            String name = next.getString(1);
            String definition = next.getString(2);
            try (Statement build = connection.createStatement();
                    PreparedStatement forget =
                            connection.prepareStatement("delete from deferred_index where name = ?")) {
                build.execute(MEMORY);
                build.execute(definition.replaceFirst("^CREATE INDEX ", "CREATE INDEX IF NOT EXISTS "));
                forget.setString(1, name);
                forget.executeUpdate();
            }
            return Optional.of(name);
        }
    }
}
