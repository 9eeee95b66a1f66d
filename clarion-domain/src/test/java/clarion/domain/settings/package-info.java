@NullMarked
package clarion.domain.settings;

import org.jspecify.annotations.NullMarked;
