package clarion.it.containers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Clarion's images, built by the shipped Dockerfiles: those of the demo, and meanwhile those of application servers.
 */
final class Images {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String BUILD =
            "docker build --quiet --network host -f docker/app-%1$s/Dockerfile -t clarion/app-%1$s:0.1.0 .";

    private final Shell shell;
    private final CompletableFuture<Void> servers;

    private Images(Shell shell) {
        this.shell = shell;
        servers = CompletableFuture.runAsync(this::buildServers);
    }

    /** Builds what these compose files name; with what needs no processor the servers' images go on meanwhile. */
    static Images build(Shell shell, List<String> compose) {
        shell.run(PATIENCE, "docker/prepare").orFail();
        Images images = new Images(shell);
        shell.run(PATIENCE, compose).orFail();
        return images;
    }

    private void buildServers() {
        shell.run(PATIENCE, "docker/prepare", "app-payara", "app-wildfly").orFail();
        shell.run(
                        PATIENCE,
                        "sh",
                        "-c",
                        BUILD.formatted("payara") + " & first=$!; " + BUILD.formatted("wildfly") + " && wait $first")
                .orFail();
    }

    /** Waits for clarion/app-payara and clarion/app-wildfly. */
    void awaitServers() {
        servers.join();
    }
}
