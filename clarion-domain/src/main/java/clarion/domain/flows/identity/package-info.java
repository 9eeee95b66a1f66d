/**
 * Who had an address at the instant of a flow: from a log of what sessions changed, from the networks that are called
 * internal, and from the MAC address of a record on its own segment. Values and rules only; who loads the log is
 * elsewhere.
 */
@NullMarked
package clarion.domain.flows.identity;

import org.jspecify.annotations.NullMarked;
