package clarion.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end and keeps what it said. */
public final class Commands {

    private static final int MINUTES = 5;

    private Commands() {}

    /**
     * What a command said.
     *
     * @param command its words
     */
    public record Outcome(List<String> command, int status, String output, String errors) {

        /** This, if it went well. */
        public Outcome expectSuccess() {
            if (status != 0) {
                throw new AssertionError(command + " ended with " + status + ": " + errors + output);
            }
            return this;
        }
    }

    /** Runs it; its input is empty. */
    public static Outcome run(String... command) {
        try {
            Path errors = Files.createTempFile(Project.work("logs"), "command-", ".log");
            Path output = Files.createTempFile(Project.work("logs"), "command-", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectInput(new java.io.File("/dev/null"))
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new AssertionError(List.of(command) + " did not end within " + MINUTES + " minutes");
                }
                return new Outcome(
                        List.of(command), process.exitValue(), Files.readString(output), Files.readString(errors));
            } finally {
                Files.delete(errors);
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
