@NullMarked
package clarion.domain.flows.text;

import org.jspecify.annotations.NullMarked;
