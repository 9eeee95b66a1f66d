/** The connection to ISE, for people: how it is doing, start and stop, and what it set aside. */
@NullMarked
package clarion.web.connectors;

import org.jspecify.annotations.NullMarked;
