/** Sessions over REST. */
@NullMarked
package clarion.web.sessions;

import org.jspecify.annotations.NullMarked;
