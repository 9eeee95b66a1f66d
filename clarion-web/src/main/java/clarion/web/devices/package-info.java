/** Devices over REST. */
@NullMarked
package clarion.web.devices;

import org.jspecify.annotations.NullMarked;
