package clarion.ejb.settings;

import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import clarion.ejb.access.AccessSettings;
import clarion.ejb.access.ConsoleSettings;
import clarion.ejb.connectors.ReconcileSettings;
import clarion.ejb.flows.FlowSettings;
import clarion.ejb.flows.collector.FlowCollectorSettings;
import clarion.ejb.health.MetricsSettings;
import clarion.ejb.queue.QueueSettings;
import clarion.ejb.segmentation.SegmentationSettings;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.settings.RoleSettings;
import clarion.pxgrid.settings.SettingsException;
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
    public static final SettingKey ROLE = RoleSettings.ROLE;

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
            new Section(
                    "Process",
                    "One artifact plays every role. Processes with `api` and with `pxgrid` know each other by the database and"
                            + " by a key that they share.",
                    RoleSettings.KEYS),
            new Section(
                    "Database",
                    "Read from the system property, else from the environment; a server's own MicroProfile Config sources"
                            + " are not asked, because the data source exists before them.",
                    DATABASE),
            new Section(
                    "pxGrid",
                    "The connection to Cisco ISE. Certificates come from the server's key store unless PEM files or stores are"
                            + " named here.",
                    PxGridSettings.KEYS),
            new Section(
                    "Completeness",
                    "How what is stored is held against ISE, and how long the history of it is kept.",
                    ReconcileSettings.KEYS),
            new Section(
                    "Flows",
                    "The collector of NetFlow and IPFIX, in processes with `all` or `collector`.",
                    FlowCollectorSettings.KEYS),
            new Section(
                    "Conversations",
                    "How flow records become conversations of devices and users, and how long those are kept.",
                    FlowSettings.KEYS),
            new Section(
                    "Segmentation",
                    "When endpoints are grouped by what they do and are, and on what that rests.",
                    SegmentationSettings.KEYS),
            new Section(
                    "Message queue",
                    "Off unless an address is given; see [operating](operating.md#with-a-message-queue).",
                    QueueSettings.KEYS),
            new Section("Access", "Login, sessions of the console, API tokens.", AccessSettings.KEYS),
            new Section(
                    "Metrics",
                    "Who may read `/metrics` besides viewers; see [metrics](metrics.md).",
                    MetricsSettings.KEYS),
            new Section(
                    "Console",
                    "For a console that is served from elsewhere than the API, such as a CDN.",
                    ConsoleSettings.KEYS));

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
        faults.addAll(pxGridFaults(config));
        faults.addAll(RoleSettings.faults(config));
        if (faults.isEmpty()) {
            faults.addAll(FlowSettings.faults(config)); // beyond what each value says by itself
            faults.addAll(SegmentationSettings.faults(config));
        }
        faults.addAll(QueueSettings.faults(config));
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

    /** The connector checks its values itself, as it reads them. */
    private static List<String> pxGridFaults(Config config) {
        try {
            PxGridSettings.from(config);
            return List.of();
        } catch (SettingsException e) {
            return e.faults();
        }
    }
}
