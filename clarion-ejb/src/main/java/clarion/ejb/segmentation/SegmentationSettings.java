package clarion.ejb.segmentation;

import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * When endpoints are grouped, and on what.
 *
 * @param at time of day in UTC; empty = only on demand
 * @param window how much of the flows a run looks at, up to now
 * @param seed of every random choice
 * @param reviewBelow confidence in percent below which a member asks for a review
 * @param keep how many finished runs are kept with their members
 * @param firstSgt of the values that new security groups are proposed with
 * @param lastSgt of these
 */
public record SegmentationSettings(
        Optional<LocalTime> at, Duration window, long seed, int reviewBelow, int keep, int firstSgt, int lastSgt) {

    private static final String OFF = "off";

    private static final SettingKey AT = new SettingKey(
            "clarion.segmentation.run-at",
            new SettingKind.TimeOfDay(OFF),
            "02:00",
            "Time of day in UTC at which endpoints are grouped anew; `off` for only on demand. Of several processes one does it.");

    private static final SettingKey WINDOW = new SettingKey(
            "clarion.segmentation.window",
            new SettingKind.Time(Duration.ofHours(1), Duration.ofDays(14)),
            "P7D",
            "How much of the flows a run looks at, up to the time at which it begins.");

    private static final SettingKey SEED = new SettingKey(
            "clarion.segmentation.seed",
            new SettingKind.Whole(0, Integer.MAX_VALUE),
            "1",
            "Seed of every random choice of a run; the same data and seed give the same groups.");

    private static final SettingKey REVIEW_BELOW = new SettingKey(
            "clarion.segmentation.review-below",
            new SettingKind.Whole(0, 100),
            "60",
            "Confidence in percent below which a member stands on the review list.");

    private static final SettingKey KEEP = new SettingKey(
            "clarion.segmentation.keep-runs",
            new SettingKind.Whole(2, 1_000),
            "14",
            "How many finished runs are kept with their members, for comparison. Of older ones a line stays.");

    private static final SettingKey FIRST_SGT = new SettingKey(
            "clarion.segmentation.sgt-first",
            new SettingKind.Whole(2, 65_519),
            "1000",
            "First of the values that new security groups are proposed with; those that ISE has given are left out.");

    private static final SettingKey LAST_SGT = new SettingKey(
            "clarion.segmentation.sgt-last",
            new SettingKind.Whole(2, 65_519),
            "1999",
            "Last of these values; no less than the first.");

    /** Every key of this feature. */
    public static final List<SettingKey> KEYS = List.of(AT, WINDOW, SEED, REVIEW_BELOW, KEEP, FIRST_SGT, LAST_SGT);

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is not valid; all of them are checked together at start
     */
    public static SegmentationSettings from(Config config) {
        String at = get(config, AT);
        return new SegmentationSettings(
                at.equals(OFF) ? Optional.empty() : Optional.of(LocalTime.parse(at)),
                Duration.parse(get(config, WINDOW)),
                Long.parseLong(get(config, SEED)),
                Integer.parseInt(get(config, REVIEW_BELOW)),
                Integer.parseInt(get(config, KEEP)),
                Integer.parseInt(get(config, FIRST_SGT)),
                Integer.parseInt(get(config, LAST_SGT)));
    }

    /** What is wrong beyond single values; one line each. */
    public static List<String> faults(Config config) {
        SegmentationSettings settings = from(config);
        return settings.firstSgt() <= settings.lastSgt()
                ? List.of()
                : List.of(FIRST_SGT.name() + " must not be more than " + LAST_SGT.name());
    }

    private static String get(Config config, SettingKey key) {
        String fallback = key.defaultValue();
        return config.getOptionalValue(key.name(), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(fallback == null ? "" : fallback);
    }
}
