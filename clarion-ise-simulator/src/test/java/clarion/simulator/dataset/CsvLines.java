package clarion.simulator.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads what a data set wrote. */
final class CsvLines {

    private CsvLines() {}

    /** A line: values by the names of their columns. */
    record Line(Map<String, String> values) {

        String get(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalArgumentException("no column " + column + " in " + values);
            }
            return value;
        }

        long number(String column) {
            return Long.parseLong(get(column));
        }
    }

    static List<Line> read(Path file) throws IOException {
        try (InputStream plain = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain,
                        StandardCharsets.UTF_8))) {
            String[] names = reader.readLine().split(",");
            List<Line> lines = new ArrayList<>();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                String[] values = text.split(",", -1);
                Map<String, String> line = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    line.put(names[i], values[i]);
                }
                if (values.length != names.length) {
                    throw new IOException(file + ": " + text);
                }
                lines.add(new Line(line));
            }
            return lines;
        }
    }
}
