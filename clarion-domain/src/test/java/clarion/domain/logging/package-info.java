@NullMarked
package clarion.domain.logging;

import org.jspecify.annotations.NullMarked;
