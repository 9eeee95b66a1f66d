/** The simulator's certificate authority and the identities it issues, good ones and bad ones. */
@NullMarked
package clarion.simulator.pki;

import org.jspecify.annotations.NullMarked;
