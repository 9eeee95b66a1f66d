package clarion.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in docs/architecture.md that says which test shows which line of the drawing Clarion comes from. */
class DrawingTableTest {

    private static final String HEADING = "## The design that this comes from";

    /** {@code Class}, {@code Class.method}, or {@code .method} of the class before; the end may be an ellipsis. */
    private static final Pattern NAME = Pattern.compile("`(?:kubernetes/)?([A-Z]\\w*|\\*Test)?(?:\\.(\\w+)(…?))?`");

    @Test
    void everyRowNamesTestsThatThereAre() throws IOException {
        Map<String, String> tests = sources();
        List<String> missing = new ArrayList<>();
        List<String> rows = rows();
        assertTrue(rows.size() > 25, rows::toString);
        for (String row : rows) {
            String[] cells = row.split("\\|");
            assertEquals(4, cells.length, row);
            Matcher name = NAME.matcher(cells[3]);
            String text = "";
            boolean any = false;
            while (name.find()) {
                any = true;
                String called = name.group(1);
                if ("*Test".equals(called)) {
                    continue;
                }
                if (called != null) {
                    text = tests.getOrDefault(called.equals("Demo") ? "DemoInContainersIT" : called, "");
                }
                boolean method = name.group(2) == null
                        || text.contains(
                                "void " + name.group(2) + (name.group(3).isEmpty() ? "(" : ""));
                if (text.isEmpty() || !method) {
                    missing.add(name.group());
                }
            }
            assertTrue(any, "no test is named: " + row);
        }
        assertEquals(List.of(), missing);
    }

    private static List<String> rows() throws IOException {
        String guide = Files.readString(Project.root().resolve("docs/architecture.md"));
        int begin = guide.indexOf(HEADING);
        assertFalse(begin < 0, HEADING);
        return guide.substring(begin)
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
    }

    /** The source of each test class of every module, by its name. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> modules = Files.list(Project.root())) {
            for (Path module : modules.toList()) {
                Path tests = module.resolve("src/test/java");
                if (Files.isDirectory(tests)) {
                    try (Stream<Path> files = Files.walk(tests)) {
                        for (Path file : files.toList()) {
                            String name = file.getFileName().toString();
                            if (name.matches(".*(Test|IT|Contract)\\.java")) {
                                sources.put(name.replace(".java", ""), Files.readString(file));
                            }
                        }
                    }
                }
            }
        }
        return sources;
    }
}
