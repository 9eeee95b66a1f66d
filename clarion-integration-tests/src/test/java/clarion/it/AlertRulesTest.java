package clarion.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import clarion.it.harness.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The alert rules, by the tool of those who made Prometheus. */
class AlertRulesTest {

    private static final int LEFT_OUT = 77;

    @Test
    void fireWhenTheyShouldAndOnlyThen() throws IOException, InterruptedException {
        Process check = new ProcessBuilder(
                        Project.root().resolve("docker/observability/check").toString())
                .redirectErrorStream(true)
                .start();
        check.getOutputStream().close();
        String words = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(check.waitFor(5, TimeUnit.MINUTES), "the check does not end");
        if (check.exitValue() == LEFT_OUT) {
            System.err.println(words.strip());
            abort(words);
        }
        assertEquals(0, check.exitValue(), words);
    }
}
