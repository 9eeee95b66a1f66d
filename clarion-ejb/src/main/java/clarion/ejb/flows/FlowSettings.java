package clarion.ejb.flows;

import clarion.domain.flows.identity.NetworkRange;
import clarion.domain.flows.identity.Networks;
import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * How flows become buckets, and how long those are kept.
 *
 * @param hold how long flows wait for the sessions of their time
 * @param commitInterval how often buckets are written
 * @param queue batches that may wait to be joined
 * @param mostHeld different conversations that may wait, in the hold and again for the database
 * @param networks what is internal, and how the outside is grouped
 * @param keepFine how long 5-minute buckets are kept
 * @param keepHours how long hourly buckets are kept
 * @param keepDays how long daily buckets are kept
 * @param lookBack how far back late news of sessions move buckets; no longer than 5-minute buckets are kept
 * @param mostImportBytes size of a file that may be imported, as it is sent
 */
public record FlowSettings(
        Duration hold,
        Duration commitInterval,
        int queue,
        int mostHeld,
        Networks networks,
        Duration keepFine,
        Duration keepHours,
        Duration keepDays,
        Duration lookBack,
        long mostImportBytes) {

    private static final SettingKey HOLD = new SettingKey(
            "clarion.flows.hold",
            new SettingKind.Time(Duration.ZERO, Duration.ofMinutes(30)),
            "PT2M",
            "How long flows wait for the session events of their time before they are told to devices and users. Later"
                    + " events still move them.");

    private static final SettingKey COMMIT_INTERVAL = new SettingKey(
            "clarion.flows.commit-interval",
            new SettingKind.Time(Duration.ofSeconds(1), Duration.ofMinutes(5)),
            "PT5S",
            "How often buckets are written to the database. What is not yet written is lost when the process is killed.");

    private static final SettingKey QUEUE = new SettingKey(
            "clarion.flows.queue",
            new SettingKind.Whole(2, 10_000),
            "64",
            "Batches of records that may wait to be joined; what comes when all wait is dropped and counted.");

    private static final SettingKey MOST_HELD = new SettingKey(
            "clarion.flows.most-held",
            new SettingKind.Whole(1_000, 10_000_000),
            "500000",
            "Different conversations that may wait for session events, and again for the database; about 250 octets of"
                    + " memory each. What is over goes on early, and is dropped and counted while the database does not answer.");

    private static final SettingKey INTERNAL = new SettingKey(
            "clarion.flows.internal-networks",
            new SettingKind.Networks(),
            "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,169.254.0.0/16,fc00::/7,fe80::/10",
            "Networks whose addresses are the organisation's own: each is a party of its own, even when nobody is known to"
                    + " have it.");

    private static final SettingKey NAMED = new SettingKey(
            "clarion.flows.external-networks",
            new SettingKind.OwnCheck("list of name=prefix"),
            "",
            "External networks that are counted under names, such as `cloud=203.0.113.0/24`; the first that fits counts.");

    private static final SettingKey V4_BITS = new SettingKey(
            "clarion.flows.external-prefix-v4",
            new SettingKind.Whole(0, 24),
            "0",
            "External IPv4 addresses without a name are counted by prefixes of this length; 0 counts all of them together.");

    private static final SettingKey V6_BITS =
            new SettingKey("clarion.flows.external-prefix-v6", new SettingKind.Whole(0, 48), "0", "Likewise for IPv6.");

    private static final SettingKey KEEP_FINE =
            keep("5m", "P7D", 365, "5-minute buckets, and what sessions said of addresses");
    private static final SettingKey KEEP_HOURS = keep("hours", "P90D", 3650, "hourly buckets");
    private static final SettingKey KEEP_DAYS = keep("days", "P730D", 36_500, "daily buckets");

    private static final SettingKey LOOK_BACK = new SettingKey(
            "clarion.flows.look-back",
            new SettingKind.Time(Duration.ZERO, Duration.ofDays(7)),
            "PT24H",
            "How far back a session event that comes late moves what is stored already.");

    private static final SettingKey MOST_IMPORT = new SettingKey(
            "clarion.flows.import-most-megabytes",
            new SettingKind.Whole(1, 1_000_000),
            "4096",
            "Size of a file of flows that may be imported, as it is sent; it is kept in the temporary directory meanwhile.");

    /** Every key of this feature. */
    public static final List<SettingKey> KEYS = List.of(
            HOLD,
            COMMIT_INTERVAL,
            QUEUE,
            MOST_HELD,
            INTERNAL,
            NAMED,
            V4_BITS,
            V6_BITS,
            KEEP_FINE,
            KEEP_HOURS,
            KEEP_DAYS,
            LOOK_BACK,
            MOST_IMPORT);

    /** The defaults. */
    public static FlowSettings defaults() {
        return from(key -> Optional.ofNullable(key.defaultValue()));
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is not valid; all of them are checked together at start
     */
    public static FlowSettings from(Config config) {
        return from(key -> config.getOptionalValue(key.name(), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.ofNullable(key.defaultValue())));
    }

    /** What is wrong beyond single values; one line each. */
    public static List<String> faults(Config config) {
        List<String> faults = new ArrayList<>();
        try {
            from(config);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        return faults;
    }

    private interface Values {
        Optional<String> of(SettingKey key);

        default String get(SettingKey key) {
            return of(key).orElse("");
        }

        default Duration time(SettingKey key) {
            return Duration.parse(get(key));
        }

        default int number(SettingKey key) {
            return Integer.parseInt(get(key));
        }
    }

    private static FlowSettings from(Values values) {
        FlowSettings settings = new FlowSettings(
                values.time(HOLD),
                values.time(COMMIT_INTERVAL),
                values.number(QUEUE),
                values.number(MOST_HELD),
                new Networks(
                        parts(values.get(INTERNAL)).map(NetworkRange::parse).toList(),
                        parts(values.get(NAMED)).map(FlowSettings::named).toList(),
                        values.number(V4_BITS),
                        values.number(V6_BITS)),
                values.time(KEEP_FINE),
                values.time(KEEP_HOURS),
                values.time(KEEP_DAYS),
                values.time(LOOK_BACK),
                values.number(MOST_IMPORT) * 1_048_576L);
        if (settings.keepFine().compareTo(settings.keepHours()) > 0
                || settings.keepHours().compareTo(settings.keepDays()) > 0) {
            throw new IllegalArgumentException(KEEP_FINE.name() + ", " + KEEP_HOURS.name() + " and " + KEEP_DAYS.name()
                    + " must not become shorter in this order");
        }
        return settings;
    }

    private static java.util.stream.Stream<String> parts(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static Networks.Named named(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(NAMED.name() + ": '" + text + "' is not name=prefix");
        }
        try {
            return new Networks.Named(
                    text.substring(0, equals).strip(),
                    NetworkRange.parse(text.substring(equals + 1).strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NAMED.name() + ": " + e.getMessage(), e);
        }
    }

    private static SettingKey keep(String name, String value, int mostDays, String what) {
        return new SettingKey(
                "clarion.flows.keep-" + name,
                new SettingKind.Time(Duration.ofDays(2), Duration.ofDays(mostDays)),
                value,
                "How long " + what + " are kept.");
    }
}
