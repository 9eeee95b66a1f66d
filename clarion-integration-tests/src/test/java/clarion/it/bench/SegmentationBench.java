package clarion.it.bench;

import clarion.it.harness.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good and how stable clusters are, on campuses that were not used while tuning, and what they cost against the
 * number of endpoints; all by {@code ./clarion analyze} as it is. Seeds and sizes:
 * {@code -Dclarion.bench.segmentation.seeds}, {@code -Dclarion.bench.segmentation.sizes}.
 */
final class SegmentationBench implements Bench.Suite {

    private static final List<String> KINDS = List.of("corporate", "hospital", "plant", "university");
    private static final int DAYS = 7;
    private static final int ENDPOINTS = 1_000;
    private static final String SEEDS = "8301";
    private static final String SIZES = "1000,10000,100000";
    private static final String BEHAVIOUR_ONLY = "--behaviour-only";

    /** The figures of one campus in one mode. */
    private record Figures(GroupScore truth, double ungrouped, double stability, double kept) {}

    private final Path work =
            Project.work("bench-segmentation-" + ProcessHandle.current().pid());

    @Override
    public List<Measure> run() throws Exception {
        List<Figures> known = new ArrayList<>();
        List<Figures> behaviour = new ArrayList<>();
        for (String seed :
                System.getProperty("clarion.bench.segmentation.seeds", SEEDS).split(",")) {
            for (String kind : KINDS) {
                SegmentationCampus campus =
                        new SegmentationCampus(work.resolve(kind + seed), kind, ENDPOINTS, DAYS, Long.parseLong(seed));
                known.add(score(kind + ' ' + seed + " with identity", campus));
                behaviour.add(score(kind + ' ' + seed + " by behaviour alone", campus, BEHAVIOUR_ONLY));
            }
        }
        List<Measure> measures = new ArrayList<>();
        report(measures, "with identity", known, 0.90, 0.80);
        report(measures, "by behaviour alone", behaviour, 0.80, 0);
        for (String size :
                System.getProperty("clarion.bench.segmentation.sizes", SIZES).split(",")) {
            cost(measures, Integer.parseInt(size));
        }
        return measures;
    }

    private Figures score(String name, SegmentationCampus campus, String... options) throws Exception {
        Path out = work.resolve(name);
        SegmentationCampus.Result all = campus.analyze(campus.flows(), out.resolve("all"), options);
        SegmentationCampus.Result before = campus.analyze(campus.flows(0, DAYS - 2), out.resolve("before"), options);
        List<String> again = new ArrayList<>(List.of(options));
        again.addAll(List.of("--previous", out.resolve("before").toString()));
        SegmentationCampus.Result after =
                campus.analyze(campus.flows(1, DAYS - 1), out.resolve("after"), again.toArray(String[]::new));
        GroupScore truth = GroupScore.of(campus.roles(), all.clusterOf());
        GroupScore days = GroupScore.of(before.clusterOf(), after.clusterOf());
        double kept = 100.0 * same(before.clusterOf(), after.clusterOf()) / Math.max(1, days.things());
        double ungrouped = 100.0 * Math.max(0, all.talking() - all.clusterOf().size()) / Math.max(1, all.talking());
        System.out.printf(
                Locale.ROOT,
                "%-36s ARI %.3f, V %.3f, F1 of pairs %.3f, ungrouped %.1f %%; next day ARI %.3f, ids kept %.1f %%%n",
                name,
                truth.rand(),
                truth.vMeasure(),
                truth.pairF1(),
                ungrouped,
                days.rand(),
                kept);
        return new Figures(truth, ungrouped, days.rand(), kept);
    }

    private static long same(Map<String, String> before, Map<String, String> after) {
        return before.entrySet().stream()
                .filter(entry -> entry.getValue().equals(after.get(entry.getKey())))
                .count();
    }

    private static void report(List<Measure> measures, String how, List<Figures> all, double mean, double least) {
        measures.add(
                new Measure("ARI x 100, mean, " + how, 100 * mean(all, f -> f.truth.rand()), "", "target", 100 * mean));
        double worst = all.stream().mapToDouble(f -> f.truth.rand()).min().orElse(0);
        measures.add(new Measure("ARI x 100, worst, " + how, 100 * worst, "", "target", 100 * least));
        measures.add(new Measure("V-measure x 100, " + how, 100 * mean(all, f -> f.truth.vMeasure()), "", "best", 100));
        measures.add(new Measure("F1 of pairs x 100, " + how, 100 * mean(all, f -> f.truth.pairF1()), "", "best", 100));
        measures.add(new Measure("ungrouped, " + how, mean(all, Figures::ungrouped), "%", "target", 0));
        measures.add(new Measure(
                "ARI x 100 to the day before, " + how, 100 * mean(all, Figures::stability), "", "target", 97));
        measures.add(new Measure("ids kept, " + how, mean(all, Figures::kept), "% members", "target", 95));
    }

    private static double mean(List<Figures> all, ToDoubleFunction<Figures> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }

    private void cost(List<Measure> measures, int endpoints) throws Exception {
        SegmentationCampus campus =
                new SegmentationCampus(work.resolve("size" + endpoints), "corporate", endpoints, DAYS, 8399);
        SegmentationCampus.Result result = campus.analyze(campus.flows(), work.resolve("out" + endpoints));
        String name = "analyze, " + endpoints + " endpoints";
        measures.add(new Measure(name, result.seconds(), "s", "allowed", endpoints > 10_000 ? 60 : 12));
        measures.add(new Measure(name + ", heap", result.heapMib(), "MiB", "allowed", 2_048));
        GroupScore score = GroupScore.of(campus.roles(), result.clusterOf());
        measures.add(new Measure(name + ", ARI x 100", 100 * score.rand(), "", "target", 90));
    }
}
