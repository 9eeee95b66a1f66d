package clarion.ejb.segmentation;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Keeps the names of clusters apart from each other and from those that people gave. */
final class Labels {

    private final Set<String> taken = new HashSet<>();

    /** Names that are given already. */
    void take(String name) {
        taken.add(name.toLowerCase(Locale.ROOT));
    }

    /** The label, with a number if it is taken. */
    String free(String label) {
        String free = label;
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            free = label + " " + n;
        }
        return free;
    }
}
