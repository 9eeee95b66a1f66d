package clarion.domain.sgacl;

import java.util.ArrayList;
import java.util.List;

/** Looks for a shorter list of ACEs that does the same. */
final class Minimum {

    private Minimum() {}

    /**
     * The shortest of: the list without what changes nothing, and the list that is made anew of what passes; both with
     * a last ACE for all packets. Logging is kept in the first alone, so a list that logs is never made anew.
     *
     * @param versions of the packets that the list is for
     */
    static List<Ace> of(List<Ace> aces, List<IpVersion> versions) {
        List<Ace> best = pruned(ended(aces), versions);
        if (aces.stream().anyMatch(Ace::log)) {
            return best;
        }
        List<Ace> anew = anew(aces, versions);
        return isSame(aces, anew, versions) && anew.size() < best.size() ? anew : best;
    }

    private static List<Ace> anew(List<Ace> aces, List<IpVersion> versions) {
        IpVersion version = versions.get(0);
        return pruned(Cover.of(SgaclEngine.permitted(aces, version), version), versions);
    }

    static boolean isSame(List<Ace> first, List<Ace> second, List<IpVersion> versions) {
        return versions.stream()
                .allMatch(version ->
                        SgaclEngine.permitted(first, version).isSameAs(SgaclEngine.permitted(second, version)));
    }

    private static List<Ace> ended(List<Ace> aces) {
        List<Ace> ended = new ArrayList<>();
        for (Ace ace : aces) {
            ended.add(ace);
            if (ace.isCatchAll()) {
                return ended;
            }
        }
        ended.add(Ace.PERMIT_IP);
        return ended;
    }

    /** Takes out, from the end, what can go; the last one stays. */
    private static List<Ace> pruned(List<Ace> aces, List<IpVersion> versions) {
        List<Ace> kept = new ArrayList<>(aces);
        for (int i = kept.size() - 2; i >= 0; i--) {
            List<Ace> fewer = new ArrayList<>(kept);
            fewer.remove(i);
            if (!kept.get(i).log() && isSame(kept, fewer, versions)) {
                kept = fewer;
            }
        }
        return kept;
    }

    static List<Integer> shadowed(List<Ace> aces, List<IpVersion> versions) {
        List<Integer> shadowed = new ArrayList<>();
        for (int i = 0; i < aces.size(); i++) {
            boolean never = true;
            for (IpVersion version : versions) {
                PacketSet left = aces.get(i).packets(version);
                for (int j = 0; j < i && !left.isEmpty(); j++) {
                    left = left.minus(aces.get(j).packets(version));
                }
                never &= left.isEmpty();
            }
            if (never) {
                shadowed.add(i);
            }
        }
        return shadowed;
    }

    static List<Integer> redundant(List<Ace> aces, List<IpVersion> versions) {
        List<Integer> redundant = new ArrayList<>();
        for (int i = 0; i < aces.size(); i++) {
            List<Ace> fewer = new ArrayList<>(aces);
            fewer.remove(i);
            if (isSame(aces, fewer, versions)) {
                redundant.add(i);
            }
        }
        return redundant;
    }
}
