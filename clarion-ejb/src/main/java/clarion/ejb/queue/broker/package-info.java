/** The stream at the message broker. */
@NullMarked
package clarion.ejb.queue.broker;

import org.jspecify.annotations.NullMarked;
