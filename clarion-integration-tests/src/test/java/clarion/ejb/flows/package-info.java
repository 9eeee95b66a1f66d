/** Tests that need both the inside of the product's flows and the simulator. */
@NullMarked
package clarion.ejb.flows;

import org.jspecify.annotations.NullMarked;
