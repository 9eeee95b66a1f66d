package clarion.ejb.segmentation;

import clarion.domain.segmentation.Trait;
import clarion.domain.segmentation.Trait.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names clusters by what their members share: who they are, else what they do. No two are named alike. */
final class Labels {

    private static final double MOSTLY = 0.5;

    private final Set<String> taken = new HashSet<>();

    /** Names that are given already. */
    void take(String name) {
        taken.add(name.toLowerCase(Locale.ROOT));
    }

    String of(List<Trait> shared) {
        String plain = plain(shared);
        String label = plain;
        for (int n = 2; !taken.add(label.toLowerCase(Locale.ROOT)); n++) {
            label = plain + " " + n;
        }
        return label;
    }

    private static String plain(List<Trait> shared) {
        Optional<String> group = is(shared, "group").map(Labels::lastPart);
        Optional<String> what = is(shared, "device type").or(() -> is(shared, "profile"));
        if (group.isPresent()) {
            return what.map(kind -> group.get() + ", " + kind).orElseGet(group::get);
        }
        return what.or(() -> does(shared))
                .or(() -> is(shared, "vlan").map(vlan -> "VLAN " + vlan))
                .orElse("Mixed");
    }

    private static Optional<String> is(List<Trait> shared, String view) {
        return shared.stream()
                .filter(trait -> trait.kind() == Kind.IS && trait.what().equals(view) && trait.here() >= MOSTLY)
                .map(Trait::far)
                .findFirst();
    }

    private static Optional<String> does(List<Trait> shared) {
        return shared.stream()
                .filter(trait -> trait.kind() != Kind.IS && trait.here() >= MOSTLY)
                .map(trait -> (trait.kind() == Kind.OFFERS ? "Servers of " : "Clients of ") + trait.what())
                .findFirst();
    }

    /** Groups of Active Directory come as {@code domain/Groups/Name}. */
    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
