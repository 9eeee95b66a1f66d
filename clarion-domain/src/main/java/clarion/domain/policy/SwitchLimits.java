package clarion.domain.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What one switch model can hold. Figures of Cisco differ by release and template, so the table is a value: a network
 * gives its own.
 *
 * @param model such as {@code Catalyst 9300}
 * @param sgaclAces ACEs that one SGACL may have
 * @param cellAces ACEs that the lists of one cell may have together
 * @param aces ACEs of all cells that are programmed together
 * @param source where the figures are from, and how sure they are
 */
public record SwitchLimits(String model, int sgaclAces, int cellAces, int aces, String source) {

    /**
     * The models that Clarion knows. The 4500 figure is documented for the policy of the default cell and taken for any
     * cell; those of the 9000 family are sizes of the security ACL tables in Cisco's data sheets, which other ACLs
     * share, and are to be compared with {@code show platform hardware fed switch active fwd-asic resource tcam
     * utilization}.
     */
    public static final List<SwitchLimits> TABLE = List.of(
            new SwitchLimits(
                    "Catalyst 4500-E Supervisor 7-E, 7L-E, 4500-X",
                    512,
                    512,
                    Integer.MAX_VALUE,
                    "Cisco TrustSec Switch Configuration Guide, Considerations for Catalyst 4500 Series Switches"),
            new SwitchLimits("Catalyst 9200", 1_000, 1_000, 1_000, "data sheet, shared table; not verified"),
            new SwitchLimits("Catalyst 9300", 5_000, 5_000, 5_000, "data sheet, shared table; not verified"),
            new SwitchLimits("Catalyst 9400, 9500", 18_000, 18_000, 18_000, "data sheet, shared table; not verified"));

    public SwitchLimits {
        if (sgaclAces < 1 || cellAces < 1 || aces < 1) {
            throw new IllegalArgumentException("limits of " + model + " are at least 1");
        }
    }

    /**
     * Something that does not fit.
     *
     * @param what which limit
     * @param where the SGACL or the cell; empty for all of it
     * @param needed how many ACEs
     * @param limit how many there may be
     */
    public record Overrun(String what, String where, int needed, int limit) {}

    /** Everything of a policy that this model cannot hold if it needs all cells; nothing if it fits. */
    public List<Overrun> check(ProposedPolicy policy) {
        List<Overrun> overruns = new ArrayList<>();
        policy.sgacls().forEach((name, sgacl) -> {
            if (sgacl.aces().size() > sgaclAces) {
                overruns.add(new Overrun("ACEs of an SGACL", name, sgacl.aces().size(), sgaclAces));
            }
        });
        for (PolicyCell cell : policy.cells()) {
            int needed = cell.sgacl().aces().size();
            if (needed > cellAces) {
                String where = policy.groups().name(cell.source()) + " to "
                        + policy.groups().name(cell.destination());
                overruns.add(new Overrun("ACEs of a cell", where, needed, cellAces));
            }
        }
        // A switch holds each list once, however many cells refer to it.
        int shared = policy.sgacls().values().stream()
                .mapToInt(sgacl -> sgacl.aces().size())
                .sum();
        if (shared > aces) {
            overruns.add(new Overrun("ACEs of all SGACLs", "", shared, aces));
        }
        return overruns;
    }
}
