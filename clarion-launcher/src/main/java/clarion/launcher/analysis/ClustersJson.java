package clarion.launcher.analysis;

import clarion.domain.segmentation.Findings;
import clarion.domain.segmentation.Trait;
import clarion.domain.segmentation.campus.Analysis;
import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes why groups are groups, and why a person should look at some of their members. */
final class ClustersJson {

    static final String USED_IDS = "used_ids";

    private final Analysis analysis;
    private final JsonGenerator json;
    private final List<List<Integer>> members = new ArrayList<>();

    ClustersJson(Analysis analysis, JsonGenerator json) {
        this.analysis = analysis;
        this.json = json;
        for (int g = 0; g < analysis.grouping().groups(); g++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < analysis.grouping().endpoints(); i++) {
            members.get(analysis.grouping().group(i)).add(i);
        }
    }

    /** @param usedBefore numbers that groups of former runs had */
    void write(Set<Integer> usedBefore) {
        Set<Integer> used = new TreeSet<>(usedBefore);
        List<Integer> order = new ArrayList<>();
        for (int g = 0; g < members.size(); g++) {
            order.add(g);
            used.add(analysis.id(g));
        }
        order.sort(Comparator.comparingInt(analysis::id));
        json.writeStartObject().writeStartArray("clusters");
        order.forEach(this::group);
        json.writeEnd().writeStartArray("review");
        for (int i = 0; i < analysis.grouping().endpoints(); i++) {
            List<String> reasons = analysis.review(i);
            if (!reasons.isEmpty()) {
                member(i, reasons);
            }
        }
        json.writeEnd().writeStartArray(USED_IDS);
        used.forEach(json::write);
        json.writeEnd().writeEnd();
    }

    private void group(int g) {
        Findings findings = analysis.findings();
        int nearest = findings.nearest(g);
        List<Trait> shares = findings.shared(g, analysis::name);
        List<Trait> differs = nearest == g ? List.of() : findings.apart(g, nearest, analysis::name);
        double confidence = members.get(g).stream()
                .mapToDouble(i -> analysis.grouping().confidence(i))
                .average()
                .orElse(0);
        json.writeStartObject()
                .write("cluster_id", analysis.id(g))
                .write("label", analysis.label(g))
                .write("members", members.get(g).size())
                .write("confidence", rounded(confidence))
                .write("explanation", explanation(g, nearest, shares, differs));
        traits("shares", shares);
        if (nearest != g) {
            nearest(nearest);
        }
        traits("differs_from_nearest", differs);
        json.writeEnd();
    }

    private String explanation(int g, int nearest, List<Trait> shares, List<Trait> differs) {
        String who = members.get(g).size() + (members.get(g).size() == 1 ? " endpoint" : " endpoints");
        String common = shares.isEmpty()
                ? " that share nothing which the others lack"
                : " of which each mostly " + words(shares);
        String apart = nearest == g
                ? "."
                : differs.isEmpty()
                        ? ". Hardly anything tells them from " + analysis.name(nearest) + "."
                        : ". What tells them from the nearest group, " + analysis.name(nearest) + ": " + words(differs)
                                + ".";
        return who + common + apart;
    }

    private static String words(List<Trait> traits) {
        return traits.stream().map(Trait::text).collect(Collectors.joining("; "));
    }

    private void member(int i, List<String> reasons) {
        Findings.Reason why = analysis.findings().reason(i, analysis::name);
        int group = analysis.grouping().group(i);
        json.writeStartObject()
                .write("endpoint_id", analysis.evidence().traffic().name(i))
                .write("cluster_id", analysis.id(group))
                .write("label", analysis.label(group))
                .write("confidence", rounded(analysis.grouping().confidence(i)));
        texts("reasons", reasons);
        texts("for", why.towards().stream().map(Trait::text).toList());
        texts("against", why.against().stream().map(Trait::text).toList());
        if (analysis.grouping().second(i) != group) {
            nearest(analysis.grouping().second(i));
        }
        json.writeEnd();
    }

    private void nearest(int g) {
        json.writeStartObject("nearest")
                .write("cluster_id", analysis.id(g))
                .write("label", analysis.label(g))
                .writeEnd();
    }

    private void texts(String name, List<String> texts) {
        json.writeStartArray(name);
        texts.forEach(json::write);
        json.writeEnd();
    }

    private void traits(String name, List<Trait> traits) {
        json.writeStartArray(name);
        for (Trait trait : traits) {
            json.writeStartObject()
                    .write("text", trait.text())
                    .write("kind", trait.kind().name())
                    .write("what", trait.what())
                    .write("far", trait.far())
                    .write("here", rounded(trait.here()))
                    .write("elsewhere", rounded(trait.elsewhere()))
                    .writeEnd();
        }
        json.writeEnd();
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }
}
