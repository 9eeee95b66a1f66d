/** The session directory: its content, its REST calls, its topic. */
@NullMarked
package clarion.simulator.sessions;

import org.jspecify.annotations.NullMarked;
