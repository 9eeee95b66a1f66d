/** Users over REST. */
@NullMarked
package clarion.web.users;

import org.jspecify.annotations.NullMarked;
