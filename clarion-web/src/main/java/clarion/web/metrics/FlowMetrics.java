package clarion.web.metrics;

import clarion.domain.flows.wire.DecodeError;
import clarion.domain.flows.wire.ExporterStatistics;
import clarion.ejb.flows.FlowFigures;
import clarion.ejb.flows.collector.CollectorStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The collector of this process in figures; all exporters together, for there may be thousands of them. */
final class FlowMetrics {

    private FlowMetrics() {}

    /** @param figures what the pipeline counted, by name, see {@link FlowFigures#values} */
    static void writePipeline(MetricsText text, Map<String, Long> figures) {
        long unknown = figure(figures, "sidesUnresolved");
        text.single(Metric.FLOW_RECORDS_DROPPED, figure(figures, "recordsDropped"))
                .single(Metric.FLOW_CONVERSATIONS_STORED, figure(figures, "conversationsStored"))
                .family(Metric.FLOW_CONVERSATIONS_DROPPED)
                .sample(Metric.FLOW_CONVERSATIONS_DROPPED, figure(figures, "conversationsDropped"), "full")
                .sample(Metric.FLOW_CONVERSATIONS_DROPPED, figure(figures, "conversationsOutOfTime"), "old")
                .single(Metric.FLOW_CONVERSATIONS_HELD, figure(figures, "held"))
                .single(Metric.FLOW_COMMITS_FAILED, figure(figures, "commitsFailed"))
                .family(Metric.FLOW_SIDES)
                .sample(Metric.FLOW_SIDES, figure(figures, "sides") - unknown, "yes")
                .sample(Metric.FLOW_SIDES, unknown, "no");
    }

    private static long figure(Map<String, Long> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    static void write(MetricsText text, CollectorStatus collector, List<ExporterStatistics> exporters) {
        if (collector.state() == CollectorStatus.State.OFF) {
            return;
        }
        text.single(Metric.FLOW_LISTENING, collector.state() == CollectorStatus.State.LISTENING ? 1 : 0)
                .single(Metric.FLOW_RECEIVE_BUFFER, collector.receiveBuffer())
                .single(Metric.FLOW_PACKETS, collector.packets())
                .single(Metric.FLOW_OCTETS, collector.octets())
                .single(Metric.FLOW_RECORDS, sum(exporters, ExporterStatistics::records))
                .single(
                        Metric.FLOW_EXPORTERS,
                        exporters.stream().filter(ExporterStatistics::accepted).count())
                .single(Metric.FLOW_TEMPLATES, sum(exporters, ExporterStatistics::templates))
                .single(Metric.FLOW_WAITING_SETS, sum(exporters, ExporterStatistics::waiting))
                .single(Metric.FLOW_SEQUENCE_MISSING, sum(exporters, ExporterStatistics::missing))
                .single(Metric.FLOW_CORRECTED, sum(exporters, ExporterStatistics::correctedRecords));
        text.family(Metric.FLOW_LOST);
        Long kernel = collector.kernelDrops();
        if (kernel != null) {
            text.sample(Metric.FLOW_LOST, kernel, "kernel");
        }
        text.sample(Metric.FLOW_LOST, collector.refused(), "refused")
                .sample(Metric.FLOW_LOST, collector.strays(), "stray")
                .sample(Metric.FLOW_LOST, collector.beyondBound(), "beyond-bound");
        text.single(Metric.FLOW_UNCLAIMED, collector.unclaimedRecords())
                .single(Metric.FLOW_MISSING_TEMPLATE, sum(exporters, ExporterStatistics::missingTemplate));
        writeErrors(text, exporters);
    }

    private static void writeErrors(MetricsText text, List<ExporterStatistics> exporters) {
        Map<String, Long> byKind = new TreeMap<>();
        for (DecodeError error : DecodeError.values()) {
            byKind.put(error.word(), sum(exporters, each -> each.errors().getOrDefault(error, 0L)));
        }
        text.family(Metric.FLOW_DECODE_ERRORS);
        byKind.forEach((kind, count) -> text.sample(Metric.FLOW_DECODE_ERRORS, count, kind));
    }

    private static long sum(List<ExporterStatistics> exporters, ToLongFunction<ExporterStatistics> figure) {
        return exporters.stream().mapToLong(figure).sum();
    }
}
