package clarion.ejb.settings;

import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import clarion.ejb.access.AccessSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Every setting that Clarion understands, by feature. */
public final class Settings {

    /**
     * The settings of one feature.
     *
     * @param title heading in the configuration guide
     * @param intro a sentence or two under it
     * @param keys in the order of the guide
     */
    public record Section(String title, String intro, List<SettingKey> keys) {}

    /** What the process does. */
    public static final SettingKey ROLE = new SettingKey(
            "clarion.role",
            new SettingKind.Choice(List.of("all", "api", "pxgrid")),
            "all",
            "What this process does: everything, the REST API alone, or the pxGrid connection alone. With `api` it"
                    + " starts no connector and needs no pxGrid certificate.");

    private static final List<SettingKey> DATABASE = List.of(
            new SettingKey(
                    "clarion.db.url",
                    new SettingKind.PostgresUrl(),
                    "jdbc:postgresql://127.0.0.1:5432/clarion",
                    "The PostgreSQL database, version 15 or newer."),
            new SettingKey(
                    "clarion.db.user",
                    new SettingKind.Text(),
                    "clarion",
                    "The database role that Clarion signs in as."),
            new SettingKey(
                    "clarion.db.password-file",
                    new SettingKind.File(),
                    null,
                    "File with that role's password. It is read for each new connection, so a rotated password needs no"
                            + " restart."));

    private static final List<Section> SECTIONS = List.of(
            new Section("Process", "", List.of(ROLE)),
            new Section(
                    "Database",
                    "Read from the system property, else from the environment; a server's own MicroProfile Config sources"
                            + " are not asked, because the data source exists before them.",
                    DATABASE),
            new Section(
                    "pxGrid",
                    "The connection to Cisco ISE. Certificates come from the server's key store unless named here.",
                    pxGrid()),
            new Section("Access", "Login, sessions of the console, API tokens.", AccessSettings.KEYS));

    private Settings() {}

    /** All features, in the order of the guide. */
    public static List<Section> sections() {
        return SECTIONS;
    }

    /** All keys. */
    public static List<SettingKey> keys() {
        return SECTIONS.stream().flatMap(section -> section.keys().stream()).toList();
    }

    /** Everything that is wrong with a configuration, one line per fault; empty when all is well. */
    static List<String> faults(Config config) {
        SettingsCheck check = new SettingsCheck(keys());
        List<String> faults = new ArrayList<>(check.badValues(name -> config.getOptionalValue(name, String.class)));
        faults.addAll(check.unknownKeys(names(config)));
        return faults;
    }

    static List<String> strangeVariables(Config config) {
        return new SettingsCheck(keys()).unknownVariables(names(config));
    }

    private static List<String> names(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .toList();
    }

    private static List<SettingKey> pxGrid() {
        SettingKind file = new SettingKind.File();
        SettingKind time = new SettingKind.Time(Duration.ofMillis(100), Duration.ofDays(1));
        return List.of(
                new SettingKey(
                        "clarion.pxgrid.controllers",
                        new SettingKind.Hosts(),
                        null,
                        "pxGrid controllers, comma-separated `host[:port]`, port 8910 unless said. Empty: no connector."),
                new SettingKey(
                        "clarion.pxgrid.node-name", new SettingKind.Text(), "clarion", "The account's name in ISE."),
                new SettingKey(
                        "clarion.pxgrid.description",
                        new SettingKind.Text(),
                        "Clarion",
                        "What ISE's administrator reads beside the account."),
                new SettingKey(
                        "clarion.pxgrid.key-store",
                        file,
                        null,
                        "Client certificate and key, PKCS12 or JKS. Unset: the server's."),
                new SettingKey(
                        "clarion.pxgrid.key-store-password-file", file, null, "File with the key store's password."),
                new SettingKey(
                        "clarion.pxgrid.trust-store",
                        file,
                        null,
                        "CAs of ISE's certificates, PKCS12 or JKS. Unset: the server's."),
                new SettingKey(
                        "clarion.pxgrid.trust-store-password-file",
                        file,
                        null,
                        "File with the trust store's password."),
                new SettingKey("clarion.pxgrid.connect-timeout", time, "PT5S", "For a TCP and TLS connection."),
                new SettingKey(
                        "clarion.pxgrid.request-timeout",
                        time,
                        "PT30S",
                        "For an answer, and for each pause within one."),
                new SettingKey(
                        "clarion.pxgrid.ping-interval",
                        time,
                        "PT5S",
                        "Between WebSocket pings; after two without a sign of life the peer counts as gone."),
                new SettingKey(
                        "clarion.pxgrid.backoff-initial", time, "PT1S", "Before the second attempt; then doubled."),
                new SettingKey("clarion.pxgrid.backoff-max", time, "PT5M", "Most between two attempts."),
                new SettingKey(
                        "clarion.pxgrid.pending-poll",
                        time,
                        "PT60S",
                        "Between two questions whether ISE's administrator has approved the account."),
                new SettingKey(
                        "clarion.pxgrid.disabled-poll",
                        time,
                        "PT5M",
                        "Between two questions whether a disabled account is enabled again."),
                new SettingKey(
                        "clarion.pxgrid.batch-size",
                        new SettingKind.Whole(1, 10_000),
                        "500",
                        "Most session reports in one transaction."),
                new SettingKey(
                        "clarion.pxgrid.queue-capacity",
                        new SettingKind.Whole(1, 1_000_000),
                        "10000",
                        "Most events read and not yet committed; above it Clarion stops reading from ISE."),
                new SettingKey(
                        "clarion.pxgrid.max-message-bytes",
                        new SettingKind.Whole(65_536, 268_435_456),
                        "16777216",
                        "Largest message accepted, in bytes."));
    }
}
