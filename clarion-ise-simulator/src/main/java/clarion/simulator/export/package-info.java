/**
 * Exporters: what switches report, as NetFlow version 9 (RFC 3954) and IPFIX (RFC 7011) in UDP. Written from the RFCs
 * and from Cisco's public field lists, and by intent not from anything that reads them.
 */
@NullMarked
package clarion.simulator.export;

import org.jspecify.annotations.NullMarked;
