package clarion.ejb.health;

import clarion.ejb.DatabaseReadiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Figures about the database for who watches over Clarion; empty while it does not answer. */
@ApplicationScoped
public class DatabaseFigures {

    private static final int TIMEOUT_SECONDS = 5;

    private static final String CONNECTIONS = """
            select coalesce(state, 'unknown'), count(*)
            from pg_stat_activity
            where datname = current_database() and application_name = 'clarion'
            group by 1
            """;

    private final DatabaseReadiness readiness;
    private final DatabaseProbe probe;
    private final DataSource database;

    @SuppressWarnings("NullAway")
    protected DatabaseFigures() {
        this(null, null, null);
    }

    @Inject
    public DatabaseFigures(DatabaseReadiness readiness, DatabaseProbe probe, DataSource database) {
        this.readiness = readiness;
        this.probe = probe;
        this.database = database;
    }

    /** Connections by PostgreSQL's state of them ({@code active}, {@code idle} …), of all of Clarion's processes. */
    public Optional<Map<String, Long>> connections() {
        return Optional.ofNullable(query(CONNECTIONS, rows -> {
            Map<String, Long> byState = new TreeMap<>();
            while (rows.next()) {
                byState.put(rows.getString(1), rows.getLong(2));
            }
            return byState;
        }));
    }

    /** Entries in the audit record. */
    public OptionalLong auditEntries() {
        Long count = query("select count(*) from audit_entry", rows -> rows.next() ? rows.getLong(1) : 0);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> @Nullable T query(String sql, Reader<T> reader) {
        if (!readiness.isReady() || !probe.answers()) {
            return null;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return reader.read(rows);
            }
        } catch (SQLException e) {
            return null;
        }
    }
}
