/**
 * The collector: takes NetFlow and IPFIX off the network, and tells of the exporters and of what was lost. What is read
 * goes to {@link clarion.ejb.flows.FlowIntake}; how it is read is in {@code clarion.domain.flows.wire}.
 */
@NullMarked
package clarion.ejb.flows.collector;

import org.jspecify.annotations.NullMarked;
