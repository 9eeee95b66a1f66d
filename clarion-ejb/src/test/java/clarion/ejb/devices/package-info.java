@NullMarked
package clarion.ejb.devices;

import org.jspecify.annotations.NullMarked;
