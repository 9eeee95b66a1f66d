package clarion.domain.segmentation.rules;

import java.util.Set;

/**
 * An endpoint as a rule sees it.
 *
 * @param inside whether it is a member of the cluster that the rule is for
 */
public record Subject(String endpoint, boolean inside, Set<Condition> conditions) {}
