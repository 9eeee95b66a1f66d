package clarion.domain.flows.wire;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.FlowSink;
import java.util.function.UnaryOperator;

/**
 * Reads datagrams of NetFlow version 5, version 9 (RFC 3954) and IPFIX (RFC 7011). One for each thread: what exporters
 * announced is in the {@link ExporterTable} that all share, and reading a record allocates nothing.
 *
 * <p>It never throws for what is in a packet: what cannot be read is counted by {@link DecodeError} and skipped, and
 * what was read before it stays.
 */
public final class FlowDecoder {

    private static final int V5 = 5;
    private static final int V9 = 9;
    private static final int IPFIX = 10;

    private static final int V5_HEADER = 24;
    private static final int V5_RECORD = 48;
    private static final int V5_MOST = 30;
    private static final int V9_HEADER = 20;
    private static final int IPFIX_HEADER = 16;

    /** A record of version 5 as the template of version 9 that it would be. */
    private static final RecordPlan V5_PLAN = RecordPlan.of(
            new int[] {8, 12, 15, 10, 14, 2, 1, 22, 21, 7, 11, -1, 6, 4, 5, 16, 17, 9, 13, -1},
            new int[] {4, 4, 4, 2, 2, 4, 4, 4, 4, 2, 2, 1, 1, 1, 1, 2, 2, 1, 1, 2});

    private final ExporterTable table;
    private final SetReader reader;
    private final PacketContext context = new PacketContext();

    /**
     * @param table what is known of exporters
     * @param first the batch to fill first
     * @param full takes a full batch and gives an empty one for it
     */
    public FlowDecoder(ExporterTable table, FlowBatch first, UnaryOperator<FlowBatch> full) {
        this.table = table;
        this.reader = new SetReader(table, first, full);
    }

    /** A decoder that fills the same batch again and again, and shows it to the sink each time it is full. */
    public static FlowDecoder into(ExporterTable table, FlowBatch batch, FlowSink sink) {
        return new FlowDecoder(table, batch, filled -> {
            sink.accept(filled);
            filled.clear();
            return filled;
        });
    }

    /** Hands over the records read so far, if there are any. */
    public void flush() {
        reader.flush();
    }

    /** How many records wait to be handed over. */
    public int waiting() {
        return reader.batch().size();
    }

    /**
     * Reads a packet.
     *
     * @param packet the datagram's octets; only the first {@code length} are looked at
     * @param length how many there are, 0 to 65535
     * @param exporter where it comes from
     * @param arrivalMillis when it arrived, in milliseconds since 1970 UTC
     */
    public void decode(byte[] packet, int length, IpAddress exporter, long arrivalMillis) {
        int version = version(packet, length);
        ExporterState state = version == 0 ? table.find(exporter) : table.state(exporter, arrivalMillis);
        if (state == null) {
            if (version == 0) {
                table.stray();
            }
            return;
        }
        synchronized (state) {
            if (!state.isClosed()) {
                decode(packet, length, version, state, arrivalMillis);
                return;
            }
        }
        // It was forgotten in between, so this packet is its first again.
        ExporterState anew = version == 0 ? null : table.state(exporter, arrivalMillis);
        if (anew != null) {
            synchronized (anew) {
                decode(packet, length, version, anew, arrivalMillis);
            }
        }
    }

    /** The protocol version, 0 if it is none that is read or too short for its header. */
    private static int version(byte[] packet, int length) {
        if (length < IPFIX_HEADER) {
            return 0;
        }
        int version = WireBytes.u16(packet, 0);
        return switch (version) {
            case V5 -> length >= V5_HEADER ? V5 : 0;
            case V9 -> length >= V9_HEADER ? V9 : 0;
            case IPFIX -> IPFIX;
            default -> 0;
        };
    }

    private void decode(byte[] packet, int length, int version, ExporterState state, long arrival) {
        state.packets++;
        state.lastSeen = arrival;
        if (version == 0) {
            state.error(DecodeError.NOT_FLOW_EXPORT);
            return;
        }
        state.versions |= 1 << version;
        switch (version) {
            case V5 -> decodeV5(packet, length, state, arrival);
            case V9 -> decodeV9(packet, length, state, arrival);
            default -> decodeIpfix(packet, length, state, arrival);
        }
    }

    private void decodeV5(byte[] packet, int length, ExporterState state, long arrival) {
        DomainState domain = domain(state, V5, WireBytes.u16(packet, 20), arrival);
        int count = WireBytes.u16(packet, 2);
        if (count > V5_MOST) {
            state.error(DecodeError.BAD_LENGTH);
            return;
        }
        if (length < V5_HEADER + count * V5_RECORD) {
            state.error(DecodeError.TRUNCATED);
            return;
        }
        long nanos = WireBytes.u32(packet, 12);
        long export = WireBytes.u32(packet, 8) * 1000 + nanos / 1_000_000;
        context.set(export, true, WireBytes.i32(packet, 4), arrival, WireBytes.u16(packet, 22) & 0x3fff);
        sequence(state, domain, WireBytes.i32(packet, 16), count);
        var unused =
                reader.readRecords(state, domain, V5_PLAN, packet, V5_HEADER, V5_HEADER + count * V5_RECORD, context);
        state.clockOffset = context.clockOffset();
    }

    private void decodeV9(byte[] packet, int length, ExporterState state, long arrival) {
        DomainState domain = domain(state, V9, WireBytes.u32(packet, 16), arrival);
        context.set(WireBytes.u32(packet, 8) * 1000, true, WireBytes.i32(packet, 4), arrival, 0);
        sequence(state, domain, WireBytes.i32(packet, 12), 1);
        // The count of the header includes templates and is wrong often enough; the sets' lengths say where they end.
        var unused = reader.readSets(state, domain, packet, V9_HEADER, length, context);
        state.clockOffset = context.clockOffset();
    }

    private void decodeIpfix(byte[] packet, int length, ExporterState state, long arrival) {
        int announced = WireBytes.u16(packet, 2);
        if (announced < IPFIX_HEADER) {
            state.error(DecodeError.BAD_LENGTH);
            return;
        }
        DomainState domain = domain(state, IPFIX, WireBytes.u32(packet, 12), arrival);
        context.set(WireBytes.u32(packet, 4) * 1000, false, 0, arrival, 0);
        if (announced > length) {
            state.error(DecodeError.TRUNCATED);
        }
        int end = Math.min(announced, length);
        long counted = reader.readSets(state, domain, packet, IPFIX_HEADER, end, context);
        sequence(state, domain, WireBytes.i32(packet, 8), announced > length ? -1 : counted);
        state.clockOffset = context.clockOffset();
    }

    private static DomainState domain(ExporterState state, int version, long id, long arrival) {
        DomainState domain = state.domain(version, id);
        domain.packets++;
        domain.lastSeen = arrival;
        return domain;
    }

    private static void sequence(ExporterState state, DomainState domain, int number, long counted) {
        long missing = domain.sequence.take(number, counted);
        if (missing > 0) {
            state.gaps++;
            state.missing += missing;
            domain.missing += missing;
        }
    }
}
