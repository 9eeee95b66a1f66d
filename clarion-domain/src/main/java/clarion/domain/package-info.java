/** What every ring shares: the one exception of the product and the problems it can name. */
@NullMarked
package clarion.domain;

import org.jspecify.annotations.NullMarked;
