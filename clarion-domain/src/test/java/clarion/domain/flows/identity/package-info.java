@NullMarked
package clarion.domain.flows.identity;

import org.jspecify.annotations.NullMarked;
