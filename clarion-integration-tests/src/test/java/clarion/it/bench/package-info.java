/** Measurements of the whole system, as ratios against a named reference in the same run. */
@NullMarked
package clarion.it.bench;

import org.jspecify.annotations.NullMarked;
