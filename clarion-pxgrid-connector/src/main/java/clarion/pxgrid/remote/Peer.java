package clarion.pxgrid.remote;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.pxgrid.control.LogFloor;
import clarion.pxgrid.settings.SharedKey;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** One process that may hold the connection, called over HTTP with the shared key. */
final class Peer implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Jsonb JSON = JsonbBuilder.create();

    private final URI url;
    private final SharedKey key;
    private final ConnectorApi api;

    /** @param patience how long it may take to its answer */
    Peer(URI url, SharedKey key, Duration patience) {
        LogFloor.hold();
        this.url = url;
        this.key = key;
        this.api = RestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(ConnectorApi.class);
    }

    /**
     * Calls it.
     *
     * @param type what it answers
     * @throws SilentException if it is no process that can be asked: it does not answer, or not as one would
     * @throws ClarionException what it refused
     */
    <T> T call(Class<T> type, BiFunction<ConnectorApi, String, Response> call) throws SilentException {
        try (Response response = call.apply(api, "Bearer " + key.read())) {
            String body = response.readEntity(String.class);
            if (response.getStatus() >= 400) {
                throw refusal(response.getStatus(), body);
            }
            return JSON.fromJson(body, type);
        } catch (ProcessingException e) {
            throw new SilentException(url + " does not answer (" + cause(e) + ")", e);
        } catch (JsonbException e) {
            throw new SilentException(url + " answers what Clarion does not", e);
        } catch (IOException e) {
            throw new SilentException("the key cannot be used: " + e.getMessage(), e);
        }
    }

    /** What it refused; a status that no connector answers with says that something else is there. */
    private ClarionException refusal(int status, String body) throws SilentException {
        JsonObject problem;
        try {
            problem = JSON.fromJson(body, JsonObject.class);
        } catch (JsonbException e) {
            throw new SilentException(url + " answers " + status + " and no problem document", e);
        }
        String slug = problem.getString("type", "").replaceFirst("^.*/", "");
        String detail = problem.getString("detail", "");
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElse(ProblemType.INTERNAL);
        if (type == ProblemType.UNAUTHENTICATED) {
            throw new SilentException(
                    url + " does not accept the key (clarion.connector.key-file must be the same on" + " both sides)",
                    null);
        }
        if (type == ProblemType.NOT_FOUND) {
            throw new SilentException(url + " has no connector: " + detail, null);
        }
        return new ClarionException(type, detail);
    }

    private static String cause(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }

    @Override
    public void close() {
        api.close();
    }
}
