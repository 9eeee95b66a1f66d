package clarion.pxgrid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.pxgrid.CheckReport;
import clarion.pxgrid.CheckRequest;
import clarion.pxgrid.settings.MapConfig;
import clarion.pxgrid.settings.PxGridSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What may be tested, and how many tests at a time. */
@Timeout(60)
class CheckRequestTest {

    @TempDir
    Path directory;

    private PxGridSettings stored() {
        return PxGridSettings.from(new MapConfig(Map.of(
                "clarion.pxgrid.controllers",
                "ise1.example",
                "clarion.pxgrid.certificate-roots",
                directory.resolve("root").toString())));
    }

    private ClarionException refused(CheckRequest request) {
        ClarionException refused = assertThrows(ClarionException.class, () -> CheckPlan.of(stored(), request));
        assertEquals(ProblemType.VALIDATION_FAILED, refused.type());
        return refused;
    }

    @Test
    void takesWhatIsAbsentFromTheSettings() {
        assertEquals(stored(), CheckPlan.of(stored(), CheckRequest.AS_CONFIGURED));
        PxGridSettings other = CheckPlan.of(stored(), new CheckRequest(List.of("[2001:db8::1]:9910"), "other", null));
        assertEquals("[2001:db8::1]:9910", other.controllers().get(0).toString());
        assertEquals("other", other.nodeName());
    }

    @Test
    void namesEveryFieldThatIsNotValid() {
        ClarionException all = refused(new CheckRequest(List.of("a b", "ise:99999"), "has space", "/etc"));
        assertTrue(String.valueOf(all.parameters().get("errors"))
                .matches(".*controllers.*controllers.*nodeName.*certificateDirectory.*"));
        refused(new CheckRequest(List.of(), null, null));
        refused(new CheckRequest(Collections.nCopies(17, "ise"), null, null));
        refused(new CheckRequest(Collections.singletonList(null), null, null));
        refused(new CheckRequest(null, "", null));
        refused(new CheckRequest(null, null, "\0"));
    }

    @Test
    void looksIntoNoDirectoryThatTheSettingsDoNotAllowEvenByALink() throws Exception {
        Path root = Files.createDirectories(directory.resolve("root"));
        Path good = Files.createDirectories(root.resolve("good"));
        Path secret = Files.createDirectories(directory.resolve("secret"));
        Files.createSymbolicLink(root.resolve("link"), secret);
        assertEquals(
                good.toRealPath(),
                CheckPlan.of(stored(), new CheckRequest(null, null, good.toString()))
                        .stores()
                        .certificateDirectory());
        String outside = String.valueOf(
                refused(new CheckRequest(null, null, secret.toString())).getMessage());
        for (Path path : List.of(root.resolve("link"), root.resolve("../secret"), root.resolve("missing"))) {
            assertEquals(
                    outside,
                    refused(new CheckRequest(null, null, path.toString())).getMessage(),
                    "the words are the same, whatever is there");
        }
    }

    @Test
    void aCallerHasOneTestAtATimeAndAStopEndsIt() throws Exception {
        try (CheckBench bench = new CheckBench(directory)) {
            bench.ise.faults().hang("AccountActivate");
            CompletableFuture<CheckReport> first =
                    CompletableFuture.supplyAsync(() -> bench.desk.run("ada", CheckRequest.AS_CONFIGURED));
            while (bench.ise.faults().calls("AccountActivate") == 0) {
                LockSupport.parkNanos(5_000_000);
            }
            ClarionException second =
                    assertThrows(ClarionException.class, () -> bench.desk.run("ada", CheckRequest.AS_CONFIGURED));
            assertEquals(ProblemType.CONFLICT, second.type());
            bench.desk.close();
            CheckReport report = first.get(3, TimeUnit.SECONDS);
            assertEquals(CheckReport.Outcome.FAILED, report.outcome());
            assertTrue(report.steps().toString().contains("ran out"), report::toString);
            bench.ise.faults().clear();
            assertEquals(
                    CheckReport.Outcome.PASSED,
                    bench.desk.run("ada", CheckRequest.AS_CONFIGURED).outcome());
        }
    }
}
