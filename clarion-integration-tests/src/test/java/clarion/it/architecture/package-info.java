/** The house rules, proved on the compiled classes. */
@NullMarked
package clarion.it.architecture;

import org.jspecify.annotations.NullMarked;
