/** What every line of the log says besides its own words: which request or which batch it belongs to. */
@NullMarked
package clarion.domain.logging;

import org.jspecify.annotations.NullMarked;
