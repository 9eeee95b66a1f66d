package clarion.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Child processes of the tests: none outlives the test run, however it ends. */
public final class Processes {

    private static final Set<ProcessHandle> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> LIVING.forEach(ProcessHandle::destroyForcibly), "end-children"));
    }

    private Processes() {}

    /** Starts a child whose words end in a file. */
    public static ProcessHandle start(Path log, List<String> command) {
        try {
            Process process = child(command)
                    .directory(Project.work("").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return watch(process.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes on a process that a script left in the background. */
    static ProcessHandle adopt(Path pidFile) {
        try {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            return watch(ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script to its end. */
    static String run(Duration patience, List<String> command) {
        try {
            Path log = Files.createTempFile(Project.work("logs"), "script-", ".log");
            Process process = child(command).redirectOutput(log.toFile()).start();
            watch(process.toHandle());
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end within " + patience.toSeconds() + " s");
            }
            String words = Files.readString(log);
            Files.delete(log);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + words);
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal by name; a process that ends between being listed and being signalled is no fault. */
    static void signal(String name, ProcessHandle process) {
        try {
            run(Duration.ofSeconds(10), List.of("kill", "-" + name, Long.toString(process.pid())));
        } catch (IllegalStateException e) {
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    /** Asks a process to end; ends it by force when it has not done so in time. */
    public static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        try {
            process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            kill(process);
        }
    }

    /** SIGKILL, and waits until it is gone. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** In an environment like a pod's, where Kubernetes names variables after a service called clarion. */
    private static ProcessBuilder child(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLARION_SERVICE_HOST", "10.0.0.1");
        return builder;
    }

    private static ProcessHandle watch(ProcessHandle process) {
        LIVING.removeIf(other -> !other.isAlive());
        LIVING.add(process);
        return process;
    }
}
