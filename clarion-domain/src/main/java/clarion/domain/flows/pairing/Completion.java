package clarion.domain.flows.pairing;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.Mark;
import clarion.domain.flows.Orientation;

/**
 * Makes a conversation of an open slot: orientation, counts, marks; and tells {@link Knowledge} what it learns from.
 */
final class Completion {

    private static final int DECISIVE = 1000;
    private static final int SHORTEST_WITH_DATA = 60;

    private final Pool slots;
    private final Tallies tallies;
    private final Knowledge knowledge;
    private final Orienter orienter;

    private long conversations;
    private long paired;

    Completion(Pool slots, Tallies tallies, Knowledge knowledge) {
        this.slots = slots;
        this.tallies = tallies;
        this.knowledge = knowledge;
        this.orienter = new Orienter(knowledge);
    }

    long conversations() {
        return conversations;
    }

    long paired() {
        return paired;
    }

    /** A conversation was opened by a question, or so it seems. */
    void asked(int slot) {
        if (!knowledge.isFrozen()) {
            boolean a = askedByA(slot);
            knowledge.asked(protocol(slot), address(slot, a), address(slot, !a), port(slot, !a), first(slot));
        }
    }

    void answered(int slot) {
        if (!knowledge.isFrozen()) {
            boolean a = askedByA(slot);
            knowledge.answered(protocol(slot), address(slot, a), address(slot, !a), port(slot, !a), first(slot), 0);
        }
    }

    /** The first record of a direction has come. */
    void sent(int slot, boolean fromA) {
        if (!knowledge.isFrozen()) {
            knowledge.sent(
                    protocol(slot), address(slot, fromA), port(slot, fromA), address(slot, !fromA), port(slot, !fromA));
        }
    }

    /** Both directions have come: of equal ports that says who asks from there, if one exporter saw them. */
    void met(int slot) {
        if (knowledge.isFrozen() || !arePortsEqual(slot) || slots.lower(slot, Slot.ICMP) > 1) {
            return;
        }
        int headB = slots.lower(slot, Slot.TALLIES);
        for (int at = slots.upper(slot, Slot.TALLIES); at != Tallies.NONE; at = tallies.next(at)) {
            int other = tallies.find(headB, tallies.exporter(at));
            if (other != Tallies.NONE && tallies.first(other) != tallies.first(at)) {
                boolean a = tallies.first(other) > tallies.first(at);
                knowledge.began(protocol(slot), address(slot, a), port(slot, a), address(slot, !a));
                return;
            }
        }
    }

    private boolean arePortsEqual(int slot) {
        return port(slot, true) == port(slot, false) && !Icmp.is(protocol(slot));
    }

    /** True if all that a server said is a reset, judged by flags alone. */
    boolean isRefused(int slot, boolean clientIsA) {
        int tcp = clientIsA ? slots.lower(slot, Slot.TCP) : slots.upper(slot, Slot.TCP);
        return (tcp & Slot.KNOWN) != 0 && Orienter.refuses(tcp & 0xffff);
    }

    Conversation of(int slot) {
        int headA = slots.upper(slot, Slot.TALLIES);
        int headB = slots.lower(slot, Slot.TALLIES);
        boolean both = headA != Tallies.NONE && headB != Tallies.NONE;
        long flags = slots.get(slot, Slot.PORTS);
        if ((flags & Slot.ANSWER_SEEN) == 0 && !knowledge.isFrozen()) {
            boolean a = askedByA(slot);
            knowledge.missed(protocol(slot), address(slot, a), address(slot, !a), port(slot, !a), first(slot));
        }
        boolean a = orient(slot, headA, headB);
        int evidence = orienter.evidence(a);

        tallies.choose(a ? headB : headA);
        long replyBytes = tallies.bytes;
        long replyPackets = tallies.packets;
        int records = tallies.records;
        int exporter = tallies.exporter;
        tallies.choose(a ? headA : headB);
        if (tallies.exporter != FlowBatch.UNKNOWN || tallies.records > 0) {
            exporter = tallies.exporter;
        }
        records += tallies.records;
        int sampling = slots.lower(slot, Slot.ICMP);
        int marks = sampling > 1 ? Mark.SAMPLED.bit() : 0;
        if ((flags & Slot.CLOCK_CORRECTED) != 0) {
            marks |= Mark.CLOCK_CORRECTED.bit();
        }
        if (both && isRefused(slot, a) && replyBytes <= replyPackets * SHORTEST_WITH_DATA) {
            marks |= Mark.REFUSED.bit();
        }
        if ((a ? headA : headB) == Tallies.NONE) {
            marks |= Mark.REPLY_ONLY.bit();
        }
        int protocol = protocol(slot);
        long client = address(slot, a);
        long server = address(slot, !a);
        if (knowledge.sweeps(protocol, client, port(slot, !a), first(slot))) {
            marks |= Mark.SWEEP.bit();
        }
        if (knowledge.scansPorts(client, server, first(slot))) {
            marks |= Mark.PORT_SCAN.bit();
        }
        conversations++;
        paired += both ? 1 : 0;
        return new Conversation(
                first(slot),
                slots.get(slot, Slot.LAST),
                slots.get(slot, a ? Slot.HIGH_A : Slot.HIGH_B),
                slots.get(slot, a ? Slot.LOW_A : Slot.LOW_B),
                slots.get(slot, a ? Slot.HIGH_B : Slot.HIGH_A),
                slots.get(slot, a ? Slot.LOW_B : Slot.LOW_A),
                protocol,
                servicePort(slot, protocol, a, both),
                Icmp.is(protocol) ? 0 : port(slot, a),
                tallies.bytes,
                tallies.packets,
                replyBytes,
                replyPackets,
                records,
                a ? slots.upper(slot, Slot.SGTS) : slots.lower(slot, Slot.SGTS),
                a ? slots.lower(slot, Slot.SGTS) : slots.upper(slot, Slot.SGTS),
                slots.get(slot, a ? Slot.MAC_A : Slot.MAC_B),
                slots.get(slot, a ? Slot.MAC_B : Slot.MAC_A),
                exporter,
                sampling,
                evidence,
                marks);
    }

    private int servicePort(int slot, int protocol, boolean a, boolean both) {
        if (!Icmp.is(protocol)) {
            return port(slot, !a);
        }
        int icmp = slots.upper(slot, Slot.ICMP);
        if (icmp == FlowBatch.UNKNOWN) {
            // Only questions are answered, and but for rare ones the question is an echo.
            return both ? Icmp.echo(protocol) : FlowBatch.UNKNOWN;
        }
        int question = Icmp.question(protocol, icmp);
        return question >= 0 && Icmp.answers(protocol, icmp) ? question : icmp;
    }

    private boolean orient(int slot, int headA, int headB) {
        orienter.begin();
        int protocol = protocol(slot);
        long both = slots.get(slot, Slot.TCP);
        int tcpA = (int) (both >>> 32);
        int tcpB = (int) both;
        Orientation flags = Icmp.is(protocol) ? Orientation.ICMP_TYPE : Orientation.TCP_FLAGS;
        boolean aAsks = (tcpA & Slot.ASKS) != 0 || (tcpB & Slot.ACCEPTS) != 0;
        boolean bAsks = (tcpB & Slot.ASKS) != 0 || (tcpA & Slot.ACCEPTS) != 0;
        if (aAsks != bAsks) {
            orienter.vote(flags, aAsks ? DECISIVE : -DECISIVE);
        }
        int portA = port(slot, true);
        int portB = port(slot, false);
        boolean dhcp =
                ServicePorts.asksByCustom(protocol, portA, portB) || ServicePorts.asksByCustom(protocol, portB, portA);
        boolean groupA = isGroup(slots.get(slot, Slot.HIGH_A), slots.get(slot, Slot.LOW_A));
        boolean groupB = isGroup(slots.get(slot, Slot.HIGH_B), slots.get(slot, Slot.LOW_B));
        if (groupA != groupB && !dhcp) {
            orienter.vote(Orientation.GROUP_ADDRESS, groupB ? DECISIVE : -DECISIVE);
        }
        long begun = slots.get(slot, Slot.PORTS) & (Slot.BEGUN_BY_A | Slot.BEGUN_BY_B);
        if (begun == Slot.BEGUN_BY_A || begun == Slot.BEGUN_BY_B) {
            orienter.vote(Orientation.EXPORTER, begun == Slot.BEGUN_BY_A ? 32 : -32);
        }
        if (!Icmp.is(protocol)) {
            orienter.ports(
                    protocol,
                    address(slot, true),
                    portA,
                    address(slot, false),
                    portB,
                    headA != Tallies.NONE && headB != Tallies.NONE);
        }
        if (headA == Tallies.NONE || headB == Tallies.NONE) {
            orienter.vote(Orientation.FIRST_SEEN, headB == Tallies.NONE ? 3 : -3);
        } else {
            firstSeen(
                    slot,
                    headA,
                    headB,
                    Orienter.begins(tcpA & 0xffff)
                            && Orienter.begins(tcpB & 0xffff)
                            && (tcpA & Slot.KNOWN) != 0
                            && (tcpB & Slot.KNOWN) != 0);
        }
        return orienter.isAClient(portA, portB);
    }

    /** Compares the two directions as one exporter saw them; else only beyond what clocks differ by. */
    private void firstSeen(int slot, int headA, int headB, boolean began) {
        boolean sampled = slots.lower(slot, Slot.ICMP) > 1;
        for (int at = headA; at != Tallies.NONE; at = tallies.next(at)) {
            int other = tallies.find(headB, tallies.exporter(at));
            if (other != Tallies.NONE && tallies.first(other) != tallies.first(at)) {
                long later = tallies.first(other) - tallies.first(at);
                orienter.firstSeen(later, began || arePortsEqual(slot), sampled);
                return;
            }
        }
    }

    /** Multicast (224.0.0.0/4, ff00::/8) and the broadcast address of all networks. */
    private static boolean isGroup(long high, long low) {
        if (FlowBatch.isV4(high, low)) {
            return (low >>> 28 & 0xf) == 0xe || (int) low == -1;
        }
        return high >>> 56 == 0xff;
    }

    private boolean askedByA(int slot) {
        return (slots.get(slot, Slot.PORTS) & Slot.ASKED_BY_A) != 0;
    }

    private long first(int slot) {
        return slots.get(slot, Slot.FIRST);
    }

    private int protocol(int slot) {
        return (int) (slots.get(slot, Slot.PORTS) >>> 16) & 0xff;
    }

    private int port(int slot, boolean a) {
        return (int) (slots.get(slot, Slot.PORTS) >>> (a ? 48 : 32)) & 0xffff;
    }

    private long address(int slot, boolean a) {
        return a
                ? Hashes.address(slots.get(slot, Slot.HIGH_A), slots.get(slot, Slot.LOW_A))
                : Hashes.address(slots.get(slot, Slot.HIGH_B), slots.get(slot, Slot.LOW_B));
    }
}
