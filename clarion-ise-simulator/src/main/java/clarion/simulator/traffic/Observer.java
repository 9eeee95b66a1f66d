package clarion.simulator.traffic;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Makes of a true conversation the records that arrive: which switch reports which direction, again and again while it
 * lasts, with losses, duplicates and sampling. The same conversation and seed give the same records. Not thread-safe.
 */
public final class Observer {

    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int PSH = 8;
    private static final int ACK = 16;

    private final Imperfections imperfections;
    private final long seed;
    private final Exporter core;
    private long told;
    private long lost;

    /** @param core the switch in the middle, which sees everything and tells some of it */
    public Observer(Imperfections imperfections, long seed, Exporter core) {
        this.imperfections = imperfections;
        this.seed = seed;
        this.core = core;
    }

    /** How many records have gone out. */
    public long told() {
        return told;
    }

    /** How many were lost on the way. */
    public long lost() {
        return lost;
    }

    /** All records of a conversation. */
    public void observe(Conversation conversation, Consumer<FlowRecord> sink) {
        long from = conversation.start();
        while (from < conversation.end()) {
            long to = Math.min(conversation.end(), from + step(conversation));
            observe(conversation, from, to, sink);
            from = to;
        }
    }

    /** How long a conversation lasts, at most, until it is reported: the active timeout of the client's switch. */
    public static long step(Conversation conversation) {
        return conversation.client().exporter().activeMillis();
    }

    /** The records of the part from {@code from} on, before {@code to}; parts follow each other without a gap. */
    public void observe(Conversation conversation, long from, long to, Consumer<FlowRecord> sink) {
        long own = Draws.seed(seed, conversation.id());
        SplittableRandom path = new SplittableRandom(own);
        boolean elsewhere = Draws.chance(imperfections.of(Imperfection.REPLY_ELSEWHERE), path);
        boolean twice = Draws.chance(imperfections.of(Imperfection.DUPLICATES), path);
        int delay = 1 + path.nextInt(8);
        SplittableRandom random = new SplittableRandom(Draws.seed(own, from));
        Part part = new Part(conversation, from, to);
        Exporter first = conversation.client().exporter();
        Exporter second = elsewhere ? conversation.server().exporter() : first;
        tell(part.request(first, 0), random, sink);
        if (second.equals(conversation.server().exporter()) || !second.oneWay()) {
            tell(part.reply(second, delay), random, sink);
        }
        if (twice && !core.equals(first)) {
            tell(part.request(core, 1), random, sink);
            tell(part.reply(core, delay), random, sink);
        }
    }

    private void tell(FlowRecord record, SplittableRandom random, Consumer<FlowRecord> sink) {
        FlowRecord seen = sampled(record, random);
        if (seen.packets() == 0) {
            return;
        }
        if (Draws.chance(imperfections.of(Imperfection.LOSS), random)) {
            lost++;
        } else {
            told++;
            sink.accept(seen);
        }
    }

    private static FlowRecord sampled(FlowRecord record, SplittableRandom random) {
        int interval = record.exporter().sampling();
        if (interval == 1 || record.packets() == 0) {
            return record;
        }
        long packets = Draws.binomial(record.packets(), 1.0 / interval, random);
        return new FlowRecord(
                record.exporter(),
                record.source(),
                record.destination(),
                record.sourcePort(),
                record.destinationPort(),
                record.protocol(),
                record.flags(),
                record.start(),
                record.end(),
                record.octets() * packets / record.packets(),
                packets);
    }

    /** A part of a conversation in time. */
    private record Part(Conversation whole, long from, long to) {

        FlowRecord request(Exporter exporter, int delay) {
            return record(
                    exporter,
                    whole.client(),
                    whole.server(),
                    whole.clientPort(),
                    whole.port(),
                    delay,
                    requestFlags(),
                    whole.requestPackets(),
                    whole.requestOctets());
        }

        FlowRecord reply(Exporter exporter, int delay) {
            boolean icmp = whole.service().protocol() == Service.ICMP;
            return record(
                    exporter,
                    whole.server(),
                    whole.client(),
                    icmp ? 0 : whole.port(),
                    icmp ? 0 : whole.clientPort(),
                    delay,
                    replyFlags(),
                    whole.replyPackets(),
                    whole.replyOctets());
        }

        private FlowRecord record(
                Exporter exporter,
                Party source,
                Party destination,
                int sourcePort,
                int destinationPort,
                int delay,
                int flags,
                long allPackets,
                long allOctets) {
            long before = whole.said(allPackets, from - whole.start());
            long after = whole.said(allPackets, to - whole.start());
            long octets = allPackets == 0 ? 0 : allOctets * after / allPackets - allOctets * before / allPackets;
            return new FlowRecord(
                    exporter,
                    source,
                    destination,
                    sourcePort,
                    destinationPort,
                    whole.service().protocol(),
                    whole.service().protocol() == Service.TCP ? flags : 0,
                    Math.min(to, from + delay),
                    to,
                    octets,
                    after - before);
        }

        private int requestFlags() {
            if (whole.outcome() != Conversation.Outcome.ANSWERED) {
                return SYN;
            }
            return ACK | PSH | (from == whole.start() ? SYN : 0) | (to == whole.end() ? FIN : 0);
        }

        private int replyFlags() {
            if (whole.outcome() == Conversation.Outcome.REFUSED) {
                return RST | ACK;
            }
            return ACK | PSH | (from == whole.start() ? SYN : 0) | (to == whole.end() ? FIN : 0);
        }
    }
}
