/** Tests of the sessions' storage against a real PostgreSQL. */
@NullMarked
package clarion.ejb.sessions;

import org.jspecify.annotations.NullMarked;
