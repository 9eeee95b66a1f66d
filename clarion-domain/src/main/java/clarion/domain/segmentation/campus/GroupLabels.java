package clarion.domain.segmentation.campus;

import clarion.domain.segmentation.Findings;
import clarion.domain.segmentation.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;

/** Names for groups that a person understands: what most members are, else what they do and others do not. */
public final class GroupLabels {

    private static final double MOST = 0.6;

    private final Findings findings;
    private final int groups;
    private final IntToLongFunction id;

    /** @param id the number of a group, which its label ends with if nothing else tells two apart */
    public GroupLabels(Findings findings, IntToLongFunction id) {
        this.findings = findings;
        this.groups = findings.grouping().groups();
        this.id = id;
    }

    /** The name of each group; no two are the same. */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            labels.add(first(g));
        }
        for (int more = 0; more < 3; more++) {
            Map<String, Integer> times = new HashMap<>();
            labels.forEach(label -> times.merge(label, 1, Integer::sum));
            for (int g = 0; g < groups; g++) {
                if (times.getOrDefault(labels.get(g), 0) > 1) {
                    labels.set(g, longer(g, labels.get(g), more));
                }
            }
        }
        return labels;
    }

    private String first(int g) {
        Set<String> parts = new LinkedHashSet<>();
        for (String view : List.of("group", "device type", "profile")) {
            Optional<Trait> value = findings.mostCommon(g, view).filter(trait -> trait.here() >= MOST);
            if (parts.size() < 2) {
                value.ifPresent(trait -> parts.add(lastPart(trait.far())));
            }
        }
        if (!parts.isEmpty()) {
            return String.join(" ", parts);
        }
        return findings.shared(g, far -> "").stream()
                .filter(trait -> trait.kind() != Trait.Kind.IS)
                .findFirst()
                .map(GroupLabels::words)
                .orElse("endpoints without a mark of their own");
    }

    /** Groups of Active Directory come as {@code domain/Groups/Name}. */
    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String longer(int g, String label, int more) {
        if (more == 2) {
            return label + " #" + id.applyAsLong(g);
        }
        List<Trait> telling =
                more == 0 ? findings.apart(g, findings.nearest(g), far -> "") : findings.shared(g, far -> "");
        return telling.stream()
                .filter(trait -> trait.here() > trait.elsewhere())
                .map(GroupLabels::words)
                .filter(words -> !label.contains(words))
                .findFirst()
                .map(words -> label + ", " + words)
                .orElse(label);
    }

    private static String words(Trait trait) {
        return switch (trait.kind()) {
            case USES -> "clients of " + trait.what();
            case OFFERS -> "servers of " + trait.what();
            case IS -> trait.what() + " " + trait.far();
        };
    }
}
