package clarion.it.containers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Clarion's images, built by the shipped Dockerfiles: those of the demo, and then those of application servers. */
final class Images {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String BUILD =
            "docker build --quiet --network host -f docker/app-%1$s/Dockerfile -t clarion/app-%1$s:0.1.0 .";

    private final Shell shell;
    private final CompletableFuture<Void> servers;

    private Images(Shell shell) {
        this.shell = shell;
        servers = CompletableFuture.runAsync(this::buildServers);
    }

    /**
     * Builds what these compose files name, and goes on with the servers' images while the demo is tried. One after the
     * other: each starts its server on the same port of this host, where builds have their network.
     */
    static Images build(Shell shell, List<String> compose) {
        shell.run(PATIENCE, "docker/prepare").orFail();
        shell.run(PATIENCE, compose).orFail();
        return new Images(shell);
    }

    private void buildServers() {
        shell.run(PATIENCE, "docker/prepare", "app-payara", "app-wildfly").orFail();
        shell.run(PATIENCE, "sh", "-c", BUILD.formatted("payara") + " && " + BUILD.formatted("wildfly"))
                .orFail();
    }

    /** Waits for clarion/app-payara and clarion/app-wildfly. */
    void awaitServers() {
        servers.join();
    }
}
