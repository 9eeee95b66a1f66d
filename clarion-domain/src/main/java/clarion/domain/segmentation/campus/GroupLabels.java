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

/** Names for groups that a person understands: what most members are, else what they do and others do not. */
final class GroupLabels {

    private static final double MOST = 0.6;

    private final Findings findings;
    private final int[] ids;

    GroupLabels(Findings findings, int[] ids) {
        this.findings = findings;
        this.ids = ids;
    }

    List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int g = 0; g < ids.length; g++) {
            labels.add(first(g));
        }
        for (int more = 0; more < 3; more++) {
            Map<String, Integer> times = new HashMap<>();
            labels.forEach(label -> times.merge(label, 1, Integer::sum));
            for (int g = 0; g < ids.length; g++) {
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
                value.ifPresent(trait -> parts.add(trait.far()));
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

    private String longer(int g, String label, int more) {
        if (more == 2) {
            return label + " #" + ids[g];
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
