@NullMarked
package clarion.domain.policy.mining;

import org.jspecify.annotations.NullMarked;
