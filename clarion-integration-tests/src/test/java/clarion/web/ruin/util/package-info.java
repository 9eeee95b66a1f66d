/** A small house that breaks every rule, to prove that the rules can fail. */
@NullMarked
package clarion.web.ruin.util;

import org.jspecify.annotations.NullMarked;
