/** The filters of ISE 3.4: as much of JMESPath as they need. */
@NullMarked
package clarion.simulator.filter;

import org.jspecify.annotations.NullMarked;
