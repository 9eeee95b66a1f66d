package clarion.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections that belong to no pool and to no transaction of the container's: for what lives as long as its session,
 * such as a lock or the listening for notifications. Who opens one closes it.
 */
@ApplicationScoped
public class PlainConnections {

    private final Supplier<PGSimpleDataSource> sources;

    /** To the database of the settings. */
    public PlainConnections() {
        this(() -> {
            PGSimpleDataSource source = new PGSimpleDataSource();
            ClarionDataSource.configure(source);
            return source;
        });
    }

    /** To another database; for tests. */
    public PlainConnections(Supplier<PGSimpleDataSource> sources) {
        this.sources = sources;
    }

    /**
     * Opens one, in autocommit.
     *
     * @param name as which PostgreSQL shows it ({@code application_name})
     * @param patience how long an answer may take before the connection counts as broken
     */
    public Connection open(String name, Duration patience) throws SQLException {
        PGSimpleDataSource source = sources.get();
        source.setApplicationName(name);
        source.setSocketTimeout((int) patience.toSeconds());
        return source.getConnection(source.getUser(), ClarionDataSource.password(source));
    }
}
