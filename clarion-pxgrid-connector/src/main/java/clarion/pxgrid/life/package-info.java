/** The connector's life: from activation to the live stream, and back after every fault. */
@NullMarked
package clarion.pxgrid.life;

import org.jspecify.annotations.NullMarked;
