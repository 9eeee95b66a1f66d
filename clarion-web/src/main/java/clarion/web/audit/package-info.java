/** The audit record over REST. */
@NullMarked
package clarion.web.audit;

import org.jspecify.annotations.NullMarked;
