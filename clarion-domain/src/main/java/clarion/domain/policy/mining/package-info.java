/**
 * Proposes a policy from what was seen: per pair of groups the services that members truly use, with evidence, and what
 * a person has to decide. Deterministic, without I/O.
 */
@NullMarked
package clarion.domain.policy.mining;

import org.jspecify.annotations.NullMarked;
