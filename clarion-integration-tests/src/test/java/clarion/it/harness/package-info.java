/** Starts and ends what the whole-system tests need, and speaks to it. */
@NullMarked
package clarion.it.harness;

import org.jspecify.annotations.NullMarked;
