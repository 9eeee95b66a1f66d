package clarion.pxgrid.check;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.CheckReport;
import clarion.pxgrid.CheckRequest;
import clarion.pxgrid.PxGridCheck;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.settings.PxGridSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Takes requests for tests: one at a time for each caller, a few altogether, each of them bounded in time. */
public final class CheckDesk implements PxGridCheck, AutoCloseable {

    private static final System.Logger LOG = ContextLogger.of(CheckDesk.class);

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST_AT_A_TIME = 4;

    private final Supplier<PxGridSettings> stored;
    private final ScheduledExecutorService threads;
    private final Clock clock;
    private final Map<String, StopSignal> running = new HashMap<>();

    /** @param threads apart from those of the connection, so that a test cannot keep it waiting */
    public CheckDesk(Supplier<PxGridSettings> stored, ScheduledExecutorService threads, Clock clock) {
        this.stored = stored;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public CheckReport run(String caller, CheckRequest request) {
        PxGridSettings settings = CheckPlan.of(stored.get(), request);
        StopSignal stop = begin(caller);
        ScheduledFuture<?> limit = threads.schedule(stop::stop, LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            CheckReport report = new ConnectionCheck(settings, threads, clock, stop).run();
            LOG.log(
                    System.Logger.Level.INFO,
                    "event=connection-tested outcome={0} controllers={1} millis={2}",
                    report.outcome(),
                    settings.controllers(),
                    Duration.between(report.startedAt(), report.finishedAt()).toMillis());
            return report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClarionException(ProblemType.UNAVAILABLE, "The test was broken off; Clarion is stopping.", e);
        } finally {
            limit.cancel(false);
            end(caller);
        }
    }

    private synchronized StopSignal begin(String caller) {
        if (running.containsKey(caller)) {
            throw new ClarionException(
                    ProblemType.CONFLICT,
                    "A test of yours is still running; it ends within " + LIMIT.toSeconds() + " seconds.");
        }
        if (running.size() >= MOST_AT_A_TIME) {
            throw new ClarionException(
                    ProblemType.UNAVAILABLE, MOST_AT_A_TIME + " tests are running already; try again in a minute.");
        }
        StopSignal stop = new StopSignal();
        running.put(caller, stop);
        return stop;
    }

    private synchronized void end(String caller) {
        running.remove(caller);
    }

    /** Ends the tests that are running; each comes to its report soon. */
    @Override
    public void close() {
        List<StopSignal> open;
        synchronized (this) {
            open = List.copyOf(running.values());
        }
        open.forEach(StopSignal::stop);
    }
}
