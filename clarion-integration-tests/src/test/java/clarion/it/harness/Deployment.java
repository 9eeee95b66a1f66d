package clarion.it.harness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Clarion deployed on a server of its own. */
public abstract class Deployment implements AutoCloseable {

    static final Duration BOOT_PATIENCE = Duration.ofMinutes(5);

    private final int port = Ports.free();

    /** The server's name, for messages and folders. */
    public abstract String name();

    /** Starts the server with Clarion in it; returns once the application itself answers. */
    public abstract void start();

    /** Stops the server in order. */
    public abstract void stop();

    /** Ends the server with no warning, as {@code kill -9} does. */
    public abstract void kill();

    /** Everything the server wrote down. */
    public abstract List<Path> logs();

    final int port() {
        return port;
    }

    /** Where Clarion answers, without a slash at the end. */
    public final URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Only the application can answer here: a server without it has 404. */
    final void awaitApplication() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        HttpRequest request = HttpRequest.newBuilder(base().resolve("/api/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        Until.holds(
                "Clarion answers on " + name() + "; see " + logs(),
                BOOT_PATIENCE,
                () -> client.send(request, BodyHandlers.ofString()).statusCode(),
                status -> status == 200);
    }

    @Override
    public void close() {
        stop();
    }
}
