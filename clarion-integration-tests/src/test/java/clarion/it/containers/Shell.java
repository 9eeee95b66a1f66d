package clarion.it.containers;

import clarion.it.harness.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands in the project's top folder, with variables of its own added to the environment. */
record Shell(Map<String, String> environment) {

    /**
     * How a command ended.
     *
     * @param words what it said, on both outputs
     */
    record Outcome(List<String> command, int exit, String words) {

        boolean passed() {
            return exit == 0;
        }

        /** What it said, if it passed. */
        String orFail() {
            if (exit != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + exit + ": " + words);
            }
            return words;
        }
    }

    Outcome run(Duration patience, String... command) {
        return run(patience, List.of(command));
    }

    Outcome run(Duration patience, List<String> command) {
        try {
            Path log = Files.createTempFile(Project.work("logs"), "command-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Project.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError(String.join(" ", command) + " did not end within " + patience.toSeconds()
                            + " s: " + Files.readString(log));
                }
                return new Outcome(new ArrayList<>(command), process.exitValue(), Files.readString(log));
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
