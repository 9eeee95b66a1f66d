/**
 * Which process holds the connection to ISE: at most one, by a lock in the database; and that nothing of one that lost
 * it is stored.
 */
@NullMarked
package clarion.ejb.connectors.leadership;

import org.jspecify.annotations.NullMarked;
