package clarion.launcher.support;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A running Clarion as a caller sees it. */
public final class Running {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final Optional<String> token;

    /**
     * @param base where it is
     * @param token API token, for most of a viewer; without one it tells its health and no more
     */
    public Running(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    /**
     * An answer.
     *
     * @param status 0 if there was none
     * @param body why there was none, then
     * @param date the header, or nothing
     */
    public record Answer(int status, String body, Optional<String> date) {

        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** The body as a JSON object, if it is one. */
        public Optional<JsonObject> json() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return Optional.of(reader.readObject());
            } catch (JsonException e) {
                return Optional.empty();
            }
        }
    }

    public boolean hasToken() {
        return token.isPresent();
    }

    public URI base() {
        return base;
    }

    /** Asks; never throws. */
    public Answer get(String path) {
        return answer(HttpRequest.newBuilder().GET(), path, PATIENCE);
    }

    /** Sends a file; never throws. */
    public Answer post(String path, Path file, Duration patience) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder()
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofFile(file));
            return answer(request, path, patience);
        } catch (FileNotFoundException e) {
            return new Answer(0, file + " cannot be read", Optional.empty());
        }
    }

    private Answer answer(HttpRequest.Builder request, String path, Duration patience) {
        try {
            request.uri(base.resolve(path)).timeout(patience);
            token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.body(), response.headers().firstValue("Date"));
        } catch (IOException | IllegalArgumentException e) {
            String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Answer(0, words, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted", Optional.empty());
        }
    }
}
