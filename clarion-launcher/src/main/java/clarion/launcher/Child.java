package clarion.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A child process with a log and a record of its pid, so that a start after a kill -9 of the launcher finds and ends
 * what was left running.
 */
final class Child {

    private final String name;
    private final Process process;
    private final Path record;

    private Child(String name, Process process, Path record) {
        this.name = name;
        this.process = process;
        this.record = record;
    }

    /**
     * Starts a command; its output goes to {@code logs/NAME.log}, the log before it is kept as {@code NAME.log.1}.
     *
     * <p>The child gets a session of its own where the system can do that, so that Ctrl-C reaches the launcher alone
     * and everything is stopped in order.
     */
    static Child start(String name, List<String> command, Map<String, String> environment, DataDirectory data) {
        Path log = data.resolve("logs/" + name + ".log");
        Path record = data.resolve("run/" + name + ".pid");
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            line.add("/usr/bin/setsid");
        }
        line.addAll(command);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            Files.writeString(record, identityOf(process.toHandle()));
            return new Child(name, process, record);
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The process '" + name + "' cannot be started (" + DataDirectory.reason(e) + ").");
        }
    }

    /** Ends what an earlier launcher that was killed left behind under this name. */
    static void endLeftover(String name, DataDirectory data) {
        Path record = data.resolve("run/" + name + ".pid");
        if (!Files.exists(record)) {
            return;
        }
        String identity = DataDirectory.read(record);
        pidOf(identity)
                .flatMap(ProcessHandle::of)
                .filter(handle -> identityOf(handle).equals(identity))
                .ifPresent(handle -> end(handle, Duration.ofSeconds(15)));
        delete(record);
    }

    /** True while the process lives. */
    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** How it ended, in words. */
    String ending() {
        int status = process.exitValue();
        return status > 128 && status < 128 + 65 ? "killed by signal " + (status - 128) : "exit status " + status;
    }

    /** Asks the process to end, waits, and ends it by force after the patience is used up. */
    void stop(Duration patience) {
        end(process.toHandle(), patience);
        delete(record);
    }

    String name() {
        return name;
    }

    private static void end(ProcessHandle handle, Duration patience) {
        handle.destroy();
        if (!ended(handle, patience)) {
            handle.destroyForcibly();
            ended(handle, Duration.ofSeconds(5));
        }
    }

    private static boolean ended(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            return !handle.isAlive();
        }
    }

    /** Pids are reused; with its start a process is known again. */
    private static String identityOf(ProcessHandle handle) {
        return handle.pid() + " "
                + handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static Optional<Long> pidOf(String identity) {
        try {
            return Optional.of(Long.parseLong(identity.split(" ", 2)[0]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void delete(Path record) {
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            // a stale record is recognised by the start time of the process
        }
    }
}
