/** Security groups and the TrustSec configuration service. */
@NullMarked
package clarion.simulator.groups;

import org.jspecify.annotations.NullMarked;
