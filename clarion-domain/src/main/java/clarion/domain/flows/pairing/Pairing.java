package clarion.domain.flows.pairing;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.FlowBatch;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Joins records to conversations and hands each on when it is over: idle, or the input at its end. Not thread-safe: one
 * core does several times what a collector has to take ({@code ./clarion bench flows-pairing}).
 *
 * <p>Time is given with each batch. Live it is the clock: {@link #accept(FlowBatch, long)} puts records right whose
 * exporter's clock is wrong. For files it is a {@link Watermark}: {@link #acceptHistory}. What comes out depends on the
 * input, its batches and the times alone.
 */
public final class Pairing {

    private final PairingSettings settings;
    private final Consumer<Conversation> sink;
    private final Pool slots = new Pool(Slot.WIDTH);
    private final Tallies tallies;
    private final Wheel wheel = new Wheel();
    private final RecordKey key = new RecordKey();
    private final Completion completion;

    private int[] heads = new int[1 << 12];
    private int open;
    private long records;
    private long duplicates;
    private long flushedEarly;
    private long clockCorrected;
    private long time = Long.MIN_VALUE;

    public Pairing(PairingSettings settings, Knowledge knowledge, Consumer<Conversation> sink) {
        this.settings = settings;
        this.sink = sink;
        this.tallies = new Tallies(settings.clockMillis());
        this.completion = new Completion(slots, tallies, knowledge);
        Arrays.fill(heads, -1);
    }

    /** Takes live records; now is the time of arrival. Conversations that are over by then are handed on. */
    public void accept(FlowBatch batch, long nowMillis) {
        for (int i = 0; i < batch.size(); i++) {
            long start = batch.start[i];
            long end = batch.end[i];
            boolean wrong = Math.abs(nowMillis - end) > settings.correctionMillis();
            if (wrong) {
                clockCorrected++;
                start = nowMillis - Math.min(end - start, settings.longestMillis());
                end = nowMillis;
            }
            take(batch, i, start, end, wrong);
        }
        expire(nowMillis);
    }

    /** Takes records of a file or another time; the watermark says how far all that was read has come. */
    public void acceptHistory(FlowBatch batch, long watermarkMillis) {
        for (int i = 0; i < batch.size(); i++) {
            take(batch, i, batch.start[i], batch.end[i], false);
        }
        expire(watermarkMillis);
    }

    /** Hands on all that is open: there are no more records. */
    public void finish() {
        for (int bucket = 0; bucket < Wheel.buckets(); bucket++) {
            int slot = wheel.take(bucket);
            while (slot >= 0) {
                int next = slots.lower(slot, Slot.LINKS);
                complete(slot);
                slot = next;
            }
        }
    }

    public PairingCounts counts() {
        return new PairingCounts(
                records,
                duplicates,
                completion.conversations(),
                completion.paired(),
                flushedEarly,
                clockCorrected,
                open);
    }

    private void take(FlowBatch batch, int i, long start, long end, boolean corrected) {
        records++;
        key.of(batch, i);
        int slot = find(batch, i, start, end);
        if (slot < 0) {
            if (open >= settings.openLimit()) {
                makeRoom();
            }
            slot = open(batch, i, start, end);
        }
        join(slot, batch, i, start, end, corrected);
    }

    /** The open conversation that a record belongs to: of those with its ends the one nearest in time, or -1. */
    private int find(FlowBatch batch, int i, long start, long end) {
        int best = -1;
        long bestGap = Long.MAX_VALUE;
        for (int at = heads[key.hash & heads.length - 1]; at >= 0; at = slots.upper(at, Slot.LINKS)) {
            if (slots.get(at, Slot.LOW_A) != key.lowA
                    || slots.get(at, Slot.LOW_B) != key.lowB
                    || (slots.get(at, Slot.PORTS) & ~0xffffL) != key.ports
                    || slots.get(at, Slot.HIGH_A) != key.highA
                    || slots.get(at, Slot.HIGH_B) != key.highB) {
                continue;
            }
            long first = slots.get(at, Slot.FIRST);
            long last = slots.get(at, Slot.LAST);
            long gap = Math.max(0, Math.max(start - last, first - end));
            if (gap > settings.idleMillis()
                    || isTooLong(first, last, start, end)
                    || isAnother(at, batch, i, start, last)) {
                continue;
            }
            // Of conversations that overlap the record, the one that began nearest to it.
            long distance = (gap << 20) + Math.min(Math.abs(start - first), (1 << 20) - 1);
            if (distance < bestGap) {
                bestGap = distance;
                best = at;
            }
        }
        return best;
    }

    private boolean isTooLong(long first, long last, long start, long end) {
        return Math.max(last, end) - Math.min(first, start) > settings.longestMillis()
                && Math.min(last, end) - Math.max(first, start) <= settings.clockMillis();
    }

    /** True if the record begins a connection on ports that were used before: that one had begun, and ended. */
    private boolean isAnother(int slot, FlowBatch batch, int i, long start, long last) {
        if (!Orienter.begins(batch.tcpFlags[i])) {
            return false;
        }
        long both = slots.get(slot, Slot.TCP);
        int mine = key.fromA ? (int) (both >>> 32) : (int) both;
        int other = key.fromA ? (int) both : (int) (both >>> 32);
        if (!Orienter.begins(mine & 0xffff) || !Orienter.ends((mine | other) & 0xffff)) {
            return false;
        }
        int head = key.fromA ? slots.upper(slot, Slot.TALLIES) : slots.lower(slot, Slot.TALLIES);
        int same = tallies.find(head, batch.exporter[i]);
        return same == Tallies.NONE ? start > last + settings.clockMillis() : start > tallies.last(same);
    }

    private int open(FlowBatch batch, int i, long start, long end) {
        if (open >= heads.length) {
            rehash();
        }
        int slot = slots.take();
        int bucket = key.hash & heads.length - 1;
        slots.set(slot, Slot.HIGH_A, key.highA);
        slots.set(slot, Slot.LOW_A, key.lowA);
        slots.set(slot, Slot.HIGH_B, key.highB);
        slots.set(slot, Slot.LOW_B, key.lowB);
        slots.set(slot, Slot.FIRST, start);
        slots.set(slot, Slot.LAST, end);
        slots.set(slot, Slot.LINKS, heads[bucket], wheel.put(slot, due(end)));
        slots.set(slot, Slot.TCP, 0);
        slots.set(slot, Slot.SGTS, FlowBatch.UNKNOWN, FlowBatch.UNKNOWN);
        slots.set(slot, Slot.MAC_A, FlowBatch.UNKNOWN);
        slots.set(slot, Slot.MAC_B, FlowBatch.UNKNOWN);
        slots.set(slot, Slot.TALLIES, Tallies.NONE, Tallies.NONE);
        slots.set(slot, Slot.ICMP, FlowBatch.UNKNOWN, 1);
        heads[bucket] = slot;
        open++;
        boolean answer = Orienter.looksLikeAnswer(
                batch.protocol[i], batch.sourcePort[i], batch.destinationPort[i], batch.tcpFlags[i], batch.icmp[i]);
        int flags = answer != key.fromA ? Slot.ASKED_BY_A : 0;
        slots.set(slot, Slot.PORTS, key.ports | flags);
        completion.asked(slot);
        return slot;
    }

    private long due(long last) {
        return last + settings.idleMillis() + settings.latenessMillis();
    }

    private void join(int slot, FlowBatch batch, int i, long start, long end, boolean corrected) {
        slots.set(slot, Slot.FIRST, Math.min(slots.get(slot, Slot.FIRST), start));
        slots.set(slot, Slot.LAST, Math.max(slots.get(slot, Slot.LAST), end));
        long flags = slots.get(slot, Slot.PORTS);
        boolean fromA = key.fromA;
        int headA = slots.upper(slot, Slot.TALLIES);
        int headB = slots.lower(slot, Slot.TALLIES);
        int head = fromA ? headA : headB;
        if (head == Tallies.NONE) {
            completion.sent(slot, fromA);
        }
        head = tallies.add(head, batch, i, start, end, batch.bytes[i], batch.packets[i]);
        duplicates += tallies.repeated ? 1 : 0;
        int back = fromA ? headB : headA;
        if (batch.reversePackets[i] != FlowBatch.UNKNOWN || batch.reverseBytes[i] != FlowBatch.UNKNOWN) {
            flags |= fromA ? Slot.BEGUN_BY_A : Slot.BEGUN_BY_B;
            if (batch.reversePackets[i] != 0) {
                back = tallies.add(
                        back,
                        batch,
                        i,
                        start,
                        end,
                        Math.max(0, batch.reverseBytes[i]),
                        Math.max(1, batch.reversePackets[i]));
            }
        }
        slots.set(slot, Slot.TALLIES, fromA ? head : back, fromA ? back : head);
        if (corrected) {
            flags |= Slot.CLOCK_CORRECTED;
        }
        boolean both = head != Tallies.NONE && back != Tallies.NONE;
        if (both && (flags & Slot.BOTH_SEEN) == 0) {
            flags |= Slot.BOTH_SEEN;
            completion.met(slot);
        }
        tcp(slot, fromA, batch.tcpFlags[i]);
        if (both && (flags & Slot.ANSWER_SEEN) == 0 && !completion.isRefused(slot, (flags & Slot.ASKED_BY_A) != 0)) {
            flags |= Slot.ANSWER_SEEN;
            completion.answered(slot);
        }
        slots.set(slot, Slot.PORTS, flags);
        identity(slot, fromA, batch, i);
        int icmp = batch.icmp[i];
        if (icmp != FlowBatch.UNKNOWN && slots.upper(slot, Slot.ICMP) == FlowBatch.UNKNOWN
                || icmp != FlowBatch.UNKNOWN && !Icmp.answers(batch.protocol[i], icmp)) {
            slots.set(slot, Slot.ICMP, icmp, slots.lower(slot, Slot.ICMP));
            if (Icmp.question(batch.protocol[i], icmp) >= 0) {
                boolean asks = !Icmp.answers(batch.protocol[i], icmp);
                int bit = asks ? Slot.ASKS : Slot.ACCEPTS;
                slots.set(slot, Slot.TCP, slots.get(slot, Slot.TCP) | (fromA ? (long) bit << 32 : bit));
            }
        }
        slots.set(
                slot,
                Slot.ICMP,
                slots.upper(slot, Slot.ICMP),
                Math.max(slots.lower(slot, Slot.ICMP), batch.sampling[i]));
    }

    private void tcp(int slot, boolean fromA, int tcpFlags) {
        if (tcpFlags == FlowBatch.UNKNOWN) {
            return;
        }
        long bits = tcpFlags & 0xffff | Slot.KNOWN;
        bits |= Orienter.asks(tcpFlags) ? Slot.ASKS : 0;
        bits |= Orienter.accepts(tcpFlags) ? Slot.ACCEPTS : 0;
        slots.set(slot, Slot.TCP, slots.get(slot, Slot.TCP) | (fromA ? bits << 32 : bits));
    }

    private void identity(int slot, boolean fromA, FlowBatch batch, int i) {
        int sgtA = better(slots.upper(slot, Slot.SGTS), fromA ? batch.sourceSgt[i] : batch.destinationSgt[i]);
        int sgtB = better(slots.lower(slot, Slot.SGTS), fromA ? batch.destinationSgt[i] : batch.sourceSgt[i]);
        slots.set(slot, Slot.SGTS, sgtA, sgtB);
        long macA = fromA ? batch.sourceMac[i] : batch.destinationMac[i];
        long macB = fromA ? batch.destinationMac[i] : batch.sourceMac[i];
        if (slots.get(slot, Slot.MAC_A) == FlowBatch.UNKNOWN) {
            slots.set(slot, Slot.MAC_A, macA);
        }
        if (slots.get(slot, Slot.MAC_B) == FlowBatch.UNKNOWN) {
            slots.set(slot, Slot.MAC_B, macB);
        }
    }

    /** A tag is better than the tag Unknown, and that than nothing; the first of equals stays. */
    private static int better(int sgt, int other) {
        return sgt > 0 || other == FlowBatch.UNKNOWN ? sgt : other > 0 || sgt == FlowBatch.UNKNOWN ? other : sgt;
    }

    private void expire(long now) {
        time = Math.max(time, now);
        long tick = Wheel.tick(time);
        if (tick <= wheel.lastTick()) {
            return;
        }
        for (long due = wheel.firstDue(tick); due <= tick; due++) {
            int slot = wheel.take(Wheel.bucket(due));
            // What is put back goes into buckets after this tick only once the wheel says so.
            while (slot >= 0) {
                int next = slots.lower(slot, Slot.LINKS);
                long end = due(slots.get(slot, Slot.LAST));
                if (Wheel.tick(end) <= tick) {
                    complete(slot);
                } else {
                    slots.set(slot, Slot.LINKS, slots.upper(slot, Slot.LINKS), wheel.put(slot, end));
                }
                slot = next;
            }
        }
        wheel.advance(tick);
    }

    /** Hands on the conversations that would be over next, until a tenth of the room is free. */
    private void makeRoom() {
        long from = wheel.lastTick() == Long.MIN_VALUE ? 0 : wheel.lastTick() + 1;
        int enough = settings.openLimit() - settings.openLimit() / 10 - 1;
        for (int n = 0; n < Wheel.buckets() && open > enough; n++) {
            int slot = wheel.take(Wheel.bucket(from + n));
            while (slot >= 0) {
                int next = slots.lower(slot, Slot.LINKS);
                flushedEarly++;
                complete(slot);
                slot = next;
            }
        }
    }

    private void complete(int slot) {
        unlink(slot);
        sink.accept(completion.of(slot));
        tallies.free(slots.upper(slot, Slot.TALLIES));
        tallies.free(slots.lower(slot, Slot.TALLIES));
        slots.free(slot);
        open--;
    }

    private int bucket(int slot) {
        long mixed = Hashes.mix(Hashes.address(slots.get(slot, Slot.HIGH_A), slots.get(slot, Slot.LOW_A)) * 31
                + Hashes.address(slots.get(slot, Slot.HIGH_B), slots.get(slot, Slot.LOW_B))
                + (slots.get(slot, Slot.PORTS) & ~0xffffL));
        return (int) (mixed ^ mixed >>> 32) & heads.length - 1;
    }

    private void unlink(int slot) {
        int bucket = bucket(slot);
        int after = slots.upper(slot, Slot.LINKS);
        if (heads[bucket] == slot) {
            heads[bucket] = after;
            return;
        }
        int at = heads[bucket];
        while (slots.upper(at, Slot.LINKS) != slot) {
            at = slots.upper(at, Slot.LINKS);
        }
        slots.set(at, Slot.LINKS, after, slots.lower(at, Slot.LINKS));
    }

    private void rehash() {
        int[] old = heads;
        heads = new int[old.length * 2];
        Arrays.fill(heads, -1);
        for (int head : old) {
            int slot = head;
            while (slot >= 0) {
                int next = slots.upper(slot, Slot.LINKS);
                int bucket = bucket(slot);
                slots.set(slot, Slot.LINKS, heads[bucket], slots.lower(slot, Slot.LINKS));
                heads[bucket] = slot;
                slot = next;
            }
        }
    }
}
