/** A small house that breaks every rule, to prove that the rules can fail. */
@NullMarked
package clarion.pxgrid.ruin;

import org.jspecify.annotations.NullMarked;
