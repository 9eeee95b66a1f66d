package clarion.ejb.health;

import clarion.ejb.health.ClarionStatus.Data;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Exact totals, counted at most once a second and, on a database where counting takes long, at most a twentieth of the
 * time: two million sessions take the database about half a second, and are then counted every ten seconds. One caller
 * counts; the others get the totals before, which say from when they are.
 */
@ApplicationScoped
public class DataCounts {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int REST_PER_WORK = 20;
    private static final int QUERY_TIMEOUT_SECONDS = 20;

    private static final String TOTALS = """
            select (select count(*) from session where live),
                   (select count(*) from session),
                   (select count(*) from device),
                   (select count(*) from device where online),
                   (select count(*) from network_user),
                   (select count(*) from quarantined_message)
            """;

    private final DataSource database;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Data latest = Data.UNKNOWN;
    private volatile Instant due = Instant.MIN;

    @SuppressWarnings("NullAway")
    protected DataCounts() {
        this(null, null);
    }

    @Inject
    public DataCounts(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The totals, counted anew if they are due.
     *
     * @throws SQLException if the database does not answer
     */
    public Data current() throws SQLException {
        if (isFresh(clock.instant()) || !counting.tryLock()) {
            return latest;
        }
        try {
            Instant start = clock.instant();
            if (isFresh(start)) {
                return latest;
            }
            long begun = System.nanoTime(); // which no correction of the clock makes jump
            latest = count(start);
            Duration rest = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(REST_PER_WORK);
            due = clock.instant().plus(rest.compareTo(FRESH) > 0 ? rest : FRESH);
            return latest;
        } finally {
            counting.unlock();
        }
    }

    /**
     * By a clock that jumped back totals from the future are not fresh, however far off the time is when they are due.
     */
    private boolean isFresh(Instant now) {
        Instant asOf = latest.asOf();
        return now.isBefore(due) && asOf != null && !now.isBefore(asOf);
    }

    /** The totals as they were counted last, without asking the database. */
    public Data latest() {
        return latest;
    }

    private Data count(Instant asOf) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
            try (ResultSet row = statement.executeQuery(TOTALS)) {
                row.next();
                return new Data(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        asOf);
            }
        }
    }
}
