package clarion.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The WAR on Payara Micro. */
public final class MicroServer extends Deployment {

    private final Path home;
    private final Settings settings;
    private final List<String> more;
    private String heap = "512m";
    private @Nullable ProcessHandle process;

    /** @param name tells this one's folder from those of other tests */
    public MicroServer(String name, Settings settings) {
        this(name, settings, List.of());
    }

    /** @param more arguments for Payara Micro */
    public MicroServer(String name, Settings settings, List<String> more) {
        this.more = List.copyOf(more);
        this.home = Scratch.fresh("micro-" + name);
        this.settings = settings;
    }

    /** The largest heap from the next start on, as {@code -Xmx} takes it; 512m without this. */
    public void limitHeap(String size) {
        heap = size;
    }

    @Override
    public String name() {
        return "Payara Micro";
    }

    @Override
    public void start() {
        // As the launcher and the image do: what a killed Micro left there deploys the application a second time.
        Scratch.delete(home.resolve("root"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-jar",
                Project.work("").resolve("payara-micro.jar").toString(),
                "--noHazelcast",
                "--disablephonehome",
                "--rootDir",
                home.resolve("root").toString(),
                "--port",
                Integer.toString(port()),
                "--systemproperties",
                writeProperties().toString(),
                "--prebootcommandfile",
                Project.serverConfig("payara/micro-preboot.asadmin").toString(),
                "--deploy",
                Project.war().toString(),
                "--contextroot",
                "/"));
        command.addAll(more);
        process = Processes.start(log(), command);
        awaitApplication();
    }

    @Override
    public void stop() {
        if (process != null) {
            Processes.stop(process, Duration.ofSeconds(30));
        }
    }

    @Override
    public void kill() {
        if (process != null) {
            Processes.kill(process);
        }
    }

    /** Stops its clock, as a hypervisor or a long garbage collection does (SIGSTOP). */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        Processes.run(Duration.ofSeconds(10), List.of("kill", "-" + name, Long.toString(process.pid())));
    }

    /** Of the process. */
    public long pid() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process.pid();
    }

    /**
     * What the process holds of the machine.
     *
     * @param threads of all kinds
     * @param files open ones, sockets included
     * @param heap octets of objects that are in use, which a full collection has just counted
     */
    public record Footprint(int threads, int files, long heap) {}

    /** The running process's footprint; Linux tells it, and the JVM, which collects its garbage for it. */
    public Footprint footprint() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        return new Footprint(entries(proc.resolve("task")), entries(proc.resolve("fd")), heapInUse());
    }

    /** A histogram of classes counts live objects only, so that a collection comes first; its last line has the sum. */
    private long heapInUse() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String histogram =
                Processes.run(Duration.ofSeconds(60), List.of(jcmd, Long.toString(pid()), "GC.class_histogram"));
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .map(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no total in what jcmd said: " + histogram));
    }

    private static int entries(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? 0 : names.length;
    }

    @Override
    public List<Path> logs() {
        return List.of(log());
    }

    private Path log() {
        return home.resolve("server.log");
    }

    /** Micro reads its stores' passwords from this file, so only we may. */
    private Path writeProperties() {
        Properties properties = new Properties();
        properties.putAll(settings.properties());
        Path file = home.resolve("server.properties");
        try {
            Settings.Stores stores = settings.identity();
            if (stores != null) {
                properties.put("javax.net.ssl.keyStore", stores.keyStore().toString());
                properties.put("javax.net.ssl.keyStorePassword", secret(stores.keyStorePassword()));
                properties.put("javax.net.ssl.trustStore", stores.trustStore().toString());
                properties.put("javax.net.ssl.trustStorePassword", secret(stores.trustStorePassword()));
            }
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String secret(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
