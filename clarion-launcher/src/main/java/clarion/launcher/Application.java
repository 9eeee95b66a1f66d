package clarion.launcher;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The running application as a client sees it: health, login, API token. */
final class Application {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .cookieHandler(new CookieManager())
            .build();

    Application(URI base) {
        this.base = base;
    }

    /** True once Clarion itself answers and can serve; a server without a deployed Clarion answers too, but not so. */
    boolean isServing() {
        return health().filter(status -> !status.equals("DOWN")).isPresent();
    }

    /** True if a server answers but no Clarion is in it. */
    boolean isMissing() {
        try {
            return send(request("/api/health").GET()).statusCode() == 404;
        } catch (IOException e) {
            return false;
        }
    }

    /** UP, DEGRADED or DOWN; empty if Clarion does not answer. */
    Optional<String> health() {
        try {
            HttpResponse<String> response = send(request("/api/health").GET());
            return Optional.of(parse(response.body()).getString("status"));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** True if the token is accepted. */
    boolean accepts(String token) {
        try {
            return send(request("/api/v1/access/me")
                                    .header("Authorization", "Bearer " + token)
                                    .GET())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Signs in and makes an API token, as an administrator would in the console.
     *
     * @return the token, or empty if the credentials are refused
     */
    Optional<String> createToken(String username, String password, String tokenName) {
        try {
            String login = Json.createObjectBuilder()
                    .add("username", username)
                    .add("password", password)
                    .build()
                    .toString();
            HttpResponse<String> session = send(json("/api/v1/access/login", login));
            if (session.statusCode() != 200) {
                return Optional.empty();
            }
            String csrf = parse(session.body()).getString("csrfToken");
            String wanted =
                    Json.createObjectBuilder().add("name", tokenName).build().toString();
            HttpResponse<String> made =
                    send(json("/api/v1/access/tokens", wanted).header("X-CSRF-Token", csrf));
            Optional<String> token =
                    made.statusCode() == 201 ? Optional.of(parse(made.body()).getString("token")) : Optional.empty();
            send(json("/api/v1/access/logout", "").header("X-CSRF-Token", csrf));
            return token;
        } catch (IOException | JsonException | NullPointerException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept", "application/json");
    }

    private HttpRequest.Builder json(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonObject parse(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
