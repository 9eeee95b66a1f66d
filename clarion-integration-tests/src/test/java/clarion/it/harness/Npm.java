package clarion.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the console's own commands. */
public final class Npm {

    private static final int MINUTES = 8;

    private Npm() {}

    /**
     * Runs {@code npm} with these words in {@code webapp-ui} to its end.
     *
     * @param name of the log
     * @param environment besides the machine's own
     * @return what it said
     * @throws AssertionError if it fails, does not end, or the console's packages are not installed
     */
    public static String run(String name, Map<String, String> environment, String... words) {
        Path console = Project.root().resolve("webapp-ui");
        if (!Files.isDirectory(console.resolve("node_modules"))) {
            throw new AssertionError("the console's packages are missing: run npm ci in " + console);
        }
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(words));
        Path log = Project.work("logs").resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(console.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try {
                boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
                String said = Files.readString(log);
                if (!ended || process.exitValue() != 0) {
                    throw new AssertionError(
                            command + (ended ? " failed" : " did not end within " + MINUTES + " minutes") + "; see "
                                    + log + "\n" + said);
                }
                return said;
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
