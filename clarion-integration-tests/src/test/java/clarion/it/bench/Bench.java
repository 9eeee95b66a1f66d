package clarion.it.bench;

import clarion.it.harness.Project;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Entrance of {@code ./clarion bench [NAME]}: prints a table and writes {@code target/bench/NAME.json}. A name stands
 * for the suites whose names it begins, up to a hyphen, too.
 */
public final class Bench {

    /** A set of measurements under one name. */
    interface Suite {
        List<Measure> run() throws Exception;
    }

    private static final SortedMap<String, Suite> SUITES = new TreeMap<>(Map.ofEntries(
            Map.entry("fleet", new FleetBench()),
            Map.entry("flows-decode", new FlowsBench()),
            Map.entry("flows-import", new FlowsImportBench()),
            Map.entry("flows-pairing", new FlowsPairingBench()),
            Map.entry("flows-query", new FlowsQueryBench()),
            Map.entry("flows-store", new FlowsStoreBench()),
            Map.entry("policy", new PolicyBench()),
            Map.entry("pxgrid", new PxGridBench()),
            Map.entry("queue", new QueueBench()),
            Map.entry("segmentation", new SegmentationBench()),
            Map.entry("sessions", new SessionsBench())));

    private Bench() {}

    /** Runs the named suite, or all without a name; exit status 2 for a name that is none. */
    public static void main(String[] arguments) throws Exception {
        String wanted = arguments.length == 0 || arguments[0].equals("all") ? "" : arguments[0];
        if (SUITES.keySet().stream().noneMatch(name -> isMeant(name, wanted))) {
            System.err.println("clarion: there is no bench '" + wanted + "'; there are: " + SUITES.keySet());
            System.exit(2);
        }
        for (Map.Entry<String, Suite> suite : SUITES.entrySet()) {
            if (isMeant(suite.getKey(), wanted)) {
                report(suite.getKey(), suite.getValue().run());
            }
        }
        System.exit(0);
    }

    private static boolean isMeant(String name, String wanted) {
        return wanted.isEmpty() || name.equals(wanted) || name.startsWith(wanted + "-");
    }

    private static void report(String name, List<Measure> measures) throws IOException {
        System.out.println();
        System.out.println(Measure.HEAD);
        measures.forEach(measure -> System.out.println(measure.row()));
        JsonArrayBuilder list = Json.createArrayBuilder();
        measures.forEach(measure -> list.add(measure.json()));
        StringWriter text = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(list.build());
        }
        Path file = Project.root().resolve("target/bench").resolve(name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.toString().strip() + "\n");
        System.out.println("written to " + Project.root().relativize(file));
    }
}
