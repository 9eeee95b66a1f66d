/** The egress matrix, and what of it switches took over, over REST. */
@NullMarked
package clarion.web.policy;

import org.jspecify.annotations.NullMarked;
