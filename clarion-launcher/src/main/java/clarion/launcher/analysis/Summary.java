package clarion.launcher.analysis;

import clarion.domain.flows.text.Fault;
import clarion.domain.flows.text.FlowFileReport;
import clarion.domain.flows.text.LineError;
import clarion.domain.segmentation.campus.Analysis;
import clarion.domain.segmentation.campus.RosterFiles;
import clarion.domain.segmentation.campus.Traffic;
import clarion.launcher.analysis.AnalysisInput.Table;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the analysis rests on and what came out of it, in numbers. The same input gives the same. */
final class Summary {

    private static final int ERRORS_SHOWN = 10;

    private final AnalysisInput input;
    private final String version;
    private final Map<Table, RosterFiles.Report> tables;
    private final Optional<FlowFileReport> flows;
    private final Analysis analysis;
    private int withFlows;
    private int review;
    private int byMac;

    Summary(
            AnalysisInput input,
            String version,
            Map<Table, RosterFiles.Report> tables,
            Optional<FlowFileReport> flows,
            Analysis analysis) {
        this.input = input;
        this.version = version;
        this.tables = tables;
        this.flows = flows;
        this.analysis = analysis;
        for (int i = 0; i < endpoints(); i++) {
            withFlows += analysis.conversations(i) > 0 ? 1 : 0;
            review += analysis.review(i).isEmpty() ? 0 : 1;
            byMac += isMac(traffic().name(i)) ? 1 : 0;
        }
    }

    private static boolean isMac(String name) {
        return name.length() == 17 && name.charAt(2) == ':' && name.charAt(14) == ':';
    }

    private Traffic traffic() {
        return analysis.evidence().traffic();
    }

    private int endpoints() {
        return traffic().endpoints().size();
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%d endpoints, of which %d were seen to talk, in %d groups; %d should be looked at",
                endpoints(),
                withFlows,
                analysis.grouping().groups(),
                review);
    }

    /** What the reader should know before relying on it. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (flows.isEmpty()) {
            notes.add("the file of flows is empty: only what is known of devices decides");
        }
        flows.filter(report -> !report.complete())
                .ifPresent(report -> notes.add("the file of flows breaks off after " + report.lines()
                        + " lines; what was read until then is used"));
        flows.filter(report -> report.errors() > 0)
                .ifPresent(report -> notes.add(report.errors() + " lines of flows were left out: "
                        + new TreeMap<>(report.errorsByFault()) + ", the first is line "
                        + report.firstErrors().get(0).line()));
        if (endpoints() == 0) {
            notes.add("no endpoint was found: no address is private or in a lease or session. Name the networks of the"
                    + " campus by --internal.");
        }
        if (byMac < endpoints()) {
            notes.add(endpoints() - byMac
                    + " endpoints have no known MAC address and go by their IP address or device id:"
                    + " give leases or sessions to name them");
        }
        if (input.identity() && analysis.evidence().views().isEmpty()) {
            notes.add("nothing is known of any device: only behaviour decides");
        }
        if (analysis.evidence().counts().flushedEarly() > 0) {
            notes.add(analysis.evidence().counts().flushedEarly()
                    + " conversations were ended early, because too many were open at once");
        }
        return notes;
    }

    void write(JsonGenerator json) {
        json.writeStartObject()
                .write("version", version)
                .write("seed", input.seed())
                .write("identity", input.identity())
                .write("measurements", ResultFiles.TIMINGS)
                .write("endpoints", endpoints())
                .write("endpoints_with_flows", withFlows)
                .write("endpoints_named_by_mac", byMac)
                .write("clusters", analysis.grouping().groups())
                .write("review", review);
        flows(json);
        json.writeStartObject("tables");
        tables.forEach((table, report) -> {
            json.writeStartObject(table.name().toLowerCase(Locale.ROOT)).write("rows", report.rows());
            json.writeStartObject("faults");
            new TreeMap<>(report.faults()).forEach(json::write);
            json.writeEnd().writeEnd();
        });
        json.writeEnd().writeStartArray("identity_used");
        analysis.evidence().views().forEach(view -> json.write(view.name()));
        json.writeEnd().writeStartArray("notes");
        notes().forEach(json::write);
        json.writeEnd().writeEnd();
    }

    private void flows(JsonGenerator json) {
        var counts = analysis.evidence().counts();
        json.writeStartObject("flows")
                .write("lines", flows.map(FlowFileReport::lines).orElse(0L))
                .write("records", flows.map(FlowFileReport::records).orElse(0L))
                .write("complete", flows.map(FlowFileReport::complete).orElse(true))
                .write("duplicates", counts.duplicates())
                .write("conversations", counts.conversations())
                .write("conversations_seen_both_ways", counts.paired())
                .write("different_conversations", traffic().rows());
        if (analysis.evidence().firstMillis() <= analysis.evidence().lastMillis()) {
            json.write(
                            "first",
                            Instant.ofEpochMilli(analysis.evidence().firstMillis())
                                    .toString())
                    .write(
                            "last",
                            Instant.ofEpochMilli(analysis.evidence().lastMillis())
                                    .toString());
        }
        json.write("lines_left_out", flows.map(FlowFileReport::errors).orElse(0L));
        json.writeStartObject("faults");
        Map<Fault, Long> faults = flows.map(FlowFileReport::errorsByFault).orElse(Map.of());
        new TreeMap<>(faults).forEach((fault, count) -> json.write(fault.name(), count));
        json.writeEnd().writeStartArray("first_faults");
        List<LineError> first = flows.map(FlowFileReport::firstErrors).orElse(List.of());
        for (LineError error : first.subList(0, Math.min(ERRORS_SHOWN, first.size()))) {
            json.writeStartObject()
                    .write("line", error.line())
                    .write("column", error.column())
                    .write("value", error.value())
                    .write("fault", error.fault().name())
                    .writeEnd();
        }
        json.writeEnd().writeEnd();
    }
}
