package clarion.it.bench;

import clarion.domain.policy.ProposedPolicy;
import clarion.domain.policy.mining.Groups;
import clarion.domain.policy.mining.Mined;
import clarion.domain.policy.mining.Miner;
import clarion.domain.policy.mining.MiningSettings;
import clarion.domain.policy.mining.TrafficUsage;
import clarion.domain.segmentation.Workers;
import clarion.domain.segmentation.campus.Analysis;
import clarion.domain.segmentation.campus.GroupIds;
import clarion.it.harness.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How good a mined policy is, on campuses that were not used while tuning: every kind, 7 days of learning and 2 of
 * test, with the true groups and with those that are found, beside two policies that people make by hand. Seeds and
 * sizes: {@code -Dclarion.bench.policy.seeds}, {@code -Dclarion.bench.policy.endpoints}.
 */
final class PolicyBench implements Bench.Suite {

    private static final List<String> KINDS = List.of("corporate", "hospital", "plant", "university");
    private static final String SEEDS = "8201,8202";

    private final List<Map<Figure, Double>> withTrue = new ArrayList<>();
    private final List<Map<Figure, Double>> withFound = new ArrayList<>();
    private final List<PolicyBaselines.Result> frequent = new ArrayList<>();
    private final List<PolicyBaselines.Result> everything = new ArrayList<>();

    /** The figures of one policy. */
    private enum Figure {
        AVAILABILITY("availability", "%", 99.9),
        LEAKAGE("leakage", "%", 0.5),
        LEARNT_FROM_ATTACKERS("attacked services permitted", "services", 0),
        COMMON("recall of common services", "%", 99),
        RARE("recall of rare services, permitted", "%", 0),
        RARE_FLAGGED("recall of rare services, flagged too", "%", 90),
        PRECISION("precision over port space", "%", 90),
        PRECISION_PAIRS("precision by host pairs", "%", 90),
        ACES("ACEs", "ACEs", 0),
        LARGEST("largest cell", "ACEs", 0),
        SGACLS("distinct SGACLs", "SGACLs", 0),
        DECISIONS("decisions of a person", "decisions", 0),
        BEFORE("exposure before", "services", 0),
        AFTER("exposure after", "services", 0),
        MILLIS("mining", "ms", 0);

        private final String text;
        private final String unit;
        private final double target;

        Figure(String text, String unit, double target) {
            this.text = text;
            this.unit = unit;
            this.target = target;
        }
    }

    @Override
    public List<Measure> run() throws Exception {
        int endpoints = Integer.getInteger("clarion.bench.policy.endpoints", 2_000);
        Path work = Project.work("bench-policy-" + ProcessHandle.current().pid());
        for (String seed :
                System.getProperty("clarion.bench.policy.seeds", SEEDS).split(",")) {
            for (String kind : KINDS) {
                campus(kind, new PolicyCampus(work.resolve(kind), kind, endpoints, Long.parseLong(seed)), seed);
            }
        }
        List<Measure> measures = new ArrayList<>();
        report(measures, withTrue, "true groups", 90);
        report(measures, withFound, "found groups", 75);
        beside(measures, "permit each frequent port", frequent);
        beside(measures, "permit everything seen", everything);
        return measures;
    }

    private void beside(List<Measure> measures, String name, List<PolicyBaselines.Result> all) {
        double availability = mean(all, PolicyBaselines.Result::availability);
        double leakage = mean(all, PolicyBaselines.Result::leakage);
        measures.add(new Measure("availability", mean(withTrue, Figure.AVAILABILITY), "%", name, availability));
        measures.add(new Measure("leakage", mean(withTrue, Figure.LEAKAGE), "%", name, leakage));
        double aces = mean(all, result -> (double) result.aces());
        measures.add(new Measure("ACEs", mean(withTrue, Figure.ACES), "ACEs", name, aces));
    }

    private void campus(String kind, PolicyCampus campus, String seed) throws IOException {
        TrafficUsage usage = new TrafficUsage(campus.evidence.traffic());
        Groups known = usage.groups(
                campus.roles,
                i -> campus.roleOf.getOrDefault(campus.evidence.traffic().name(i), Groups.UNKNOWN));
        Analysis analysis = Analysis.of(campus.evidence, 1, GroupIds.Former.NONE, Workers.ALONE);
        Groups found = usage.groups(
                IntStream.range(0, analysis.grouping().groups())
                        .mapToObj(analysis::name)
                        .toList(),
                analysis.grouping()::group);
        withTrue.add(score(kind + " " + seed + " true groups", campus, usage, known));
        withFound.add(score(kind + " " + seed + " found groups", campus, usage, found));
        for (boolean often : new boolean[] {true, false}) {
            (often ? frequent : everything).add(PolicyBaselines.of(campus, often));
        }
    }

    private static Map<Figure, Double> score(String what, PolicyCampus campus, TrafficUsage usage, Groups groups)
            throws IOException {
        long began = System.nanoTime();
        Mined mined = Miner.mine(usage, groups, MiningSettings.DEFAULTS);
        double millis = (System.nanoTime() - began) / 1e6;
        if (!mined.permits()
                .equals(Miner.mine(usage, groups, MiningSettings.DEFAULTS).permits())) {
            throw new IllegalStateException("the same input gave another policy: " + what);
        }
        PolicyScore score = new PolicyScore(campus, mined);
        ProposedPolicy policy = score.policy();
        double[] exposure = score.exposure();
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.AVAILABILITY, score.availability);
        figures.put(Figure.LEAKAGE, score.leakage);
        figures.put(Figure.LEARNT_FROM_ATTACKERS, (double) score.learntFromAttackers);
        figures.put(Figure.COMMON, score.recall(false, false));
        figures.put(Figure.RARE, score.recall(true, false));
        figures.put(Figure.RARE_FLAGGED, score.recall(true, true));
        figures.put(Figure.PRECISION, score.precision(false));
        figures.put(Figure.PRECISION_PAIRS, score.precision(true));
        figures.put(Figure.ACES, (double) policy.aces());
        figures.put(Figure.LARGEST, (double) score.largestCell());
        figures.put(Figure.SGACLS, (double) policy.sgacls().size());
        figures.put(Figure.DECISIONS, (double) score.decisions());
        figures.put(Figure.BEFORE, exposure[0]);
        figures.put(Figure.AFTER, exposure[1]);
        figures.put(Figure.MILLIS, millis);
        System.out.printf(
                Locale.ROOT,
                "%-32s availability %.3f leakage %.2f precision %.1f recall %.1f rare %.1f+%.1f ACEs %d%n",
                what,
                score.availability,
                score.leakage,
                score.precision(false),
                score.recall(false, false),
                score.recall(true, false),
                score.recall(true, true) - score.recall(true, false),
                policy.aces());
        return figures;
    }

    private static void report(List<Measure> measures, List<Map<Figure, Double>> all, String groups, double precision) {
        for (Figure figure : Figure.values()) {
            boolean precise = figure == Figure.PRECISION || figure == Figure.PRECISION_PAIRS;
            measures.add(new Measure(
                    figure.text + ", " + groups,
                    mean(all, figure),
                    figure.unit,
                    figure.target > 0 ? "asked for" : "",
                    precise ? precision : figure.target));
        }
        for (Figure figure : List.of(Figure.AVAILABILITY, Figure.PRECISION)) {
            double worst = all.stream()
                    .mapToDouble(one -> one.getOrDefault(figure, 0.0))
                    .min()
                    .orElse(0);
            double target = figure == Figure.PRECISION ? precision : figure.target;
            measures.add(new Measure("worst " + figure.text + ", " + groups, worst, "%", "asked for", target));
        }
    }

    private static double mean(List<Map<Figure, Double>> all, Figure figure) {
        return mean(all, one -> one.getOrDefault(figure, 0.0));
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }
}
