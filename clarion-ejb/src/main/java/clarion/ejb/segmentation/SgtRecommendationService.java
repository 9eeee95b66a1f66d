package clarion.ejb.segmentation;

import clarion.domain.segmentation.rules.Condition;
import clarion.domain.segmentation.rules.Rule;
import clarion.domain.segmentation.rules.RuleFinder;
import clarion.domain.segmentation.rules.SgtChoice;
import clarion.ejb.listing.Lists;
import clarion.ejb.segmentation.SgtRecommendation.PresentSgt;
import clarion.ejb.segmentation.SgtRecommendation.SgtClause;
import clarion.ejb.segmentation.SgtRecommendation.SgtRule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Recommends an SGT and a rule for each cluster. */
@Stateless
public class SgtRecommendationService {

    private final Lists lists;
    private final SegmentQueryService segments;
    private final SegmentationSettings settings;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected SgtRecommendationService() {
        this(null, null, null);
    }

    @Inject
    public SgtRecommendationService(Lists lists, SegmentQueryService segments, SegmentationSettings settings) {
        this.lists = lists;
        this.segments = segments;
        this.settings = settings;
    }

    /** What is recommended for a cluster of a run. */
    public SgtRecommendation recommend(long run, long cluster) {
        segments.cluster(run, cluster);
        return lists.read(connection -> {
            Plan plan = plan(connection, run);
            return recommendation(plan, cluster);
        });
    }

    /** What is recommended for each cluster of a run that has members, in the order of their ids. */
    public List<SgtRecommendation> recommendAll(long run) {
        return lists.read(connection -> {
            Plan plan = plan(connection, run);
            return plan.byCluster().keySet().stream()
                    .map(cluster -> recommendation(plan, cluster))
                    .toList();
        });
    }

    /** All that recommendations of a run look at; of new groups the values, which no two clusters share. */
    private record Plan(
            List<Tagged> all,
            Map<Long, List<Tagged>> byCluster,
            Map<Long, String> names,
            Map<String, Integer> known,
            Map<Long, SgtChoice> choices,
            Map<Long, Integer> values) {}

    private Plan plan(Connection connection, long run) throws SQLException {
        List<Tagged> all = Tagged.read(connection, run);
        Map<Long, List<Tagged>> byCluster = new TreeMap<>();
        for (Tagged member : all) {
            if (member.cluster() != 0) {
                byCluster
                        .computeIfAbsent(member.cluster(), id -> new ArrayList<>())
                        .add(member);
            }
        }
        Map<Long, String> names = ClusterNames.read(connection, run);
        Map<String, Integer> known = known(connection);
        Map<String, Integer> everywhere = Tagged.sgts(all);
        Set<String> takenNames = new HashSet<>(known.keySet());
        Set<Integer> taken = new HashSet<>(known.values());
        Map<Long, SgtChoice> choices = new HashMap<>();
        Map<Long, Integer> values = new HashMap<>();
        byCluster.forEach((cluster, members) -> {
            String name = names.getOrDefault(cluster, "cluster " + cluster);
            SgtChoice choice = SgtChoice.of(name, Tagged.sgts(members), everywhere, takenNames);
            choices.put(cluster, choice);
            if (choice.existing()) {
                values.put(cluster, known.getOrDefault(choice.sgtName(), -1));
            } else {
                int value = SgtChoice.freeValue(cluster, settings.firstSgt(), settings.lastSgt(), taken);
                taken.add(value);
                takenNames.add(choice.sgtName());
                values.put(cluster, value);
            }
        });
        return new Plan(all, byCluster, names, known, choices, values);
    }

    private static Map<String, Integer> known(Connection connection) throws SQLException {
        Map<String, Integer> known = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select name, sgt from security_group where deleted_at is null order by name, sgt");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                known.putIfAbsent(row.getString(1), row.getInt(2));
            }
        }
        return known;
    }

    private static SgtRecommendation recommendation(Plan plan, long cluster) {
        List<Tagged> members = plan.byCluster().getOrDefault(cluster, List.of());
        SgtChoice choice =
                plan.choices().getOrDefault(cluster, new SgtChoice("Cluster_" + cluster, false, 0, List.of()));
        Rule rule = new RuleFinder(
                        plan.all().stream().map(member -> member.of(cluster)).toList())
                .find();
        int value = plan.values().getOrDefault(cluster, -1);
        double sure = members.stream().mapToInt(Tagged::confidence).average().orElse(0);
        return new SgtRecommendation(
                Long.toString(cluster),
                plan.names().getOrDefault(cluster, "cluster " + cluster),
                choice.sgtName(),
                value < 0 ? null : value,
                choice.existing(),
                Math.round(sure * rule.quality()),
                choice.evidence(),
                now(members),
                members.stream()
                        .filter(member -> Objects.equals(member.sgtName(), choice.sgtName()))
                        .count(),
                shown(rule));
    }

    private static List<PresentSgt> now(List<Tagged> members) {
        Map<String, Integer> sgts = Tagged.sgts(members);
        List<PresentSgt> now = new ArrayList<>();
        sgts.forEach((name, n) -> now.add(new PresentSgt(name, n)));
        long without =
                members.stream().filter(member -> member.sgtName() == null).count();
        if (without > 0) {
            @Nullable String none = null;
            now.add(new PresentSgt(none, without));
        }
        now.sort(Comparator.comparingLong(PresentSgt::members).reversed());
        return now;
    }

    private static SgtRule shown(Rule rule) {
        return new SgtRule(
                rule.isOfUsers(),
                rule.clauses().stream()
                        .map(clause -> new SgtClause(
                                clause.conditions().stream()
                                        .map(Condition::text)
                                        .toList(),
                                clause.caught(),
                                clause.missed(),
                                clause.wrong()))
                        .toList(),
                rule.caught(),
                rule.missed(),
                rule.wrong(),
                rule.missedExamples(),
                rule.wrongExamples());
    }
}
