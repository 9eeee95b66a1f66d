package clarion.ejb.flows;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.Mark;
import clarion.domain.flows.Orientation;
import clarion.domain.flows.identity.Address;

/**
 * Conversations that are counted together before it is known whose addresses they have.
 *
 * @param service the first port, or ICMP type and code
 * @param serviceLast the last port of a range where single ports mean nothing, else the same
 * @param silent one of many that a scan asked in vain
 */
record HeldKey(
        Address client,
        Address server,
        int protocol,
        int service,
        int serviceLast,
        int exporter,
        int clientSgt,
        int serverSgt,
        long clientMac,
        long serverMac,
        boolean silent) {

    private static final int EPHEMERAL = 32_768;
    private static final int DYNAMIC = 49_152;
    private static final int LAST_PORT = 65_535;
    private static final int UDP = 17;

    /** Voice and video (RTP, RTCP) as Cisco's phones and gateways choose ports, both sides: 16384 to 32767. */
    private static final int MEDIA = 16_384;

    private static final int ICMP = 1;
    private static final int ICMP_V6 = 58;

    /** Evidence that says little of the port: it may as well be the client's. */
    private static final int WEAK = Orientation.GUESS.bit() | Orientation.FIRST_SEEN.bit();

    private static boolean isMedia(int port) {
        return port >= MEDIA && port < EPHEMERAL;
    }

    static HeldKey of(Conversation c) {
        boolean inVain = !c.isAnswered() && !Mark.REPLY_ONLY.isIn(c.marks());
        int from = c.servicePort();
        int to = from;
        if (c.protocol() != ICMP && c.protocol() != ICMP_V6) {
            if (inVain && Mark.PORT_SCAN.isIn(c.marks())) {
                from = 0;
                to = LAST_PORT;
            } else if (c.protocol() == UDP && isMedia(from) && isMedia(c.clientPort())) {
                from = MEDIA;
                to = EPHEMERAL - 1;
            } else if (from >= EPHEMERAL && (c.evidence() & ~WEAK) == 0) {
                to = from >= DYNAMIC ? LAST_PORT : DYNAMIC - 1;
                from = from >= DYNAMIC ? DYNAMIC : EPHEMERAL;
            }
        }
        return new HeldKey(
                new Address(c.clientHigh(), c.clientLow()),
                new Address(c.serverHigh(), c.serverLow()),
                c.protocol(),
                from,
                to,
                c.exporter(),
                c.clientSgt(),
                c.serverSgt(),
                c.clientMac(),
                c.serverMac(),
                inVain && Mark.SWEEP.isIn(c.marks()));
    }
}
