/** Egress policies: which pair of groups has which SGACL, what each line rests on, and whether switches can hold it. */
@NullMarked
package clarion.domain.policy;

import org.jspecify.annotations.NullMarked;
