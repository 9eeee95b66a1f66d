package clarion.web.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.wire.DecodeError;
import clarion.domain.flows.wire.ExporterStatistics;
import clarion.ejb.flows.collector.CollectorStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowMetricsTest {

    private static CollectorStatus collector(CollectorStatus.State state, @Nullable Long drops) {
        return new CollectorStatus(state, 2055, 2, 4096, 100, 5000, drops, 7, 8, 9, 10, null, null);
    }

    private static ExporterStatistics exporter(String address, long records, Map<DecodeError, Long> errors) {
        return new ExporterStatistics(
                IpAddress.parse(address),
                true,
                true,
                0,
                0,
                List.of(9),
                10,
                0,
                records,
                0,
                2,
                errors,
                3,
                4,
                5,
                6,
                0,
                0,
                0,
                8,
                List.of());
    }

    private static String write(CollectorStatus collector, ExporterStatistics... exporters) {
        MetricsText text = new MetricsText();
        FlowMetrics.write(text, collector, List.of(exporters));
        return text.toString();
    }

    @Test
    void addsUpAllExportersAndTellsEveryLossApart() {
        String text = write(
                collector(CollectorStatus.State.LISTENING, 11L),
                exporter("192.0.2.1", 1000, Map.of(DecodeError.TRUNCATED, 2L)),
                exporter("192.0.2.2", 500, Map.of(DecodeError.TRUNCATED, 1L)));
        for (String line : List.of(
                "clarion_flow_collector_listening 1",
                "clarion_flow_records_total 1500",
                "clarion_flow_exporters 2",
                "clarion_flow_templates 16",
                "clarion_flow_waiting_sets 6",
                "clarion_flow_packets_lost_total{reason=\"kernel\"} 11",
                "clarion_flow_packets_lost_total{reason=\"refused\"} 8",
                "clarion_flow_packets_lost_total{reason=\"stray\"} 9",
                "clarion_flow_packets_lost_total{reason=\"beyond-bound\"} 10",
                "clarion_flow_records_unclaimed_total 7",
                "clarion_flow_missing_template_total 8",
                "clarion_flow_sequence_missing_total 12",
                "clarion_flow_decode_errors_total{kind=\"truncated\"} 3",
                "clarion_flow_decode_errors_total{kind=\"bad-length\"} 0")) {
            assertTrue(text.contains("\n" + line + "\n"), () -> line + " in " + text);
        }
    }

    @Test
    void claimsNoDropsWhereTheKernelDoesNotSay() {
        String text = write(collector(CollectorStatus.State.FAILED, null));
        assertTrue(text.contains("\nclarion_flow_collector_listening 0\n"), text);
        assertTrue(!text.contains("reason=\"kernel\""), text);
    }

    @Test
    void saysNothingWhereThereIsNoCollector() {
        assertEquals("", write(collector(CollectorStatus.State.OFF, null)));
    }
}
