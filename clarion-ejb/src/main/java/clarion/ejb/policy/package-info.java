/** The egress matrix as ISE has it, and what of it switches took over. */
@NullMarked
package clarion.ejb.policy;

import org.jspecify.annotations.NullMarked;
