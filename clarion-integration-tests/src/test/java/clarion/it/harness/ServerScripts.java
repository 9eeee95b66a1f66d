package clarion.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The EAR on a server that the scripts of {@code server-config} provision, start, stop and deploy to. */
public abstract class ServerScripts extends Deployment {

    private static final Duration SCRIPT_PATIENCE = Duration.ofMinutes(6);

    private final String server;
    private final Path home;
    private final Settings settings;
    private final int adminPort = Ports.free();
    private final List<String> more = new ArrayList<>();
    private @Nullable String changed;
    private @Nullable ProcessHandle process;

    ServerScripts(String server, Settings settings) {
        this.server = server;
        this.home = Project.work(server);
        this.settings = settings;
    }

    /** Files and folders under {@link #home} that would make this run differ from the first one. */
    abstract List<String> leftovers();

    /** Where the running server's process id stands. */
    abstract Path pidFile();

    final Path home() {
        return home;
    }

    /** Files under {@link #home} that provision writes and the server reads. */
    abstract List<String> configuration();

    /** The server's files of access, of today; the newest last. */
    public abstract Path accessLogs();

    /** The port of administration, on 127.0.0.1. */
    public final int adminPort() {
        return adminPort;
    }

    /** Where the running server takes TCP connections. */
    public final java.util.Set<String> listening() throws IOException {
        return Listening.of(java.util.Objects.requireNonNull(process));
    }

    /** Further options for provision, which is then run a second time: it must end in the same configuration. */
    public final ServerScripts provisionedTwice(List<String> options) {
        more.addAll(options);
        changed = "not provisioned yet";
        return this;
    }

    /** What the second provision changed; empty for nothing. */
    public final String changedBySecondProvision() {
        return java.util.Objects.requireNonNullElse(changed, "");
    }

    @Override
    public void start() {
        leftovers().forEach(name -> Scratch.delete(home.resolve(name)));
        List<String> options = new ArrayList<>(
                List.of("--port", Integer.toString(port()), "--admin-port", Integer.toString(adminPort)));
        settings.properties().forEach((key, value) -> options.addAll(List.of("--property", key + "=" + value)));
        Settings.Stores stores = settings.identity();
        if (stores != null) {
            options.addAll(List.of("--key-store", stores.keyStore().toString()));
            options.addAll(List.of(
                    "--key-store-password-file", stores.keyStorePassword().toString()));
            options.addAll(List.of("--trust-store", stores.trustStore().toString()));
            options.addAll(List.of(
                    "--trust-store-password-file", stores.trustStorePassword().toString()));
        }
        options.addAll(more);
        script("provision", options);
        if (changed != null) {
            List<String> before = contents();
            script("provision", options);
            List<String> after = contents();
            StringBuilder difference = new StringBuilder();
            for (int file = 0; file < before.size(); file++) {
                if (!before.get(file).equals(after.get(file))) {
                    difference.append(configuration().get(file)).append('\n');
                }
            }
            changed = difference.toString();
        }
        script("start", List.of());
        process = Processes.adopt(pidFile());
        script("deploy", List.of(Project.ear().toString()));
        awaitApplication();
    }

    @Override
    public void stop() {
        if (process != null && process.isAlive()) {
            script("stop", List.of());
        }
    }

    @Override
    public void kill() {
        if (process != null) {
            Processes.kill(process);
        }
    }

    private List<String> contents() {
        List<String> contents = new ArrayList<>();
        for (String file : configuration()) {
            try {
                contents.add(canonical(Files.readString(home.resolve(file))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return contents;
    }

    /** Servers write attributes in any order, and the time of writing: neither is configuration. */
    private static String canonical(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.strip().startsWith("<")
                        ? java.util.Arrays.stream(line.strip().split(" (?=[A-Za-z-]+=\")|(?=/?>)"))
                                .sorted()
                                .collect(java.util.stream.Collectors.joining(" "))
                        : line)
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private void script(String name, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Project.serverConfig(server + "/" + name).toString(), "--target", home.toString()));
        command.addAll(arguments);
        Processes.run(SCRIPT_PATIENCE, command);
    }
}
