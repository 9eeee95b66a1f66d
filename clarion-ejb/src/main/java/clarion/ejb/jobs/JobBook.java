package clarion.ejb.jobs;

import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.logging.ContextLogger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Notes of each job by the clock when it last ran, how long it took and how it ended. In memory: a replica tells of its
 * own runs, and who watches takes the latest of all.
 */
@ApplicationScoped
public class JobBook {

    private static final System.Logger LOG = ContextLogger.of(JobBook.class);

    private final Clock clock;
    private final ConcurrentMap<String, JobRecord> records = new ConcurrentSkipListMap<>();

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected JobBook() {
        this(null);
    }

    @Inject
    public JobBook(Clock clock) {
        this.clock = clock;
    }

    /**
     * Runs a job and notes how it went.
     *
     * @param job its name: letters, digits and hyphens
     * @throws RuntimeException what the job threw, once it is noted
     */
    public void run(String job, Runnable work) {
        long start = System.nanoTime();
        boolean good = false;
        try {
            work.run();
            good = true;
        } catch (RuntimeException e) {
            LOG.log(WARNING, "CLARION-JOB-001 event=job-failed job={0} cause=\"{1}\"", job, e);
            throw e;
        } finally {
            note(job, Duration.ofNanos(System.nanoTime() - start), good);
        }
    }

    private void note(String job, Duration took, boolean good) {
        Instant now = clock.instant();
        records.compute(
                job,
                (name, before) -> before == null ? JobRecord.first(now, took, good) : before.next(now, took, good));
    }

    /** By job, in the order of their names; a job that has not run yet in this process is not there. */
    public SortedMap<String, JobRecord> records() {
        return new TreeMap<>(records);
    }
}
