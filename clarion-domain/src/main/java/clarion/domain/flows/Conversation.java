package clarion.domain.flows;

import clarion.domain.devices.IpAddress;

/**
 * What one client asked of one service of one server between two instants: all records of both directions that belong
 * together, joined and told apart by who asked.
 *
 * @param firstMillis the first packet, in milliseconds since 1970 UTC
 * @param lastMillis the last packet, not before the first
 * @param clientHigh the client's address, upper half, see {@link FlowBatch}
 * @param clientLow its lower half
 * @param serverHigh the server's address, upper half
 * @param serverLow its lower half
 * @param protocol protocol number (IANA)
 * @param servicePort the server's port; for ICMP type times 256 plus code of the question, or {@link FlowBatch#UNKNOWN}
 *     if no exporter said it; 0 for protocols without ports
 * @param clientPort the client's port, 0 where there is none
 * @param requestBytes octets from client to server, sampling accounted for
 * @param requestPackets likewise
 * @param replyBytes octets from server to client, sampling accounted for
 * @param replyPackets likewise
 * @param records how many records were joined; reports of the same traffic by further exporters are not counted
 * @param clientSgt the client's SGT as an exporter saw it, or {@link FlowBatch#UNKNOWN}
 * @param serverSgt the server's
 * @param clientMac the client's MAC address as an exporter saw it on its own segment, or unknown
 * @param serverMac the server's
 * @param exporter number of the exporter whose counts were taken
 * @param sampling the largest sampling interval among the records; 1 if none was sampled
 * @param evidence why this side is the client: bits of {@link Orientation}
 * @param marks what is odd about it: bits of {@link Mark}
 */
public record Conversation(
        long firstMillis,
        long lastMillis,
        long clientHigh,
        long clientLow,
        long serverHigh,
        long serverLow,
        int protocol,
        int servicePort,
        int clientPort,
        long requestBytes,
        long requestPackets,
        long replyBytes,
        long replyPackets,
        int records,
        int clientSgt,
        int serverSgt,
        long clientMac,
        long serverMac,
        int exporter,
        int sampling,
        int evidence,
        int marks) {

    public Conversation {
        if (lastMillis < firstMillis) {
            throw new IllegalArgumentException("a conversation ends at " + lastMillis + " before it begins");
        }
    }

    /** True if traffic was seen both ways. A server that answers a TCP request with a reset alone does not answer. */
    public boolean isAnswered() {
        return requestPackets > 0 && replyPackets > 0 && !Mark.REFUSED.isIn(marks);
    }

    public IpAddress client() {
        return FlowBatch.address(clientHigh, clientLow);
    }

    public IpAddress server() {
        return FlowBatch.address(serverHigh, serverLow);
    }
}
