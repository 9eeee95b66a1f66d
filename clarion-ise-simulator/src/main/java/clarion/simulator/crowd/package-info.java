/** Millions of synthetic sessions, none of which is ever an object. */
@NullMarked
package clarion.simulator.crowd;

import org.jspecify.annotations.NullMarked;
