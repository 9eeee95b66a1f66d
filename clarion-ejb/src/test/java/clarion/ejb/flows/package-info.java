@NullMarked
package clarion.ejb.flows;

import org.jspecify.annotations.NullMarked;
