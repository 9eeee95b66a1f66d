/** Clarion's identity towards ISE, and what to say when TLS fails. */
@NullMarked
package clarion.pxgrid.tls;

import org.jspecify.annotations.NullMarked;
