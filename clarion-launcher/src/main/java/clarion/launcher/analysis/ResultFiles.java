package clarion.launcher.analysis;

import clarion.domain.segmentation.Grouping;
import clarion.domain.segmentation.campus.Analysis;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes the results into a directory. The same input and seed give the same octets in every file but {@link #TIMINGS},
 * which holds what no two runs share: times and memory.
 */
final class ResultFiles {

    static final String CLUSTERS_CSV = "clusters.csv";
    static final String CLUSTERS_JSON = "clusters.json";
    static final String SUMMARY = "summary.json";
    static final String TIMINGS = "timings.json";

    private final Path directory;

    /** @throws AnalysisException if the directory cannot be made */
    ResultFiles(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new AnalysisException("The directory " + directory + " cannot be made (" + e.getMessage()
                    + "). --out takes a directory that is there or can be made.");
        }
    }

    /** Something that writes and may fail. */
    interface Writing {
        void to(Writer out) throws IOException;
    }

    void clusters(Analysis analysis, Set<Integer> usedBefore) throws IOException {
        file(CLUSTERS_CSV, out -> csv(analysis, out));
        json(CLUSTERS_JSON, json -> new ClustersJson(analysis, json).write(usedBefore));
    }

    void json(String name, Consumer<JsonGenerator> content) throws IOException {
        file(name, out -> {
            try (JsonGenerator json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                    .createGenerator(out)) {
                content.accept(json);
            }
        });
    }

    /** Under its name only once it is whole. */
    void file(String name, Writing content) throws IOException {
        Files.createDirectories(directory.resolve(name).toAbsolutePath().getParent());
        Path part = directory.resolve(name + ".part");
        try (Writer out = Files.newBufferedWriter(part)) {
            content.to(out);
        }
        Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes away what a former run left in a directory of the results, if it is a text file and not of this run. */
    void keepOnly(String folder, Set<String> names) throws IOException {
        Path path = directory.resolve(folder);
        if (Files.isDirectory(path)) {
            List<Path> old;
            try (Stream<Path> found = Files.list(path)) {
                old = found.filter(file -> file.getFileName().toString().endsWith(".txt"))
                        .filter(file -> !names.contains(file.getFileName().toString()))
                        .toList();
            }
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    private static void csv(Analysis analysis, Writer out) throws IOException {
        Grouping grouping = analysis.grouping();
        out.write("endpoint_id,cluster_id,confidence,label,review\n");
        for (int i = 0; i < grouping.endpoints(); i++) {
            int group = grouping.group(i);
            out.write(quoted(analysis.evidence().traffic().name(i))
                    + ','
                    + analysis.id(group)
                    + ','
                    + ClustersJson.rounded(grouping.confidence(i)).toPlainString()
                    + ','
                    + quoted(analysis.label(group))
                    + ','
                    + !analysis.review(i).isEmpty()
                    + '\n');
        }
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
