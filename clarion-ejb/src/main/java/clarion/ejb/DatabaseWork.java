package clarion.ejb;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Runs JDBC work in the caller's container-managed transaction and turns what can go wrong into problems that Clarion
 * can name: {@code DATABASE_UNAVAILABLE} when the database is away or shutting down, {@code INTERNAL} for anything
 * else, with PostgreSQL's own words.
 */
@Dependent
public class DatabaseWork {

    private final DataSource dataSource;

    @Inject
    public DatabaseWork(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work that gives a result. */
    @FunctionalInterface
    public interface Call<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Work that gives none. */
    @FunctionalInterface
    public interface Run {
        void with(Connection connection) throws SQLException;
    }

    public <T> T call(Call<T> work) {
        try (Connection connection = connect()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw named(e);
        }
    }

    public void run(Run work) {
        try (Connection connection = connect()) {
            work.with(connection);
        } catch (SQLException e) {
            throw named(e);
        }
    }

    /** A server's pool wraps the failure to connect in exceptions of its own, so every failure here means: away. */
    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException | RuntimeException e) {
            throw new ClarionException(ProblemType.DATABASE_UNAVAILABLE, DatabaseProblem.describe(e), e);
        }
    }

    private static ClarionException named(SQLException e) {
        boolean away = DatabaseProblem.isAway(e);
        return new ClarionException(
                away ? ProblemType.DATABASE_UNAVAILABLE : ProblemType.INTERNAL, DatabaseProblem.describe(e), e);
    }
}
