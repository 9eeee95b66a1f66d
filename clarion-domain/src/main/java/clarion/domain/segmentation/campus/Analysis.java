package clarion.domain.segmentation.campus;

import clarion.domain.segmentation.Findings;
import clarion.domain.segmentation.Grouping;
import clarion.domain.segmentation.Segmentation;
import clarion.domain.segmentation.Trait;
import clarion.domain.segmentation.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was found of a campus: its groups with numbers and names, why they are groups, who is in them, and who should be
 * looked at by a person. The traffic that it rests on is at hand in {@link #evidence}, with the same numbers of
 * endpoints.
 */
public final class Analysis {

    /** Below this confidence a person should look. */
    public static final double SURE = 0.6;

    /** Scans of so many conversations are worth a look. */
    private static final int SCANS = 20;

    /** Who surprises by so many times the group's spread beyond its upper quartile is an outlier. */
    private static final double FAR_OUT = 6;

    private static final double LEAST_SURPRISE = 12;

    private final Evidence evidence;
    private final Findings findings;
    private final int[] ids;
    private final List<String> labels;
    private final double[] outlying;

    private Analysis(Evidence evidence, Findings findings, GroupIds.Former former) {
        this.evidence = evidence;
        this.findings = findings;
        this.ids = GroupIds.of(findings.grouping(), evidence.traffic().endpoints(), former);
        this.labels = new GroupLabels(findings, group -> ids[group]).labels();
        this.outlying = outlying();
    }

    /**
     * Groups the endpoints.
     *
     * @param seed of every random choice
     * @param former the run before, whose groups keep their numbers
     * @param workers do the work; the result is the same however many they are
     */
    public static Analysis of(Evidence evidence, long seed, GroupIds.Former former, Workers workers) {
        return new Analysis(evidence, new Segmentation(evidence.graph(), seed, workers).run(), former);
    }

    public Evidence evidence() {
        return evidence;
    }

    public Findings findings() {
        return findings;
    }

    public Grouping grouping() {
        return findings.grouping();
    }

    /** The number of a group, which it keeps from run to run; from 100,000 to 999,999. */
    public int id(int group) {
        return ids[group];
    }

    public String label(int group) {
        return labels.get(group);
    }

    /** How a group is called within a sentence. */
    public String name(int group) {
        return labels.get(group) + " (" + ids[group] + ")";
    }

    /** Conversations that an endpoint took part in. */
    public int conversations(int endpoint) {
        return evidence.traffic().conversationsOf(endpoint);
    }

    /** Why a person should look at an endpoint; nothing for most. */
    public List<String> review(int endpoint) {
        List<String> reasons = new ArrayList<>();
        Grouping grouping = grouping();
        int other = grouping.second(endpoint);
        if (grouping.confidence(endpoint) < SURE) {
            reasons.add(
                    other == grouping.group(endpoint)
                            ? "nothing tells it from the others"
                            : "fits " + name(other) + " nearly as well");
        }
        if (conversations(endpoint) == 0) {
            reasons.add("was not seen to talk: only what is known of it decides");
        } else if (findings.isSilent(endpoint)) {
            reasons.add("does nothing that others do too: only what is known of it decides");
        }
        int scans = evidence.traffic().scansBy(endpoint);
        if (scans >= SCANS) {
            reasons.add("scans: " + scans + " of its " + conversations(endpoint)
                    + " conversations asked many addresses or ports, mostly in vain");
        }
        if (outlying[endpoint] > 0) {
            reasons.add("does what hardly anybody in its group does: "
                    + String.join(
                            "; ",
                            findings.unusual(endpoint, this::name).stream()
                                    .limit(3)
                                    .map(Trait::text)
                                    .toList()));
        }
        return reasons;
    }

    /** By how much each endpoint is beyond what is usual in its group, 0 for most. */
    private double[] outlying() {
        Grouping grouping = grouping();
        int n = grouping.endpoints();
        double[] surprise = new double[n];
        int[] sizes = new int[grouping.groups()];
        for (int i = 0; i < n; i++) {
            surprise[i] = findings.surprise(i);
            sizes[grouping.group(i)]++;
        }
        double[][] within = new double[sizes.length][];
        for (int g = 0; g < sizes.length; g++) {
            within[g] = new double[sizes[g]];
        }
        for (int i = 0; i < n; i++) {
            within[grouping.group(i)][--sizes[grouping.group(i)]] = surprise[i];
        }
        double[] limit = new double[within.length];
        for (int g = 0; g < within.length; g++) {
            Arrays.sort(within[g]);
            double upper = quartile(within[g], 3);
            limit[g] = Math.max(LEAST_SURPRISE, upper + FAR_OUT * (upper - quartile(within[g], 1)));
        }
        double[] beyond = new double[n];
        for (int i = 0; i < n; i++) {
            beyond[i] = Math.max(0, surprise[i] - limit[grouping.group(i)]);
        }
        return beyond;
    }

    private static double quartile(double[] sorted, int which) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * which / 4)];
    }
}
