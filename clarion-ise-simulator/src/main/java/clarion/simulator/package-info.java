/** A stand-in for Cisco ISE: pxGrid, ERS, its own CA, a living campus, and faults on demand. */
@NullMarked
package clarion.simulator;

import org.jspecify.annotations.NullMarked;
