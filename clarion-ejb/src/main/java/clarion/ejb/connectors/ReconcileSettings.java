package clarion.ejb.connectors;

import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * When the stored picture is compared with ISE's, and how long the ledger remembers.
 *
 * @param at time of day in UTC; empty = never by the clock
 * @param history how long closed gaps, comparisons, RADIUS failures and superseded policy downloads are kept
 */
public record ReconcileSettings(Optional<LocalTime> at, Duration history) {

    private static final String OFF = "off";

    private static final SettingKey AT = new SettingKey(
            "clarion.pxgrid.reconcile-at",
            new SettingKind.TimeOfDay(OFF),
            "03:00",
            "Time of day in UTC at which what is stored is compared with ISE's own list and repaired; `off` for never.");

    private static final SettingKey HISTORY = new SettingKey(
            "clarion.pxgrid.history",
            new SettingKind.Time(Duration.ofDays(1), Duration.ofDays(3650)),
            "P30D",
            "How long RADIUS failures, closed gaps, comparisons, and policy downloads and deleted groups that nothing"
                    + " refers to any more are kept.");

    /** Every key of this feature. */
    public static final List<SettingKey> KEYS = List.of(AT, HISTORY);

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is not valid; all of them are checked together at start
     */
    public static ReconcileSettings from(Config config) {
        String at = get(config, AT);
        return new ReconcileSettings(
                at.equals(OFF) ? Optional.empty() : Optional.of(LocalTime.parse(at)),
                Duration.parse(get(config, HISTORY)));
    }

    /** As an operator writes it. */
    public String schedule() {
        return at.map(LocalTime::toString).orElse(OFF);
    }

    /** When it is due next, strictly after a time. */
    public Optional<Instant> next(Instant after) {
        OffsetDateTime now = after.atOffset(ZoneOffset.UTC);
        return at.map(time -> {
            OffsetDateTime today = now.toLocalDate().atTime(time).atOffset(ZoneOffset.UTC);
            return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
        });
    }

    private static String get(Config config, SettingKey key) {
        String fallback = key.defaultValue();
        return config.getOptionalValue(key.name(), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(fallback == null ? "" : fallback);
    }
}
