/** The optional way of events through a message queue, between the connector and the database. */
@NullMarked
package clarion.ejb.queue;

import org.jspecify.annotations.NullMarked;
