/** Flows over REST: the exporters that they come from. */
@NullMarked
package clarion.web.flows;

import org.jspecify.annotations.NullMarked;
