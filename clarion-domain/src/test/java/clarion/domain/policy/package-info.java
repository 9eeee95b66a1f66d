@NullMarked
package clarion.domain.policy;

import org.jspecify.annotations.NullMarked;
