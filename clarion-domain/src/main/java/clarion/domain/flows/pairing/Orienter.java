package clarion.domain.flows.pairing;

import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.Orientation;

/**
 * Tells client and server of one conversation apart. Each evidence has a weight by how often it is right; the sum
 * decides, and what agrees with it is kept as evidence. Weights: flags, types and group addresses decide alone; the
 * exporter's word, ports that are known, and many others asking come next; who came first after them.
 */
final class Orienter {

    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RESET = 4;
    private static final int ACK = 16;
    private static final int TCP = 6;

    /** The first answer comes within this time; a later one means that the first records were lost. */
    private static final long ROUND_TRIP = 3_000;

    private final Knowledge knowledge;

    private int sum;
    private int forA;
    private int forB;

    Orienter(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    void begin() {
        sum = 0;
        forA = 0;
        forB = 0;
    }

    /** One evidence: a positive weight says that A is the client. */
    void vote(Orientation evidence, int weight) {
        sum += weight;
        if (weight > 0) {
            forA |= evidence.bit();
        } else if (weight < 0) {
            forB |= evidence.bit();
        }
    }

    /**
     * Ports, fan-in and popularity, for protocols with ports. Between equal ports (BACnet, NTP of servers, SIP) who
     * asks many is sent to by as many as who is asked by many: there it counts with how many a host has begun to talk.
     *
     * @param both true if both directions were seen
     */
    void ports(int protocol, long a, int portA, long b, int portB, boolean both) {
        if (portA != portB) {
            vote(Orientation.PORT_CLASS, portClass(protocol, portA, portB));
        } else {
            if (!both) {
                return; // who sends from such a port asks, as far as one can know
            }
            int begun = fanIn(knowledge.begun(protocol, b, portB), knowledge.begun(protocol, a, portA), 3);
            if (begun != 0) {
                vote(Orientation.FAN_IN, begun);
                return;
            }
        }
        int peersA = knowledge.peers(protocol, a, portA);
        int peersB = knowledge.peers(protocol, b, portB);
        int fan = fanIn(peersA, peersB, 3);
        if (fan == 0) {
            int byConnection =
                    fanIn(knowledge.connections(protocol, a, portA), knowledge.connections(protocol, b, portB), 5);
            fan = byConnection == 0 ? 0 : byConnection / 2 + Integer.signum(byConnection);
        }
        if (fan == 0) {
            fan = Integer.signum(fanIn(knowledge.askers(a), knowledge.askers(b), 4)) * 4;
        }
        vote(Orientation.FAN_IN, fan);
        if (portA != portB) {
            int popularA = knowledge.popularity(protocol, portA);
            int popularB = knowledge.popularity(protocol, portB);
            int more = popularB > 8 * (popularA + 4L) ? 1 : popularA > 8 * (popularB + 4L) ? -1 : 0;
            vote(Orientation.POPULARITY, 5 * more);
        }
    }

    private static int portClass(int protocol, int portA, int portB) {
        if (ServicePorts.asksByCustom(protocol, portA, portB)) {
            return 40;
        }
        if (ServicePorts.asksByCustom(protocol, portB, portA)) {
            return -40;
        }
        int rankA = ServicePorts.rank(protocol, portA);
        int rankB = ServicePorts.rank(protocol, portB);
        if (rankA == rankB) {
            return rankA == 0 && portA >= 49152 != portB >= 49152 ? portA >= 49152 ? 2 : -2 : 0;
        }
        int higher = Math.max(rankA, rankB);
        int lower = Math.min(rankA, rankB);
        int weight = higher == 3 ? 14 - 2 * lower : higher == 2 ? 7 - 2 * lower : 6;
        return rankB > rankA ? weight : -weight;
    }

    /** From 8 for three times as many, to 16; positive if B is the one that is asked. */
    private static int fanIn(int a, int b, int atLeast) {
        int more = Math.max(a, b);
        int less = Math.max(1, Math.min(a, b));
        if (more < atLeast || more < 3 * less) {
            return 0;
        }
        int weight = Math.min(16, 6 + 2 * (31 - Integer.numberOfLeadingZeros(more / less)));
        return b > a ? weight : -weight;
    }

    /**
     * Who came first. Only one exporter's clock can tell, or a difference beyond what clocks differ by.
     *
     * @param bFirstLater how much later B's first packet came than A's, in milliseconds
     * @param began true if both records began the connection, or nothing else can tell
     * @param sampled true if first packets may have been missed
     */
    void firstSeen(long bFirstLater, boolean began, boolean sampled) {
        long apart = Math.abs(bFirstLater);
        if (apart == 0) {
            return;
        }
        int weight = sampled || apart > ROUND_TRIP ? 2 : began ? 24 : 9;
        vote(Orientation.FIRST_SEEN, bFirstLater > 0 ? weight : -weight);
    }

    /** True if A is the client; ends with a guess if nothing tells. */
    boolean isAClient(int portA, int portB) {
        if (sum == 0) {
            vote(Orientation.GUESS, portA >= portB ? 1 : -1);
            return sum > 0;
        }
        return sum > 0;
    }

    int evidence(boolean clientIsA) {
        return clientIsA ? forA : forB;
    }

    /** True if a record alone looks like an answer: by its flags, type or ports. */
    static boolean looksLikeAnswer(int protocol, int from, int to, int tcpFlags, int icmp) {
        if (Icmp.is(protocol)) {
            return Icmp.answers(protocol, icmp);
        }
        if (protocol == TCP && tcpFlags != FlowBatch.UNKNOWN) {
            if (asks(tcpFlags)) {
                return false;
            }
            if (accepts(tcpFlags) || refuses(tcpFlags)) {
                return true;
            }
        }
        return from != to && portClass(protocol, from, to) < 0;
    }

    /** SYN without ACK: the packets of a client that got no answer, or of its first record. */
    static boolean asks(int tcpFlags) {
        return tcpFlags != FlowBatch.UNKNOWN && (tcpFlags & (SYN | ACK)) == SYN;
    }

    /** SYN with ACK and nothing else: a server's first packet. Flags of whole connections have more. */
    static boolean accepts(int tcpFlags) {
        return tcpFlags != FlowBatch.UNKNOWN && (tcpFlags & 0x3f) == (SYN | ACK);
    }

    static boolean refuses(int tcpFlags) {
        return tcpFlags != FlowBatch.UNKNOWN && (tcpFlags & RESET) != 0 && (tcpFlags & 0x3f & ~(RESET | ACK)) == 0;
    }

    static boolean begins(int tcpFlags) {
        return tcpFlags != FlowBatch.UNKNOWN && (tcpFlags & SYN) != 0;
    }

    static boolean ends(int tcpFlags) {
        return tcpFlags != FlowBatch.UNKNOWN && (tcpFlags & (FIN | RESET)) != 0;
    }
}
