package clarion.ejb.access;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The roles of Clarion, as constants for {@code @RolesAllowed}, and what each implies.
 *
 * <p>{@code viewer < analyst < engineer < administrator}; {@code approver} implies {@code viewer} only, so that the one
 * who proposes a change and the one who approves it can be two people; {@code administrator} implies every role.
 */
public final class Roles {
    /** Sees sessions, devices, users and status. */
    public static final String VIEWER = "viewer";

    /** Analyses and drafts: a viewer who also proposes groups and policy. */
    public static final String ANALYST = "analyst";

    /** Runs the connectors and deployments: an analyst who may also touch the network. */
    public static final String ENGINEER = "engineer";

    /** Approves change sets; otherwise a viewer. */
    public static final String APPROVER = "approver";

    /** Manages accounts and reads the audit record; may do everything. */
    public static final String ADMINISTRATOR = "administrator";

    /** Every role, least first. */
    public static final List<String> ALL = List.of(VIEWER, ANALYST, ENGINEER, APPROVER, ADMINISTRATOR);

    private Roles() {}

    /** True when the text is the exact name of a role. */
    public static boolean isRole(String name) {
        return ALL.contains(name);
    }

    /** The role and every role it implies. An unknown name implies nothing, not even itself. */
    public static Set<String> impliedBy(String role) {
        return switch (role) {
            case VIEWER -> Set.of(VIEWER);
            case ANALYST -> Set.of(VIEWER, ANALYST);
            case ENGINEER -> Set.of(VIEWER, ANALYST, ENGINEER);
            case APPROVER -> Set.of(VIEWER, APPROVER);
            case ADMINISTRATOR -> Set.copyOf(ALL);
            default -> Set.of();
        };
    }

    /** Everything that the granted roles imply together, sorted by name. */
    public static Set<String> impliedBy(Collection<String> granted) {
        var all = new TreeSet<String>();
        granted.forEach(role -> all.addAll(impliedBy(role)));
        return Collections.unmodifiableSet(all);
    }

    /**
     * What the granted roles still allow under a cap: the implied roles of the grants that the cap implies too. A token
     * with the cap {@code analyst} of an approver is therefore a viewer, never more than its owner.
     */
    public static Set<String> capped(Collection<String> granted, String cap) {
        var allowed = new TreeSet<>(impliedBy(granted));
        allowed.retainAll(impliedBy(cap));
        return Collections.unmodifiableSet(allowed);
    }
}
