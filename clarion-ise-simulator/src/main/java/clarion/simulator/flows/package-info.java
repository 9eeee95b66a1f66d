/** The traffic of the living campus: who talks to whom now, what exporters send of it, and what is true. */
@NullMarked
package clarion.simulator.flows;

import org.jspecify.annotations.NullMarked;
