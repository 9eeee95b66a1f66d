@NullMarked
package clarion.domain.flows.pairing;

import org.jspecify.annotations.NullMarked;
