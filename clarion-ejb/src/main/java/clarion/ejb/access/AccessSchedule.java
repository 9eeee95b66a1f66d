package clarion.ejb.access;

import static java.lang.System.Logger.Level.DEBUG;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.jobs.JobBook;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Sweeps out what has ended: sessions at once, tokens after a month in which the list can still say what became of
 * them, login attempts after a day. Nothing depends on it: what has ended is refused before it is swept.
 */
@Singleton
public class AccessSchedule {

    static final Duration TOKENS_ARE_SHOWN_FOR = Duration.ofDays(30);

    private static final System.Logger LOG = ContextLogger.of(AccessSchedule.class);

    private final AccessRepository repository;
    private final LoginAttempts attempts;
    private final DatabaseReadiness database;
    private final AccessSettings settings;
    private final Clock clock;
    private final JobBook jobs;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected AccessSchedule() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public AccessSchedule(
            AccessRepository repository,
            LoginAttempts attempts,
            DatabaseReadiness database,
            AccessSettings settings,
            Clock clock,
            JobBook jobs) {
        this.repository = repository;
        this.attempts = attempts;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.jobs = jobs;
    }

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void onTimer() {
        if (database.isReady()) {
            jobs.run("access-sweep", this::sweep);
        }
    }

    /** Of several processes one does; the others find it at work and leave it to that. */
    void sweep() {
        if (!attempts.tryLockForSweep()) {
            return;
        }
        Instant now = clock.instant();
        int sessions = repository.removeSessionsEndedBefore(now, now.minus(settings.sessionIdle()));
        int tokens = repository.removeTokensEndedBefore(now.minus(TOKENS_ARE_SHOWN_FOR));
        Duration counted = settings.throttleWindow();
        Duration kept = counted.compareTo(Duration.ofDays(1)) > 0 ? counted : Duration.ofDays(1);
        int guesses = attempts.removeBefore(now.minus(kept));
        LOG.log(DEBUG, "event=access-swept sessions={0} tokens={1} attempts={2}", sessions, tokens, guesses);
    }
}
