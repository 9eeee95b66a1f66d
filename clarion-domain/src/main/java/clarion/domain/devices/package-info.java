/** Devices as ISE and the switches name them. */
@NullMarked
package clarion.domain.devices;

import org.jspecify.annotations.NullMarked;
