package clarion.ejb.health;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.DatabaseReadiness;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database whether it is there, and never keeps a caller waiting longer than {@value #PATIENCE_SECONDS}
 * seconds: an orchestrator's probe must get its answer also while the pool is exhausted or the network swallows
 * packets. Callers share a question that is under way; while one has waited for longer than that, the answer is no, at
 * once.
 *
 * <p>No answer is kept for later callers. A request that trusted an answer of a second ago would wait for its own until
 * the connection is given up.
 */
@ApplicationScoped
public class DatabaseProbe {

    private static final System.Logger LOG = ContextLogger.of(DatabaseProbe.class);
    private static final long PATIENCE_SECONDS = 3;

    private final DatabaseReadiness readiness;
    private final DataSource database;
    private final Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private @Nullable CompletableFuture<Boolean> running;
    private Instant begunAt = Instant.MIN;

    @SuppressWarnings("NullAway")
    protected DatabaseProbe() {
        this(null, null, null);
    }

    @Inject
    public DatabaseProbe(DatabaseReadiness readiness, DataSource database, Clock clock) {
        this.readiness = readiness;
        this.database = database;
        this.clock = clock;
    }

    /** Whether the schema is in place and a statement is answered now. */
    public boolean answers() {
        if (!readiness.isReady()) {
            return false;
        }
        CompletableFuture<Boolean> probe = probe();
        try {
            return probe.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized CompletableFuture<Boolean> probe() {
        if (running != null && !running.isDone()) {
            boolean overdue = begunAt.plusSeconds(PATIENCE_SECONDS).isBefore(clock.instant());
            return overdue ? CompletableFuture.completedFuture(false) : running;
        }
        CompletableFuture<Boolean> probe = new CompletableFuture<>();
        try {
            executor.execute(() -> probe.complete(ask()));
        } catch (RejectedExecutionException e) {
            probe.complete(false);
        }
        running = probe;
        begunAt = clock.instant();
        return probe;
    }

    private boolean ask() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) PATIENCE_SECONDS);
            statement.execute("select 1");
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "event=database-probe-failed", e);
            return false;
        }
    }
}
