/**
 * Reading what exporters send: NetFlow version 5, version 9 (RFC 3954) and IPFIX (RFC 7011), from datagrams into
 * {@link clarion.domain.flows.FlowBatch} columns.
 *
 * <p>A {@link clarion.domain.flows.wire.FlowDecoder} belongs to one thread; what is known of the exporters, their
 * templates above all, is in an {@link clarion.domain.flows.wire.ExporterTable} that all decoders share.
 *
 * <p>Nothing here trusts what it reads: lengths are checked before they are used, every table has a bound, and what
 * cannot be read is counted and skipped.
 */
@NullMarked
package clarion.domain.flows.wire;

import org.jspecify.annotations.NullMarked;
