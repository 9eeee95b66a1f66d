/** STOMP 1.2 frames, to and from octets. */
@NullMarked
package clarion.pxgrid.stomp;

import org.jspecify.annotations.NullMarked;
