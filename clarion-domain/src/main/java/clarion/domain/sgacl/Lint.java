package clarion.domain.sgacl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an SGACL as a careful colleague would. */
public final class Lint {

    private Lint() {}

    /** Everything odd about a list, in the order of its ACEs. */
    public static List<Finding> of(Sgacl sgacl, Platform platform) {
        List<Finding> findings = new ArrayList<>();
        List<Ace> aces = sgacl.aces();
        for (int i = 0; i < aces.size(); i++) {
            if (aces.get(i).established() && !platform.established()) {
                findings.add(new Finding(
                        Finding.Kind.UNDECIDABLE,
                        i,
                        "'" + aces.get(i) + "' does not work on every switch; permit replies by their source port, as"
                                + " in 'permit tcp src eq 443'"));
            }
        }
        if (findings.isEmpty()) {
            SgaclEngine engine = new SgaclEngine(platform);
            Set<Integer> shadowed = new HashSet<>(engine.shadowed(sgacl));
            Set<Integer> redundant = new HashSet<>(engine.redundant(sgacl));
            for (int i = 0; i < aces.size(); i++) {
                if (shadowed.contains(i)) {
                    findings.add(new Finding(
                            Finding.Kind.SHADOWED,
                            i,
                            "'" + aces.get(i) + "' never decides, earlier lines match all of it; move it up or leave it"
                                    + " out"));
                } else if (redundant.contains(i) && i < aces.size() - 1) {
                    findings.add(new Finding(
                            Finding.Kind.REDUNDANT,
                            i,
                            "without '" + aces.get(i) + "' everything would be as it is; leave it out"));
                }
            }
            permitsAll(sgacl, engine, findings);
        }
        if (aces.stream().noneMatch(Ace::isCatchAll)) {
            findings.add(new Finding(
                    Finding.Kind.NO_CATCH_ALL,
                    aces.size(),
                    "what no line matches is permitted; end with 'deny ip', or with 'permit ip' if that is meant"));
        }
        return findings;
    }

    private static void permitsAll(Sgacl sgacl, SgaclEngine engine, List<Finding> findings) {
        boolean all = true;
        for (IpVersion version : IpVersion.values()) {
            all &= engine.permitted(sgacl, version).isAll();
        }
        if (all && sgacl.aces().size() > 1) {
            findings.add(new Finding(
                    Finding.Kind.PERMITS_ALL, sgacl.aces().size() - 1, "every packet passes; is 'deny ip' missing?"));
        }
    }
}
