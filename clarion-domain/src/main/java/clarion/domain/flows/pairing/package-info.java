/**
 * Joins flow records to conversations: both directions, over exporters and time, with client and server told apart.
 *
 * <p>{@link clarion.domain.flows.pairing.Pairing} is the way in; what it learns of the network's services is in
 * {@link clarion.domain.flows.pairing.Knowledge}.
 */
@NullMarked
package clarion.domain.flows.pairing;

import org.jspecify.annotations.NullMarked;
