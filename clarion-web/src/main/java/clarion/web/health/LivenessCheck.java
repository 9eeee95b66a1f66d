package clarion.web.health;

import clarion.domain.logging.ContextLogger;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.jspecify.annotations.Nullable;

/**
 * Whether the process is worth keeping. It depends on nothing outside: a restart would not bring back a database, or
 * ISE. DOWN only for what nothing but a restart mends: threads that wait for each other for ever.
 */
@Liveness
@ApplicationScoped
public class LivenessCheck implements HealthCheck {

    private static final System.Logger LOG = ContextLogger.of(LivenessCheck.class);

    private final Supplier<long @Nullable []> deadlocked;
    private volatile boolean reported;

    public LivenessCheck() {
        this(() -> ManagementFactory.getThreadMXBean().findDeadlockedThreads());
    }

    LivenessCheck(Supplier<long @Nullable []> deadlocked) {
        this.deadlocked = deadlocked;
    }

    @Override
    public HealthCheckResponse call() {
        long[] threads = deadlocked.get();
        int stuck = threads == null ? 0 : threads.length;
        if (stuck > 0 && !reported) {
            reported = true;
            LOG.log(
                    System.Logger.Level.ERROR,
                    "CLARION-WEB-005 event=deadlock threads={0}; only a restart helps",
                    stuck);
        }
        return new HealthCheckResponse(
                "clarion", stuck == 0 ? Status.UP : Status.DOWN, Optional.of(Map.of("deadlockedThreads", stuck)));
    }
}
