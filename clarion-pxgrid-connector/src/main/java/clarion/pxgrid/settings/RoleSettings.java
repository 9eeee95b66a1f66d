package clarion.pxgrid.settings;

import clarion.domain.settings.ProcessRole;
import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What this process does, and how it finds the others.
 *
 * @param role what it does
 * @param connectorUrls where processes with the connection to ISE may be; asked by {@link ProcessRole#API}
 * @param advertisedUrl where the others reach this process
 * @param keyFile file with the key that the processes share
 */
public record RoleSettings(
        ProcessRole role, List<URI> connectorUrls, Optional<URI> advertisedUrl, Optional<Path> keyFile) {

    /** What the process does. */
    public static final SettingKey ROLE = new SettingKey(
            "clarion.role",
            new SettingKind.Choice(
                    Arrays.stream(ProcessRole.values()).map(ProcessRole::word).toList()),
            ProcessRole.ALL.word(),
            "What this process does: everything, the REST API alone, the pxGrid connection alone, or the collection of"
                    + " flows alone. With `api` and `collector` it starts no connector and needs no pxGrid certificate. Of"
                    + " several processes with `all` or `pxgrid` one holds the connection; the others stand by. Processes"
                    + " with `all` or `collector` all collect, side by side.");

    private static final SettingKey URLS = new SettingKey(
            "clarion.connector.urls",
            new SettingKind.BaseUrls(),
            null,
            "With `api`: comma-separated base URLs of the processes with `pxgrid`, such as `http://pxgrid:9000`. A name"
                    + " with several addresses stands for all of them. The process that leads is asked first where it"
                    + " has told its own address.");

    private static final SettingKey ADVERTISED = new SettingKey(
            "clarion.connector.advertised-url",
            new SettingKind.BaseUrls(),
            null,
            "With `pxgrid`: base URL by which processes with `api` reach this one. Without it they try"
                    + " `clarion.connector.urls`.");

    private static final SettingKey KEY_FILE = new SettingKey(
            "clarion.connector.key-file",
            new SettingKind.File(),
            null,
            "File with the key that processes with `api`, `pxgrid` and `collector` share, at least "
                    + SharedKey.SHORTEST
                    + " characters; all three roles need it. It is read anew for each call, so a rotated key needs no restart.");

    /** Every key of this feature. */
    public static final List<SettingKey> KEYS = List.of(ROLE, URLS, ADVERTISED, KEY_FILE);

    public RoleSettings {
        connectorUrls = List.copyOf(connectorUrls);
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is not valid; all of them are checked together at start
     */
    public static RoleSettings from(Config config) {
        return new RoleSettings(
                ProcessRole.of(find(config, ROLE).orElse("")),
                urls(find(config, URLS).orElse("")),
                urls(find(config, ADVERTISED).orElse("")).stream().findFirst(),
                find(config, KEY_FILE).map(Path::of));
    }

    /** What is wrong with the key, one line per fault; the values themselves are checked by their kinds. */
    public static List<String> faults(Config config) {
        Optional<String> role = find(config, ROLE);
        if (role.isPresent() && ROLE.kind().fault(role.get()).isPresent()) {
            return List.of();
        }
        ProcessRole known = ProcessRole.of(role.orElse(""));
        Optional<Path> file = find(config, KEY_FILE).map(Path::of);
        if (file.isEmpty()) {
            return known == ProcessRole.ALL
                    ? List.of()
                    : List.of(KEY_FILE.name() + ": the role " + known.word()
                            + " needs it; name a file with a key of at least " + SharedKey.SHORTEST + " characters");
        }
        try {
            var unused = new SharedKey(file.get()).read();
            return List.of();
        } catch (IOException e) {
            return List.of(KEY_FILE.name() + ": " + e.getMessage());
        }
    }

    /** The key that the processes share, where there is one. */
    public Optional<SharedKey> key() {
        return keyFile.map(SharedKey::new);
    }

    private static List<URI> urls(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url))
                .distinct()
                .toList();
    }

    private static Optional<String> find(Config config, SettingKey key) {
        return config.getOptionalValue(key.name(), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
