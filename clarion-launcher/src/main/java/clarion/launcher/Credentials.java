package clarion.launcher;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands the login to the user: for the demo as a file that scripts can read, for a real installation the
 * administrator's first password, once.
 */
final class Credentials {

    private static final String ADMINISTRATOR = "admin";
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private final DataDirectory data;
    private final Terminal terminal;
    private final boolean demo;

    Credentials(DataDirectory data, Terminal terminal, boolean demo) {
        this.data = data;
        this.terminal = terminal;
        this.demo = demo;
    }

    /** Says where Clarion is and how to sign in. */
    void hand(Application application, String url) {
        if (demo) {
            handDemo(application, url);
        } else {
            handRun(url);
        }
    }

    private void handDemo(Application application, String url) {
        Path file = data.resolve("demo-credentials.json");
        String password = DataDirectory.read(data.secret("bootstrap-admin"));
        String token = tokenOf(file);
        if (token == null || !application.accepts(token)) {
            Optional<String> made = application.createToken(ADMINISTRATOR, password, "demo");
            if (made.isEmpty()) {
                terminal.warning(
                        "The demo password was changed, so no new API token was made; " + file + " keeps the old one.");
            }
            token = made.orElse(token == null ? "" : token);
        }
        JsonObject content = Json.createObjectBuilder()
                .add("url", url)
                .add("username", ADMINISTRATOR)
                .add("password", password)
                .add("apiToken", token)
                .build();
        StringWriter text = new StringWriter();
        try (var writer = PRETTY.createWriter(text)) {
            writer.write(content);
        }
        DataDirectory.writePrivately(file, text.toString().strip() + "\n");
        terminal.line("");
        terminal.line("Clarion is ready at " + url);
        terminal.line("  user name  " + ADMINISTRATOR);
        terminal.line("  password   " + password);
        terminal.line("  API token  in " + file);
        terminal.line("Ctrl-C stops everything; the data stays.");
    }

    private void handRun(String url) {
        Path shown = data.resolve("secrets/bootstrap-admin.shown");
        terminal.line("");
        terminal.line("Clarion is ready at " + url);
        if (!Files.exists(shown)) {
            terminal.line("  user name  " + ADMINISTRATOR);
            terminal.line("  password   " + DataDirectory.read(data.secret("bootstrap-admin")));
            terminal.line("  The password is shown this once; change it after signing in.");
            DataDirectory.writePrivately(shown, "");
        }
    }

    private static @Nullable String tokenOf(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        try (Reader reader = Files.newBufferedReader(file);
                var json = Json.createReader(reader)) {
            String token = json.readObject().getString("apiToken", "");
            return token.isBlank() ? null : token;
        } catch (IOException | JsonException e) {
            return null;
        }
    }
}
