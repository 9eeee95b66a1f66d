@NullMarked
package clarion.ejb.queue.wire;

import org.jspecify.annotations.NullMarked;
