package clarion.it.bench;

import clarion.it.harness.Project;
import clarion.simulator.dataset.DatasetCommand;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A campus of the generator as files, and what {@code ./clarion analyze} makes of them, as a process of its own. */
final class SegmentationCampus {

    private static final List<String> TABLES =
            List.of("endpoints", "sessions", "leases", "users", "groups", "memberships");

    /**
     * What an analysis wrote.
     *
     * @param clusterOf the cluster of each endpoint, by its MAC address
     * @param talking endpoints that were seen to talk
     * @param seconds from start to end, JVM included
     * @param heapMib the most of the heap that was in use
     */
    record Result(Map<String, String> clusterOf, int talking, double seconds, double heapMib) {}

    private final Path directory;

    SegmentationCampus(Path directory, String kind, int endpoints, int days, long seed) {
        this.directory = directory;
        List<String> arguments = List.of(
                "--kind",
                kind,
                "--endpoints",
                Integer.toString(endpoints),
                "--days",
                Integer.toString(days),
                "--seed",
                Long.toString(seed),
                "--out",
                directory.toString());
        if (DatasetCommand.run(arguments, new PrintStream(OutputStream.nullOutputStream()), System.err) != 0) {
            throw new IllegalStateException("the generator failed for " + arguments);
        }
    }

    /** The true role of each endpoint. */
    Map<String, String> roles() throws IOException {
        return column(directory.resolve("truth/roles.csv"));
    }

    /** All flows. */
    Path flows() {
        return directory.resolve("flows.csv.gz");
    }

    /** The flows of some days, counted from 0. */
    Path flows(int firstDay, int lastDay) throws IOException {
        Path part = directory.resolve("flows-" + firstDay + '-' + lastDay + ".csv.gz");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(flows()), 1 << 16), StandardCharsets.UTF_8));
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(part), 1 << 16), StandardCharsets.UTF_8))) {
            String header = String.valueOf(in.readLine());
            out.write(header + '\n');
            int column = List.of(header.split(",", -1)).indexOf("start_time");
            List<String> days = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String day = line.split(",", column + 2)[column].substring(0, 10);
                if (!days.contains(day)) {
                    days.add(day);
                }
                if (days.indexOf(day) >= firstDay && days.indexOf(day) <= lastDay) {
                    out.write(line + '\n');
                }
            }
        }
        return part;
    }

    /** Runs the command on flows and all that is known of devices and users. */
    Result analyze(Path flows, Path out, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseParallelGC",
                "-Duser.timezone=UTC",
                "-Dclarion.home=" + Project.root(),
                "-jar",
                Project.root()
                        .resolve("clarion-launcher/target/clarion-launcher.jar")
                        .toString(),
                "analyze",
                "--flows",
                flows.toString(),
                "--out",
                out.toString()));
        for (String table : TABLES) {
            command.addAll(
                    List.of("--" + table, directory.resolve(table + ".csv").toString()));
        }
        command.addAll(List.of(options));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("analyze.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(directory.resolve("analyze.log")));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        int talking = json(out.resolve("summary.json")).getInt("endpoints_with_flows");
        double heap = json(out.resolve("timings.json"))
                .getJsonNumber("peak_heap_bytes")
                .doubleValue();
        return new Result(column(out.resolve("clusters.csv")), talking, seconds, heap / (1 << 20));
    }

    private static JsonObject json(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }

    /** The second column by the first. */
    private static Map<String, String> column(Path file) {
        Map<String, String> values = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.lines().skip(1).forEach(line -> {
                String[] fields = line.split(",", 3);
                values.put(fields[0], fields[1]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
