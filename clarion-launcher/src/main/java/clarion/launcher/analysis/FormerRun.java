package clarion.launcher.analysis;

import clarion.domain.segmentation.campus.GroupIds;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a former run wrote, as far as the next one needs it. */
final class FormerRun {

    private FormerRun() {}

    /**
     * Reads it.
     *
     * @throws AnalysisException if there is none in the directory
     */
    static GroupIds.Former read(Path directory) {
        Path csv = directory.resolve(ResultFiles.CLUSTERS_CSV);
        Map<String, Integer> groupOf = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(csv);
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                String[] fields = line.split(",", 3);
                if (fields.length == 3) {
                    groupOf.put(fields[0].replace("\"", ""), Integer.parseInt(fields[1]));
                }
            }
            return new GroupIds.Former(groupOf, used(directory.resolve(ResultFiles.CLUSTERS_JSON)));
        } catch (IOException | NumberFormatException | JsonException e) {
            throw new AnalysisException("The former run in " + directory + " cannot be read ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage()
                    + "). --previous takes the --out directory of a run before.");
        }
    }

    private static Set<Integer> used(Path json) throws IOException {
        Set<Integer> used = new HashSet<>();
        if (Files.exists(json)) {
            try (JsonReader reader = Json.createReader(Files.newBufferedReader(json))) {
                for (JsonNumber id :
                        reader.readObject().getJsonArray(ClustersJson.USED_IDS).getValuesAs(JsonNumber.class)) {
                    used.add(id.intValue());
                }
            }
        }
        return used;
    }
}
