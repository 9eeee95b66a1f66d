package clarion.domain.flows.wire;

import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.Mark;

/** Makes columns of what a record says in one of several ways: its times, its sampling, ICMP, and who began. */
final class RecordFinish {

    /** Estimated octets of a record that no line could carry: half an hour at 400 Gbit/s is 9e13. */
    private static final long MOST = 1L << 47;

    private static final int LARGEST_SAMPLING = 1 << 24;
    private static final int REVERSE_INITIATOR = 2;

    private final long tolerance;
    private final long oldest;

    RecordFinish(DecoderLimits limits) {
        tolerance = limits.clockTolerance().toMillis();
        oldest = limits.oldestFlow().toMillis();
    }

    /** Finishes row {@code i}; false if its counts cannot be. */
    boolean finish(FlowBatch batch, int i, RecordScratch scratch, PacketContext packet, DomainState domain) {
        int sampling = sampling(batch.ingress[i], scratch, packet, domain);
        batch.sampling[i] = sampling;
        long most = sampling == 1 ? MOST : MOST / sampling;
        if (isBeyond(batch.bytes[i], most) || isBeyond(batch.packets[i], most)) {
            return false;
        }
        if (sampling > 1) {
            batch.marks[i] |= Mark.SAMPLED.bit();
        }
        if (scratch.natDestination != 0) {
            batch.destinationHigh[i] = 0;
            batch.destinationLow[i] = FlowBatch.mapped(scratch.natDestination);
        }
        if (scratch.natDestinationPort != 0) {
            batch.destinationPort[i] = scratch.natDestinationPort;
        }
        ports(batch, i, scratch, domain);
        times(batch, i, scratch, packet, domain);
        return !scratch.hasReverse || reverse(batch, i, scratch, most);
    }

    private static boolean isBeyond(long count, long most) {
        return count < 0 || count > most;
    }

    private static int sampling(int ingress, RecordScratch scratch, PacketContext packet, DomainState domain) {
        long rate = interval(scratch.packetInterval, scratch.packetSpace);
        if (rate <= 0) {
            rate = scratch.interval;
        }
        if (rate <= 0 && scratch.sampler != RecordScratch.NONE) {
            rate = domain.samplerRate(scratch.sampler);
        }
        if (rate <= 0) {
            rate = domain.interfaceRate(ingress);
        }
        if (rate <= 0) {
            rate = packet.sampling;
        }
        return rate <= 1 ? 1 : (int) Math.min(rate, LARGEST_SAMPLING);
    }

    /** One of so many, where {@code taken} packets are looked at and {@code space} are not (RFC 5477, 8.2). */
    static long interval(long taken, long space) {
        if (taken <= 0 || space < 0 || space > 1L << 40) {
            return 0;
        }
        return (taken + space + taken / 2) / taken;
    }

    private static void ports(FlowBatch batch, int i, RecordScratch scratch, DomainState domain) {
        int protocol = batch.protocol[i];
        switch (protocol) {
            case 6:
                return;
            case 17, 33, 132, 136:
                break;
            case 1, 58:
                batch.icmp[i] = icmp(protocol, batch.destinationPort[i], scratch, domain);
                batch.sourcePort[i] = 0;
                batch.destinationPort[i] = 0;
                break;
            default:
                batch.sourcePort[i] = 0;
                batch.destinationPort[i] = 0;
        }
        batch.tcpFlags[i] = FlowBatch.UNKNOWN;
    }

    /**
     * Type and code from their own field, or from the destination port, where many exporters put them. A port of 0 is
     * echo reply, or an exporter that says nothing there: which, its other records of ICMP tell.
     */
    private static int icmp(int protocol, int port, RecordScratch scratch, DomainState domain) {
        if (scratch.icmpType >= 0) {
            return scratch.icmpType << 8 | scratch.icmpCode;
        }
        int own = protocol == 1 ? scratch.icmpV4 : scratch.icmpV6;
        if (own > 0 || own == 0 && port == 0) {
            return own;
        }
        if (port != 0) {
            domain.icmpInPort = true;
            return port;
        }
        return domain.icmpInPort ? 0 : FlowBatch.UNKNOWN;
    }

    private void times(FlowBatch batch, int i, RecordScratch scratch, PacketContext packet, DomainState domain) {
        long start = scratch.startMillis;
        long end = scratch.endMillis;
        if (start == RecordScratch.NONE && scratch.firstUptime != RecordScratch.NONE) {
            start = ofUptime(scratch.firstUptime, scratch, packet, domain);
        }
        if (end == RecordScratch.NONE && scratch.lastUptime != RecordScratch.NONE) {
            end = ofUptime(scratch.lastUptime, scratch, packet, domain);
        }
        if (start == RecordScratch.NONE && scratch.startDelta != RecordScratch.NONE) {
            start = packet.exportMillis - scratch.startDelta;
        }
        if (end == RecordScratch.NONE && scratch.endDelta != RecordScratch.NONE) {
            end = packet.exportMillis - scratch.endDelta;
        }
        long duration = scratch.duration < 0 ? 0 : scratch.duration;
        if (end == RecordScratch.NONE) {
            long known = scratch.observed != RecordScratch.NONE ? scratch.observed : packet.exportMillis;
            end = start == RecordScratch.NONE ? known : scratch.duration >= 0 ? start + duration : start;
        }
        if (start == RecordScratch.NONE) {
            start = end - duration;
        }
        place(batch, i, Math.min(start, end), end, packet);
    }

    /** The instant of an uptime; differences are modulo 2^32, so that 49.7 days of uptime are passed unharmed. */
    private static long ofUptime(long uptime, RecordScratch scratch, PacketContext packet, DomainState domain) {
        if (packet.hasUptime) {
            return packet.exportMillis - (packet.uptime - (int) uptime);
        }
        long system = scratch.systemStart != RecordScratch.NONE ? scratch.systemStart : domain.systemStart;
        if (system != RecordScratch.NONE) {
            return packet.exportMillis - ((int) (packet.exportMillis - system) - (int) uptime);
        }
        // IPFIX without systemInitTimeMilliseconds: the last packet was seen when it was exported, at the latest.
        return scratch.lastUptime == RecordScratch.NONE
                ? packet.exportMillis
                : packet.exportMillis - ((int) scratch.lastUptime - (int) uptime);
    }

    private void place(FlowBatch batch, int i, long start, long end, PacketContext packet) {
        long offset = packet.clockOffset();
        long first = start;
        long last = end;
        if (offset > tolerance || offset < -tolerance) {
            first += offset;
            last += offset;
            batch.marks[i] |= Mark.CLOCK_CORRECTED.bit();
        }
        if (last > packet.arrivalMillis + tolerance || last < packet.arrivalMillis - oldest) {
            long duration = Math.min(Math.max(last - first, 0), oldest);
            last = packet.arrivalMillis;
            first = last - duration;
            batch.marks[i] |= Mark.CLOCK_CORRECTED.bit();
        }
        batch.start[i] = Math.max(first, last - oldest);
        batch.end[i] = last;
    }

    private static boolean reverse(FlowBatch batch, int i, RecordScratch scratch, long most) {
        long bytes = Math.max(batch.reverseBytes[i], 0);
        long packets = Math.max(batch.reversePackets[i], 0);
        if (isBeyond(batch.reverseBytes[i], most) && batch.reverseBytes[i] != FlowBatch.UNKNOWN
                || isBeyond(batch.reversePackets[i], most) && batch.reversePackets[i] != FlowBatch.UNKNOWN) {
            return false;
        }
        batch.reverseBytes[i] = bytes;
        batch.reversePackets[i] = packets;
        if (scratch.biflowDirection == REVERSE_INITIATOR) {
            Turn.around(batch, i, scratch.reverseTcpFlags);
        }
        return true;
    }
}
