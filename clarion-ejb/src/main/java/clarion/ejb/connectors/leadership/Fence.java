package clarion.ejb.connectors.leadership;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets nothing through that a process delivers whose term is over, however late it notices: paused, cut off from the
 * database, or slow.
 *
 * <p>A transaction that stores what ISE sent shares a lock from its first statement to its end, and only then reads
 * which term it is. Who begins a term holds that lock alone meanwhile. So either the transaction is over before the
 * term begins, or it sees the new term and ends without a trace.
 */
@ApplicationScoped
public class Fence {

    private static final long NONE = -1;

    /** Two statements, so that the second one's snapshot is taken with the lock in hand; one round trip. */
    private static final String ENTER =
            AdvisoryLock.FENCE.sharedForTransaction() + "; select epoch from connector_term";

    private volatile long epoch = NONE;

    /** This process leads in a term. */
    void open(long begun) {
        epoch = begun;
    }

    /** This process does not lead. */
    void close() {
        epoch = NONE;
    }

    /** Whether this process leads, as far as it knows. */
    public boolean isOpen() {
        return epoch != NONE;
    }

    /**
     * The term in which this process leads, as far as it knows.
     *
     * @throws ClarionException {@link ProblemType#NOT_LEADING} if another process leads, or none
     */
    public long term() {
        long held = epoch;
        if (held == NONE) {
            throw new ClarionException(ProblemType.NOT_LEADING, "This process does not hold the connection to ISE.");
        }
        return held;
    }

    /**
     * At the beginning of a transaction that stores what ISE sent.
     *
     * @throws ClarionException {@link ProblemType#NOT_LEADING} if another process leads, or none
     */
    void enter(Connection connection) throws SQLException {
        long held = term();
        try (Statement enter = connection.createStatement()) {
            enter.execute(ENTER);
            enter.getMoreResults();
            try (ResultSet row = enter.getResultSet()) {
                long now = row.next() ? row.getLong(1) : NONE;
                if (now != held) {
                    throw new ClarionException(
                            ProblemType.NOT_LEADING,
                            "This process held the connection to ISE in term " + held + "; it is term " + now
                                    + " now, so nothing of it is stored.");
                }
            }
        }
    }
}
