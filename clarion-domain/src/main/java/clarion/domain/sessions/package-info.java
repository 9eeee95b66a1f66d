/** Sessions: who and what is on the network, where and since when. */
@NullMarked
package clarion.domain.sessions;

import org.jspecify.annotations.NullMarked;
