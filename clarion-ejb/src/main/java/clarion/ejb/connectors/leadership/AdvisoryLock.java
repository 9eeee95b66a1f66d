package clarion.ejb.connectors.leadership;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * PostgreSQL's advisory locks that Clarion takes, in the space of keys that are two integers. The first is the same for
 * all of them, so that they meet no other application's.
 */
public enum AdvisoryLock {
    /** Held by the session of the process that leads. */
    LEADER(1),
    /** Shared by each transaction that stores what ISE sent; exclusive while the term changes. */
    FENCE(2),
    /** Held by the transaction that sweeps out old history. */
    HISTORY_SWEEP(3),
    /** Held by each transaction that sums up or sweeps out flows. The schema takes number 5 to make partitions. */
    FLOW_UPKEEP(4),
    /** Held by the transaction that moves flows after late news of sessions. */
    FLOW_MOVES(6),
    /** Held by the session of the process that stores what waits in the message queue. */
    QUEUE_CONSUMER(7),
    /** Held by a session of the process that groups endpoints, as long as the run takes. */
    SEGMENTATION(8);

    /** {@code CLAR} in ASCII. */
    private static final int SPACE = 0x434C4152;

    private final String arguments;
    private final int number;

    AdvisoryLock(int number) {
        this.number = number;
        this.arguments = "(" + SPACE + ", " + number + ")";
    }

    /** Takes it for the session if nobody has it; says whether it did. */
    public boolean tryForSession(Connection connection) throws SQLException {
        return is(connection, "select pg_try_advisory_lock" + arguments);
    }

    /** Takes it until the end of the transaction if nobody has it; says whether it did. */
    public boolean tryForTransaction(Connection connection) throws SQLException {
        return is(connection, "select pg_try_advisory_xact_lock" + arguments);
    }

    /** The statement that takes it until the end of the transaction, together with others who share it. */
    String sharedForTransaction() {
        return "select pg_advisory_xact_lock_shared" + arguments;
    }

    /** The statement that takes it until the end of the transaction, alone. */
    String aloneForTransaction() {
        return "select pg_advisory_xact_lock" + arguments;
    }

    /** Ends all other sessions that hold it; returns how many. */
    int endHolders(Connection connection) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement("""
                select count(pg_terminate_backend(pid, 1000)) from (select distinct pid from pg_locks
                where locktype = 'advisory' and objsubid = 2 and classid = ?::bigint::oid and objid = ?::bigint::oid
                    and database = (select oid from pg_database where datname = current_database())
                    and granted and pid <> pg_backend_pid()) holders""")) {
            end.setLong(1, SPACE);
            end.setLong(2, number);
            try (ResultSet ended = end.executeQuery()) {
                ended.next();
                return ended.getInt(1);
            }
        }
    }

    private static boolean is(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet answer = select.executeQuery()) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
