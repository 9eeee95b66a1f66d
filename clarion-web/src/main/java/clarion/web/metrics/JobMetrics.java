package clarion.web.metrics;

import clarion.ejb.jobs.JobRecord;
import java.time.Instant;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The jobs by the clock, as they went in this process. */
final class JobMetrics {

    private JobMetrics() {}

    static void write(MetricsText text, SortedMap<String, JobRecord> jobs) {
        text.family(Metric.JOB_RUNS);
        jobs.forEach((job, record) -> text.sample(Metric.JOB_RUNS, record.runs() - record.failures(), job, "good")
                .sample(Metric.JOB_RUNS, record.failures(), job, "failed"));
        each(text, Metric.JOB_LAST_RUN, jobs, record -> seconds(record.lastEndedAt()));
        each(
                text,
                Metric.JOB_LAST_SUCCESS,
                jobs,
                record -> record.lastSucceededAt() == null ? null : seconds(record.lastSucceededAt()));
        each(text, Metric.JOB_LAST_GOOD, jobs, record -> record.lastGood() ? 1 : 0);
        each(
                text,
                Metric.JOB_LAST_DURATION,
                jobs,
                record -> record.lastDuration().toNanos() / 1e9);
    }

    private static void each(
            MetricsText text,
            Metric metric,
            SortedMap<String, JobRecord> jobs,
            Function<JobRecord, @Nullable Number> value) {
        text.family(metric);
        jobs.forEach((job, record) -> {
            Number now = value.apply(record);
            if (now != null) {
                text.sample(metric, now, job);
            }
        });
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1e3;
    }
}
