package clarion.ejb;

import clarion.domain.logging.ContextLogger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.xa.PGXAConnection;

/**
 * What this process has of connections to PostgreSQL, and how long callers wait for one: told alike on every server,
 * because Clarion opens the connections itself ({@link ClarionDataSource}) and takes them from the pool in two places
 * ({@link DatabaseResources}, {@link PatientLogin}). One for the process, as the pool is.
 */
public final class DatabaseConnections {

    private static final System.Logger LOG = ContextLogger.of(DatabaseConnections.class);
    private static final Set<Listed> OPEN = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger WAITING = new AtomicInteger();
    private static final LongAdder TAKEN = new LongAdder();
    private static final LongAdder FAILED = new LongAdder();
    private static final LongAdder WAITED_NANOS = new LongAdder();

    private DatabaseConnections() {}

    /** Process ids, in PostgreSQL, of the connections that are open, in use or not. */
    public static Set<Integer> backends() {
        return OPEN.stream().map(listed -> listed.backend).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Hangs up all connections of the pool: for when the database was found to answer nothing. Whoever waits for an
     * answer gets an error at once instead of after the connection's own, longer patience; the pool makes new
     * connections.
     */
    public static void hangUp() {
        OPEN.forEach(Listed::hangUp);
    }

    /** Callers that wait for a connection at this moment. */
    public static int waiting() {
        return WAITING.get();
    }

    /** Connections that were taken from the pool. */
    public static long taken() {
        return TAKEN.sum();
    }

    /** Connections that could not be had, because the pool was exhausted or the database away. */
    public static long failed() {
        return FAILED.sum();
    }

    /** How long all callers waited together, in nanoseconds. */
    public static long waitedNanos() {
        return WAITED_NANOS.sum();
    }

    /** Takes a connection from somewhere. */
    interface Take<E extends Exception> {
        Connection connection() throws E;
    }

    static <E extends Exception> Connection counted(Take<E> take) throws E {
        long start = System.nanoTime();
        boolean got = false;
        WAITING.incrementAndGet();
        try {
            Connection connection = take.connection();
            got = true;
            return connection;
        } finally {
            WAITING.decrementAndGet();
            WAITED_NANOS.add(System.nanoTime() - start);
            (got ? TAKEN : FAILED).increment();
        }
    }

    /** The same data source, whose callers are counted while they wait. */
    static DataSource counting(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                DatabaseConnections.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("getConnection")
                                ? counted(() -> (Connection) method.invoke(pool, arguments))
                                : method.invoke(pool, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    /** A connection that is listed from its opening to its end. */
    static final class Listed extends PGXAConnection {

        private final int backend;
        private final BaseConnection physical;

        Listed(BaseConnection connection) throws SQLException {
            super(connection);
            physical = connection;
            backend = connection.getBackendPID();
            OPEN.add(this);
        }

        private void hangUp() {
            try {
                physical.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "event=hang-up-failed", e);
            }
        }

        @Override
        public void close() throws SQLException {
            OPEN.remove(this);
            super.close();
        }
    }
}
