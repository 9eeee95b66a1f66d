/** Flows on the wire: who talks to whom. */
@NullMarked
package clarion.web.flows;

import org.jspecify.annotations.NullMarked;
