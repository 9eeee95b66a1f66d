package clarion.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Project;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What Clarion ships, under which licences, held against what it may ship. */
class BillOfMaterialsIT {

    /** Licences that let us ship unchanged libraries beside Apache-2.0 code; a choice of several needs one of these. */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "Bouncy Castle Licence", "EPL-2.0", "ISC", "MIT");

    private static final String APACHE = "https://www.apache.org/licenses/LICENSE-2.0";

    @Test
    void everyComponentHasALicenceThatIsAllowed() throws IOException {
        assertEquals(List.of(), offenders(bill()));
    }

    @Test
    void aComponentWithoutAnAllowedLicenceIsNamed() {
        JsonObject bill = parse("""
                {"components": [
                  {"name": "fine", "version": "1", "licenses": [{"license": {"id": "MIT"}}]},
                  {"name": "either", "version": "1",
                   "licenses": [{"license": {"id": "GPL-2.0-with-classpath-exception"}}, {"license": {"id": "EPL-2.0"}}]},
                  {"name": "choice", "version": "1", "licenses": [{"expression": "EPL-2.0 OR LGPL-2.1"}]},
                  {"name": "abbreviated", "version": "1", "licenses": [
                   {"license": {"name": "AL 2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0.html"}}]},
                  {"name": "unclear", "version": "1", "licenses": [{"license": {"name": "AL 2.0"}}]},
                  {"name": "strong", "version": "2", "licenses": [{"license": {"id": "AGPL-3.0-only"}}]},
                  {"name": "silent", "version": "3"}]}
                """);
        assertEquals(List.of("unclear 1 [AL 2.0]", "strong 2 [AGPL-3.0-only]", "silent 3 []"), offenders(bill));
    }

    @Test
    void theBillNamesEveryLibraryInTheEarAndTheWar() throws IOException {
        Set<String> named =
                components(bill()).map(part -> part.getString("name")).collect(Collectors.toSet());
        Set<String> shipped = new TreeSet<>(libraries(Project.ear(), "lib/"));
        shipped.addAll(libraries(Project.war(), "WEB-INF/lib/"));
        assertTrue(shipped.size() >= 5, shipped::toString);
        shipped.removeAll(named);
        assertEquals(Set.of(), shipped, "in an archive, but not in the bill");
    }

    @Test
    void theEarHoldsNothingTwiceAndNothingThatServersBring() throws IOException {
        List<String> libraries = libraries(Project.ear(), "lib/");
        assertEquals(libraries.stream().distinct().toList(), libraries);
        assertTrue(
                libraries.stream()
                        .noneMatch(name -> name.startsWith("jakarta.")
                                || name.startsWith("microprofile")
                                || name.startsWith("eclipselink")
                                || name.equals("clarion-ejb")
                                || name.equals("clarion-pxgrid-connector")),
                libraries::toString);
        assertEquals(
                List.of("clarion-ejb", "clarion-pxgrid-connector"),
                libraries(Project.ear(), ""),
                "EJB jars at the root");
        try (ZipFile ear = new ZipFile(Project.ear().toFile())) {
            String descriptor = new String(
                    ear.getInputStream(ear.getEntry("META-INF/application.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertTrue(descriptor.contains("<context-root>/</context-root>"), descriptor);
            Path war = Files.createTempFile(Project.work("logs"), "web-", ".war");
            Files.write(war, ear.getInputStream(ear.getEntry("clarion-web.war")).readAllBytes());
            assertEquals(List.of(), libraries(war, "WEB-INF/lib/"), "the web application brings its own libraries");
            Files.delete(war);
        }
    }

    private static JsonObject bill() throws IOException {
        Path file = Project.root().resolve("target/bom.json");
        assertTrue(Files.exists(file), () -> file + " is missing: it is written by ./mvnw verify -DskipITs=false");
        return parse(Files.readString(file));
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static Stream<JsonObject> components(JsonObject bill) {
        return bill.getJsonArray("components").getValuesAs(JsonObject.class).stream();
    }

    private static List<String> offenders(JsonObject bill) {
        return components(bill)
                .filter(part -> licences(part).stream().noneMatch(ALLOWED::contains))
                .map(part -> part.getString("name") + " " + part.getString("version") + " " + licences(part))
                .toList();
    }

    private static List<String> licences(JsonObject part) {
        JsonArray licences = part.getJsonArray("licenses");
        if (licences == null) {
            return List.of();
        }
        return licences.getValuesAs(JsonObject.class).stream()
                .flatMap(entry -> {
                    if (entry.containsKey("expression")) {
                        return Stream.of(entry.getString("expression").split(" OR "));
                    }
                    return Stream.of(identifier(entry.getJsonObject("license")));
                })
                .toList();
    }

    /** The SPDX identifier, if there is one; authors that use a name of their own point to the text. */
    private static String identifier(JsonObject licence) {
        boolean isApache = licence.getString("url", "").startsWith(APACHE);
        return licence.getString("id", isApache ? "Apache-2.0" : licence.getString("name", "unnamed"));
    }

    /** Names of the jars in one folder of an archive. */
    private static List<String> libraries(Path archive, String folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder) && name.endsWith(".jar"))
                    .map(name -> name.substring(folder.length()))
                    .filter(name -> !name.contains("/"))
                    .map(name -> name.substring(0, name.length() - ".jar".length()))
                    .sorted()
                    .toList();
        }
    }
}
