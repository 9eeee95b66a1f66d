/** Events through a message queue, with a real broker. */
@NullMarked
package clarion.it.queue;

import org.jspecify.annotations.NullMarked;
