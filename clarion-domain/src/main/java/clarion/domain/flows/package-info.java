/**
 * Flows: what exporters report of traffic, one direction a record, and the conversations that they are parts of.
 *
 * <p>Records come in {@link clarion.domain.flows.FlowBatch} columns, because there are up to a million a second; what
 * is made of them are values.
 */
@NullMarked
package clarion.domain.flows;

import org.jspecify.annotations.NullMarked;
