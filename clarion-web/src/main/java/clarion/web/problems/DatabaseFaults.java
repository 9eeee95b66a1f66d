package clarion.web.problems;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/** Tells a database that is away from a query that is wrong. */
final class DatabaseFaults {

    private DatabaseFaults() {}

    /** Whether any link of the chain says that there was no connection to be had. */
    static boolean isUnavailable(List<Throwable> chain) {
        boolean fromDatabase = false;
        for (Throwable t : chain) {
            if (t instanceof SQLTransientConnectionException
                    || t instanceof SQLNonTransientConnectionException
                    || (t instanceof SQLException sql && isConnectionState(sql.getSQLState()))
                    || saysNoConnection(t.getMessage())) {
                return true;
            }
            fromDatabase |= t instanceof SQLException || t instanceof jakarta.persistence.PersistenceException;
            if (fromDatabase
                    && (t instanceof ConnectException
                            || t instanceof UnknownHostException
                            || t instanceof NoRouteToHostException)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Class 08 connection exception, 57P0x shutdown or start-up, 53300 too many connections (PostgreSQL, appendix A).
     */
    private static boolean isConnectionState(@org.jspecify.annotations.Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
    }

    /** The pools' own words: Payara's, and IronJacamar's in WildFly. */
    private static boolean saysNoConnection(@org.jspecify.annotations.Nullable String message) {
        return message != null
                && (message.startsWith("Error in allocating a connection")
                        || message.contains("IJ000453")
                        || message.contains("IJ000655"));
    }
}
