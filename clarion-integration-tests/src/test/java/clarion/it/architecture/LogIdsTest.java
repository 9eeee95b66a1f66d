package clarion.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clarion.it.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who finds an id in the log finds one row that says what to do, and no second one that says something else. */
class LogIdsTest {

    private static final Pattern ID = Pattern.compile("CLARION-[A-Z]+-\\d{3}");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`CLARION-[^|]*)\\|");

    @Test
    void eachIdHasOneRowInTheOperatingGuide() throws IOException {
        String guide = Files.readString(Project.root().resolve("docs/operating.md"));
        List<String> rows = ROW.matcher(guide)
                .results()
                .flatMap(row -> ID.matcher(row.group(1)).results())
                .map(MatchResult::group)
                .sorted()
                .toList();
        Set<String> explained = new TreeSet<>(rows);
        assertEquals(List.copyOf(explained), rows, "an id has two rows");
        Set<String> unexplained = ids();
        assertFalse(unexplained.isEmpty(), "no id was found in the sources");
        unexplained.removeAll(explained);
        assertEquals(Set.of(), unexplained, "ids without a row");
    }

    private static Set<String> ids() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String module : List.of("clarion-domain", "clarion-pxgrid-connector", "clarion-ejb", "clarion-web")) {
            try (Stream<Path> files = Files.walk(Project.root().resolve(module + "/src/main/java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    ID.matcher(Files.readString(file)).results().forEach(id -> ids.add(id.group()));
                }
            }
        }
        return ids;
    }
}
