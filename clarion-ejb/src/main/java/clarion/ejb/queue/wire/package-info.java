/** What the entries of the stream look like. */
@NullMarked
package clarion.ejb.queue.wire;

import org.jspecify.annotations.NullMarked;
