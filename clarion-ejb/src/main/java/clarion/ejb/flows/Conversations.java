package clarion.ejb.flows;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.Mark;

/** Conversations at another time than their exporter says. */
final class Conversations {

    private Conversations() {}

    /** As if it was now: an exporter's clock that is ahead must not make partitions of the future. */
    static Conversation at(Conversation c, long millis) {
        return new Conversation(
                millis,
                millis,
                c.clientHigh(),
                c.clientLow(),
                c.serverHigh(),
                c.serverLow(),
                c.protocol(),
                c.servicePort(),
                c.clientPort(),
                c.requestBytes(),
                c.requestPackets(),
                c.replyBytes(),
                c.replyPackets(),
                c.records(),
                c.clientSgt(),
                c.serverSgt(),
                c.clientMac(),
                c.serverMac(),
                c.exporter(),
                c.sampling(),
                c.evidence(),
                c.marks() | Mark.CLOCK_CORRECTED.bit());
    }
}
