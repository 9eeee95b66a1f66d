/** Devices by MAC address, with what was seen of each. */
@NullMarked
package clarion.ejb.devices;

import org.jspecify.annotations.NullMarked;
