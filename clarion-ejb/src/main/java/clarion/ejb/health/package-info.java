/** How Clarion is doing: its database, its connection to ISE, how much it knows and how fresh that is. */
@NullMarked
package clarion.ejb.health;

import org.jspecify.annotations.NullMarked;
