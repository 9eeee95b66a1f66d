/** Flows from exporters of others, with the product's own collector. */
@NullMarked
package clarion.it.flows;

import org.jspecify.annotations.NullMarked;
