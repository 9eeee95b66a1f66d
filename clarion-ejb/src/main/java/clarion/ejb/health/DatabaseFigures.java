package clarion.ejb.health;

import clarion.ejb.DatabaseConnections;
import clarion.ejb.DatabaseReadiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Figures about the database for who watches over Clarion; empty while it does not answer. */
@ApplicationScoped
public class DatabaseFigures {

    private static final int TIMEOUT_SECONDS = 5;

    private static final String CONNECTIONS = """
            select coalesce(state, 'unknown'), count(*), count(*) filter (where pid = any (?))
            from pg_stat_activity
            where datname = current_database() and application_name = 'clarion'
            group by 1
            """;

    private static final String TOTALS = """
            select pg_database_size(current_database()), (select count(*) from audit_entry),
                   (select version::int from flyway_schema_history where success and version is not null
                    order by installed_rank desc limit 1)
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

    /**
     * What the database says of itself.
     *
     * @param connections by PostgreSQL's state of them ({@code active}, {@code idle} …), of all of Clarion's processes
     * @param ownActive of this process's pool: in a statement or in a transaction
     * @param ownIdle of this process's pool: waiting to be used
     * @param bytes size of the database on disk, without its write-ahead log
     * @param auditEntries in the audit record
     * @param schemaVersion of the newest migration
     */
    public record Figures(
            Map<String, Long> connections,
            long ownActive,
            long ownIdle,
            long bytes,
            long auditEntries,
            int schemaVersion) {

        public Figures {
            connections = Map.copyOf(connections);
        }
    }

    /** The figures now. */
    public Optional<Figures> now() {
        if (!readiness.isReady() || !probe.answers()) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            return Optional.of(read(connection));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    static Figures read(Connection connection) throws SQLException {
        Map<String, Long> byState = new TreeMap<>();
        long active = 0;
        long idle = 0;
        try (PreparedStatement statement = connection.prepareStatement(CONNECTIONS)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int4", DatabaseConnections.backends().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String state = rows.getString(1);
                    byState.put(state, rows.getLong(2));
                    if (state.equals("idle")) {
                        idle += rows.getLong(3);
                    } else {
                        active += rows.getLong(3);
                    }
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(TOTALS)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Figures(byState, active, idle, row.getLong(1), row.getLong(2), row.getInt(3));
            }
        }
    }
}
