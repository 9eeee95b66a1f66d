package clarion.it.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The EAR on a server that the scripts of {@code server-config} provision, start, stop and deploy to. */
abstract class ServerScripts extends Deployment {

    private static final Duration SCRIPT_PATIENCE = Duration.ofMinutes(6);

    private final String server;
    private final Path home;
    private final Settings settings;
    private final int adminPort = Ports.free();
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
        script("provision", options);
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

    private void script(String name, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Project.serverConfig(server + "/" + name).toString(), "--target", home.toString()));
        command.addAll(arguments);
        Processes.run(SCRIPT_PATIENCE, command);
    }
}
