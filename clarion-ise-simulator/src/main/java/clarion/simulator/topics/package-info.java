/** The topics, their publishers, and the journal of what they published. */
@NullMarked
package clarion.simulator.topics;

import org.jspecify.annotations.NullMarked;
