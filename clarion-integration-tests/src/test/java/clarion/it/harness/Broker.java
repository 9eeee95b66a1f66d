package clarion.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A RabbitMQ of its own, from Debian, over TLS; it can be killed and started again with its data in place. */
public final class Broker implements AutoCloseable {

    private static final int LEFT_OUT = 77;
    private static final String PASSWORD = "it-Warteschlange-4e1a";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path home;
    private final int port = Ports.free();
    private @Nullable Process running;

    /** Starts a fresh one in a folder; leaves the test out, aloud, where none can be had. */
    public Broker(Path home) {
        this.home = home;
        try {
            Files.createDirectories(home);
            Path file = passwordFile();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Processes.run(
                Duration.ofMinutes(1),
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=broker",
                        "-addext",
                        "subjectAltName=IP:127.0.0.1",
                        "-keyout",
                        home.resolve("broker.key").toString(),
                        "-out",
                        certificate().toString()));
        start();
    }

    /** Starts it, or says that it cannot be had. */
    public void start() {
        Path log = home.resolve("broker.log");
        try {
            Process started = new ProcessBuilder(
                            Project.root()
                                    .resolve("clarion-integration-tests/src/test/sh/rabbitmq")
                                    .toString(),
                            home.resolve("node").toString(),
                            Integer.toString(port),
                            passwordFile().toString(),
                            certificate().toString(),
                            certificate().toString(),
                            home.resolve("broker.key").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            running = started;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started)));
            Until.isTrue("RabbitMQ answers, or cannot be had", PATIENCE, () -> !started.isAlive() || answers());
            if (!started.isAlive()) {
                String words = Files.readString(log);
                if (started.exitValue() == LEFT_OUT) {
                    System.err.println("\n**** " + words.strip() + "\n");
                    Assumptions.abort(words);
                }
                throw new IllegalStateException("RabbitMQ did not start: " + words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected()
                    && Files.readString(home.resolve("broker.log")).contains("startup complete");
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL to all of it. */
    public void kill() {
        Process dying = Objects.requireNonNull(running, "not started");
        List<ProcessHandle> all = dying.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        end(dying);
        forget();
    }

    /** Stops the clocks of all its processes (SIGSTOP). */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    /** Throws away what it holds; only while it is not running. */
    public void loseDisk() {
        Scratch.delete(home.resolve("node"));
    }

    private void signal(String name) {
        Process process = Objects.requireNonNull(running, "not started");
        process.descendants().forEach(child -> Processes.signal(name, child));
    }

    /** The next start is one that says so anew. */
    private void forget() {
        running = null;
        try {
            Files.deleteIfExists(home.resolve("broker.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Process script) {
        script.destroy(); // the script ends the port mapper, too
        try {
            if (!script.waitFor(20, TimeUnit.SECONDS)) {
                script.descendants().forEach(ProcessHandle::destroyForcibly);
                script.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path certificate() {
        return home.resolve("broker.crt");
    }

    private Path passwordFile() {
        return home.resolve("broker.password");
    }

    /** The settings with the way through it. */
    public Settings settings(Settings settings) {
        return settings.and("clarion.queue.uri", "amqps://127.0.0.1:" + port)
                .and("clarion.queue.password-file", passwordFile().toString())
                .and("clarion.queue.ca-file", certificate().toString());
    }

    @Override
    public void close() {
        if (running != null) {
            end(running);
        }
    }
}
