package clarion.web.metrics;

import java.util.Iterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the Prometheus text exposition format, version 0.0.4. */
final class MetricsText {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(16_384);

    /** Begins a metric; its samples follow. */
    MetricsText family(Metric metric) {
        text.append("# HELP ")
                .append(metric.id())
                .append(' ')
                .append(escapeHelp(metric.help()))
                .append('\n');
        text.append("# TYPE ")
                .append(metric.id())
                .append(' ')
                .append(metric.type().name().toLowerCase(Locale.ROOT))
                .append('\n');
        return this;
    }

    /** A sample; the values are those of the metric's labels, in their order. */
    MetricsText sample(Metric metric, Number value, String... labels) {
        return sample(metric, "", value, null, labels);
    }

    /** A sample of a histogram or summary: {@code _count} or {@code _sum}. */
    MetricsText part(Metric metric, String suffix, Number value, String... labels) {
        return sample(metric, suffix, value, null, labels);
    }

    /** A bucket of a histogram: how many were at most so much. */
    MetricsText bucket(Metric metric, String most, long count, String... labels) {
        return sample(metric, "_bucket", count, most, labels);
    }

    private MetricsText sample(Metric metric, String suffix, Number value, @Nullable String most, String... labels) {
        if (labels.length != metric.labels().size()) {
            throw new IllegalArgumentException(metric.id() + " has the labels " + metric.labels());
        }
        text.append(metric.id()).append(suffix);
        char separator = '{';
        Iterator<String> names = metric.labels().iterator();
        for (String label : labels) {
            label(separator, names.next(), label);
            separator = ',';
        }
        if (most != null) {
            label(separator, "le", most);
            separator = ',';
        }
        if (separator == ',') {
            text.append('}');
        }
        text.append(' ').append(number(value.doubleValue())).append('\n');
        return this;
    }

    private void label(char separator, String name, String value) {
        text.append(separator)
                .append(name)
                .append("=\"")
                .append(escapeLabel(value))
                .append('"');
    }

    /** A metric of one sample; nothing at all while the value is not known. */
    MetricsText single(Metric metric, @Nullable Number value) {
        return value == null ? this : family(metric).sample(metric, value);
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }

    private static String escapeLabel(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String escapeHelp(String help) {
        return help.replace("\\", "\\\\").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
