package clarion.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests and how long they took, by route template and status: never by path, which callers make up. */
@ApplicationScoped
public class HttpMetrics {

    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private record Series(String route, String method, int status) {}

    private static final class Histogram {
        final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
        final LongAdder nanos = new LongAdder();

        Histogram() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }
    }

    private final ConcurrentMap<Series, Histogram> histograms = new ConcurrentHashMap<>();
    private final AtomicInteger inProgress = new AtomicInteger();

    /** Notes a request that was answered. */
    void record(String route, String method, int status, long nanos) {
        Series series = new Series(route, METHODS.contains(method) ? method : "other", status);
        Histogram histogram = histograms.computeIfAbsent(series, any -> new Histogram());
        histogram.buckets[bucket(nanos / 1e9)].increment();
        histogram.nanos.add(nanos);
    }

    /** Notes that a request has come; {@link #ended} follows. */
    void begun() {
        inProgress.incrementAndGet();
    }

    /** Notes that a request was answered, or handed over to an event stream. */
    void ended() {
        inProgress.decrementAndGet();
    }

    void writeTo(MetricsText text) {
        text.family(Metric.HTTP_DURATION);
        List<Series> ordered = histograms.keySet().stream()
                .sorted(Comparator.comparing(Series::route)
                        .thenComparing(Series::method)
                        .thenComparing(Series::status))
                .toList();
        for (Series series : ordered) {
            Histogram histogram = histograms.get(series);
            if (histogram != null) {
                write(text, series, histogram);
            }
        }
        text.single(Metric.HTTP_IN_PROGRESS, inProgress.get());
    }

    private static void write(MetricsText text, Series series, Histogram histogram) {
        String[] labels = {series.route(), series.method(), Integer.toString(series.status())};
        long count = 0;
        for (int i = 0; i < histogram.buckets.length; i++) {
            count += histogram.buckets[i].sum();
            text.bucket(
                    Metric.HTTP_DURATION, i < BOUNDS.length ? MetricsText.number(BOUNDS[i]) : "+Inf", count, labels);
        }
        text.part(Metric.HTTP_DURATION, "_sum", histogram.nanos.sum() / 1e9, labels);
        text.part(Metric.HTTP_DURATION, "_count", count, labels);
    }

    private static int bucket(double seconds) {
        for (int i = 0; i < BOUNDS.length; i++) {
            if (seconds <= BOUNDS[i]) {
                return i;
            }
        }
        return BOUNDS.length;
    }
}
