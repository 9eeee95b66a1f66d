/** Sessions as ISE reports them, live and past: storage, and the merge that keeps them true. */
@NullMarked
package clarion.ejb.sessions;

import org.jspecify.annotations.NullMarked;
