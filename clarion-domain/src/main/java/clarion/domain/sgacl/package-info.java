/**
 * The one engine for security group access lists: what an SGACL permits is an exact set of packets, and every verdict
 * in Clarion comes from it.
 *
 * <p>Rules (Catalyst 9000 Cisco TrustSec guides): the first ACE that matches decides, a packet that no ACE matches is
 * permitted, there are no addresses, and there is no state.
 */
@NullMarked
package clarion.domain.sgacl;

import org.jspecify.annotations.NullMarked;
