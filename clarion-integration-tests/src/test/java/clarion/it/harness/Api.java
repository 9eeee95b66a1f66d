package clarion.it.harness;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Speaks to one Clarion, as one caller: anonymous, with a bearer token, or with a session cookie. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI base;
    private final List<String> headers;

    private Api(HttpClient client, URI base, List<String> headers) {
        this.client = client;
        this.base = base;
        this.headers = headers;
    }

    /** A caller without credentials. */
    public static Api anonymous(URI base) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        return new Api(client, base, List.of());
    }

    /** The same place, called with a token. */
    public Api withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same caller with one more header on each request. */
    public Api with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Api(client, base, List.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "");
    }

    /** A GET that asks for a media type. */
    public Answer get(String path, String accept) {
        return with("Accept", accept).get(path);
    }

    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "application/json");
    }

    public Answer post(String path, JsonObject json) {
        return post(path, json.toString());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), "");
    }

    /** Any method, with or without a body. */
    public Answer call(String method, String path, String body, String mediaType) {
        return send(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), mediaType);
    }

    /** A stream that stays open; its lines come as Clarion sends them. */
    public HttpResponse<java.util.stream.Stream<String>> open(String path) {
        try {
            return client.send(
                    request(path)
                            .timeout(PATIENCE)
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer send(String method, String path, BodyPublisher body, String mediaType) {
        HttpRequest.Builder request = request(path).timeout(PATIENCE).method(method, body);
        if (!mediaType.isEmpty()) {
            request.header("Content-Type", mediaType);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request;
    }
}
