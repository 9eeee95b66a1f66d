package clarion.it.bench;

import clarion.it.harness.Postgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A client of the API that reads filtered pages and notes how long each took. */
final class ListProbe {

    private static final List<String> FILTERS = List.of(
            "live=true&sgtName=Contractors",
            "nasIp=192.0.2.17&live=true",
            "user=user77%40corp",
            "ip=10.0.12.34",
            "filter=userName%20sw%20%22CORP%5C%5Cuser1%22%20and%20live%20eq%20true",
            "filter=ip%20eq%20%2210.1.0.0/16%22%20and%20not%20(sgtName%20eq%20%22Employees%22)",
            "endpointProfile=Windows10-Workstation&sort=-updatedAt",
            "q=0a000");

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String token;

    ListProbe(URI base, String username, String password) throws IOException, InterruptedException {
        this.base = base;
        String login = Json.createObjectBuilder()
                .add("username", username)
                .add("password", password)
                .build()
                .toString();
        HttpResponse<String> session = send(post("/api/v1/access/login", login));
        String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        HttpResponse<String> made = send(post("/api/v1/access/tokens", "{\"name\":\"bench\"}")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", parse(session).getString("csrfToken")));
        this.token = parse(made).getString("token");
    }

    String connectorState() throws IOException, InterruptedException {
        return connector().getString("state");
    }

    JsonObject connector() throws IOException, InterruptedException {
        return parse(get("/api/v1/status")).getJsonObject("connector");
    }

    void reloadConnector() throws IOException, InterruptedException {
        HttpResponse<String> response = send(post("/api/v1/connectors/pxgrid/reload", "{}"), token);
        if (response.statusCode() >= 300) {
            throw new IOException("reload: " + response.statusCode() + " " + response.body());
        }
    }

    /** What is there, which must be; a sum may take its time. */
    JsonObject json(String path) throws IOException, InterruptedException {
        return expected(get(path), path);
    }

    /** Sends a file and gives what was answered. */
    JsonObject postFile(String path, Path file) throws IOException, InterruptedException {
        return expected(
                client.send(
                        HttpRequest.newBuilder(base.resolve(path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "text/csv")
                                .timeout(Duration.ofMinutes(5))
                                .POST(HttpRequest.BodyPublishers.ofFile(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()),
                path);
    }

    private static JsonObject expected(HttpResponse<String> response, String path) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException(path + ": " + response.statusCode() + " " + response.body());
        }
        return parse(response);
    }

    /** Reads {@code count} filtered pages of 100 through the API and as many straight from PostgreSQL. */
    List<Measure> lists(Postgres postgres, int count) throws IOException, InterruptedException, SQLException {
        for (String filter : FILTERS) {
            timed(filter);
        }
        List<Double> api = new ArrayList<>();
        for (String filter : FILTERS) {
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < count / FILTERS.size(); i++) {
                times.add(timed(filter));
            }
            api.addAll(times);
            System.out.printf(Locale.ROOT, "  %6.1f ms (median of %s)%n", at(times, 0.50), filter);
        }
        List<Double> sql = direct(postgres, count);
        String reference = "one page's rows straight from PostgreSQL";
        return List.of(
                new Measure("filtered page at 100,000 sessions, median", at(api, 0.50), "ms", reference, at(sql, 0.50)),
                new Measure("filtered page at 100,000 sessions, p95", at(api, 0.95), "ms", reference, at(sql, 0.95)));
    }

    private double timed(String filter) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> page = get("/api/v1/sessions?limit=100&" + filter);
        double millis = (System.nanoTime() - begin) / 1e6;
        if (page.statusCode() != 200) {
            throw new IOException(filter + ": " + page.statusCode() + " " + page.body());
        }
        return millis;
    }

    private static List<Double> direct(Postgres postgres, int count) throws SQLException {
        List<Double> times = new ArrayList<>();
        try (Connection connection = postgres.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT * FROM session WHERE live AND sgt_name = ? ORDER BY id DESC LIMIT 100")) {
            for (int i = 0; i < count; i++) {
                long begin = System.nanoTime();
                statement.setString(1, i % 2 == 0 ? "Contractors" : "Employees");
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getLong(1);
                    }
                }
                times.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return times;
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)), token);
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String bearer)
            throws IOException, InterruptedException {
        return send(request.header("Authorization", "Bearer " + bearer));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject parse(HttpResponse<String> response) {
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }
}
