package clarion.it.containers;

import clarion.it.harness.Ports;
import clarion.it.harness.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The console's nginx as a process of this machine: the shipped configuration and start script, with the paths and
 * ports of a container changed to those of a folder.
 */
final class ConsoleServer implements AutoCloseable {

    private final Path home;
    private final int port = Ports.free();
    private final int tlsPort = Ports.free();
    private final Process process;

    private ConsoleServer(Path home, Map<String, String> settings, String... arguments) throws IOException {
        this.home = home;
        Path docker = Project.root().resolve("docker/console");
        try (Stream<Path> files = Files.list(docker.resolve("nginx"))) {
            for (Path file : files.toList()) {
                Files.createDirectories(home.resolve("conf"));
                write(home.resolve("conf").resolve(file.getFileName()), here(Files.readString(file)));
            }
        }
        // Started as root, nginx would hand its work to a user who may not look into this folder.
        if ("root".equals(System.getProperty("user.name"))) {
            Path conf = home.resolve("conf/nginx.conf");
            write(conf, "user root;\n" + Files.readString(conf));
        }
        write(home.resolve("start"), here(Files.readString(docker.resolve("start"))));
        ProcessBuilder builder = new ProcessBuilder("sh", home.resolve("start").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("nginx.log").toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /** Starts it; it serves soon. */
    static ConsoleServer start(Path home, Map<String, String> settings) throws IOException {
        return new ConsoleServer(home, settings);
    }

    /** What {@code nginx -t} says of the configuration that these settings make. */
    static Shell.Outcome check(Path home, Map<String, String> settings) throws IOException, InterruptedException {
        try (ConsoleServer server = new ConsoleServer(home, settings, "-t")) {
            if (!server.process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nginx -t does not end");
            }
            return new Shell.Outcome(List.of("nginx", "-t"), server.process.exitValue(), server.log());
        }
    }

    /** A small console to serve: a page, a script with a hash in its name, and its compressed form. */
    static void writeSite(Path home) throws IOException {
        writeSite(home, "");
    }

    /** The same, of a console that was built for an API at another origin. */
    static void writeSite(Path home, String apiOrigin) throws IOException {
        String policy = apiOrigin.isEmpty()
                ? ""
                : "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; font-src 'self'; connect-src "
                        + apiOrigin + "; base-uri 'none'\">";
        Path assets = Files.createDirectories(home.resolve("site/assets"));
        write(home.resolve("site/index.html"), "<!doctype html>" + policy + "<title>Clarion</title>");
        write(assets.resolve("app-1a2b3c.js"), "export const words = '" + "x".repeat(4000) + "';\n");
    }

    int port() {
        return port;
    }

    int tlsPort() {
        return tlsPort;
    }

    String log() throws IOException {
        return Files.readString(home.resolve("nginx.log"));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Map<String, String> settings(int apiPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("CLARION_API_URL", "http://127.0.0.1:" + apiPort);
        return settings;
    }

    private String here(String text) {
        return text.replace("/etc/clarion/nginx", home.resolve("conf").toString())
                .replace("/opt/clarion/console", home.resolve("site").toString())
                .replace("/tmp/clarion", home.resolve("work").toString())
                .replaceAll("listen 3000;", "listen 127.0.0.1:" + port + ";")
                .replaceAll("listen 3443 ", "listen 127.0.0.1:" + tlsPort + " ");
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
