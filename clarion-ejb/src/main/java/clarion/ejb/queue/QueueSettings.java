package clarion.ejb.queue;

import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Whether events go through a message queue, and which.
 *
 * @param uri the broker, or empty: then events go straight to the database
 * @param user who signs in
 * @param passwordFile with that user's password; read for each connection
 * @param caFile PEM of the authority that signed the broker's certificate; without it the server's trust store counts
 * @param stream name of the stream
 * @param maxBytes how much of it the broker keeps at most
 * @param maxAge how long the broker keeps an entry at most
 */
public record QueueSettings(
        Optional<URI> uri,
        String user,
        Optional<Path> passwordFile,
        Optional<Path> caFile,
        String stream,
        long maxBytes,
        Duration maxAge) {

    private static final SettingKey URI_KEY = new SettingKey(
            "clarion.queue.uri",
            new SettingKind.OwnCheck("amqp(s)://host[:port][/vhost]"),
            null,
            "RabbitMQ 3.10 or newer, to put a queue between the connector and the database: `amqps://rabbitmq:5671`."
                    + " With `amqps` the certificate and the name in it are verified; `amqp` is for a network that nobody"
                    + " else is on. Without a value events go straight to the database. All processes of one Clarion must"
                    + " agree.");

    private static final SettingKey USER = new SettingKey(
            "clarion.queue.user", new SettingKind.Text(), "clarion", "The broker's user that Clarion signs in as.");

    private static final SettingKey PASSWORD_FILE = new SettingKey(
            "clarion.queue.password-file",
            new SettingKind.File(),
            null,
            "File with that user's password; needed with `clarion.queue.uri`. It is read for each new connection.");

    private static final SettingKey CA_FILE = new SettingKey(
            "clarion.queue.ca-file",
            new SettingKind.File(),
            null,
            "PEM file with the authority that signed the broker's certificate; without it, the server's trust store.");

    private static final SettingKey STREAM = new SettingKey(
            "clarion.queue.stream",
            new SettingKind.Text(),
            "clarion.events",
            "Name of the stream. Clarion makes it if it is not there.");

    private static final SettingKey MAX_BYTES = new SettingKey(
            "clarion.queue.max-bytes",
            new SettingKind.Whole(100_000_000, 10_000_000_000_000L),
            "5000000000",
            "How many bytes of the stream the broker keeps at most, when Clarion makes it; what is older than fits is"
                    + " dropped, stored or not. For an existing stream set a policy at the broker.");

    private static final SettingKey MAX_AGE = new SettingKey(
            "clarion.queue.max-age",
            new SettingKind.Time(Duration.ofHours(1), Duration.ofDays(3650)),
            "P7D",
            "How long the broker keeps an entry at most, when Clarion makes the stream: how far back a replay can begin,"
                    + " and how long the database may be away.");

    /** Every key of this feature. */
    public static final List<SettingKey> KEYS =
            List.of(URI_KEY, USER, PASSWORD_FILE, CA_FILE, STREAM, MAX_BYTES, MAX_AGE);

    /** Whether events go through the queue. */
    public boolean isOn() {
        return uri.isPresent();
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is not valid; all of them are checked together at start
     */
    public static QueueSettings from(Config config) {
        return new QueueSettings(
                find(config, URI_KEY).map(URI::create),
                get(config, USER),
                find(config, PASSWORD_FILE).map(Path::of),
                find(config, CA_FILE).map(Path::of),
                get(config, STREAM),
                Long.parseLong(get(config, MAX_BYTES)),
                Duration.parse(get(config, MAX_AGE)));
    }

    /** What is wrong with the values taken together, one line per fault. */
    public static List<String> faults(Config config) {
        List<String> faults = new ArrayList<>();
        Optional<String> uri = find(config, URI_KEY);
        if (uri.isPresent()) {
            uriFault(uri.get()).ifPresent(fault -> faults.add(URI_KEY.name() + ": " + fault));
            Optional<Path> password = find(config, PASSWORD_FILE).map(Path::of);
            if (password.isEmpty()) {
                faults.add(PASSWORD_FILE.name() + ": the queue needs it; name the file with the password of the user");
            } else if (!Files.isReadable(password.get())) {
                faults.add(PASSWORD_FILE.name() + ": '" + password.get() + "' cannot be read");
            }
            Optional<Path> ca = find(config, CA_FILE).map(Path::of);
            if (ca.isPresent() && !Files.isReadable(ca.get())) {
                faults.add(CA_FILE.name() + ": '" + ca.get() + "' cannot be read");
            }
        }
        return faults;
    }

    private static Optional<String> uriFault(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            return Optional.of("it is no URI"); // which may hold a password: it is not repeated
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of(
                    "it must not hold a user or a password; use " + USER.name() + " and " + PASSWORD_FILE.name());
        }
        boolean known = "amqp".equals(uri.getScheme()) || "amqps".equals(uri.getScheme());
        if (!known || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return Optional.of("'" + text + "' is not amqps://host[:port][/vhost] or amqp://host[:port][/vhost]");
        }
        return Optional.empty();
    }

    private static String get(Config config, SettingKey key) {
        String fallback = key.defaultValue();
        return find(config, key).orElse(fallback == null ? "" : fallback);
    }

    private static Optional<String> find(Config config, SettingKey key) {
        return config.getOptionalValue(key.name(), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
