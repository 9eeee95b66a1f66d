package clarion.launcher;

import clarion.launcher.support.Running;
import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Clarion that a doctor or a support bundle is about.
 *
 * @param configuration its settings, as far as they are known here
 * @param data its data directory, which need not be there
 * @param running where it answers, if that is known
 * @param secrets every value that must not leave the house
 */
record Subject(Configuration configuration, Path data, Optional<Running> running, Set<String> secrets) {

    private static final String CREDENTIALS = "demo-credentials.json";

    Subject {
        secrets = Set.copyOf(secrets);
    }

    static Subject of(CommandLine line, Installation installation) {
        Configuration configuration = Configuration.read(line.path("--config").orElse(null), System.getenv());
        Path data = installation.data(line, configuration);
        Set<String> secrets = new HashSet<>();
        Optional<String> token =
                line.path("--token-file").map(DataDirectory::read).or(() -> credential(data, "apiToken"));
        token.ifPresent(secrets::add);
        credential(data, "password").ifPresent(secrets::add);
        secretsOf(configuration, data, secrets);
        Optional<URI> url = line.value("--url")
                .or(() -> Optional.of(data.resolve(Launcher.URL_FILE))
                        .filter(Files::exists)
                        .map(DataDirectory::read))
                .map(Subject::uri);
        return new Subject(configuration, data, url.map(uri -> new Running(uri, token)), secrets);
    }

    /** Whether there is a database that can be asked without Clarion. */
    boolean hasDatabase() {
        return configuration.get("clarion.db.url").isPresent()
                || Files.exists(data.resolve("database/data/postgresql.conf"));
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text.replaceFirst("/+$", ""));
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw LauncherFailure.usage("--url takes a URL such as http://127.0.0.1:8000, not '" + text + "'");
    }

    private static Optional<String> credential(Path data, String name) {
        Path file = data.resolve(CREDENTIALS);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file);
                var json = Json.createReader(reader)) {
            return Optional.of(json.readObject().getString(name, "")).filter(value -> !value.isBlank());
        } catch (IOException | JsonException e) {
            return Optional.empty();
        }
    }

    /** The lines of every file of secrets, and of every file that a setting of a secret names. */
    private static void secretsOf(Configuration configuration, Path data, Set<String> secrets) {
        configuration.all().forEach((key, value) -> {
            if (key.endsWith("-file")) {
                lines(Path.of(value), secrets);
            }
        });
        Path directory = data.resolve("secrets");
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    lines(file, secrets);
                }
            } catch (IOException e) {
                throw new LauncherFailure("The secrets in " + directory
                        + " cannot be read, so they cannot be kept out (" + DataDirectory.reason(e) + ").");
            }
        }
    }

    private static void lines(Path file, Set<String> secrets) {
        if (!Files.isReadable(file)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            lines.stream().map(String::strip).filter(line -> !line.isEmpty()).forEach(secrets::add);
        } catch (IOException e) {
            // not text: it cannot stand in one
        }
    }
}
