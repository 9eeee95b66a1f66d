/** Flows: from what exporters send to buckets of who talked to whom. */
@NullMarked
package clarion.ejb.flows;

import org.jspecify.annotations.NullMarked;
