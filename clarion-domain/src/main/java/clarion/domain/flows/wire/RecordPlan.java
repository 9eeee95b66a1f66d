package clarion.domain.flows.wire;

import clarion.domain.flows.FlowBatch;
import java.util.Arrays;

/**
 * A template made ready for reading: which op takes which octets. Of records of a fixed length, fields that nobody
 * reads are not even looked at; where fields say their own length, all are walked over.
 */
final class RecordPlan {

    private static final long MAC = 0xffff_ffff_ffffL;

    private final boolean flow;
    private final boolean variable;
    private final int shortest;
    private final int[] ops;
    private final int[] offsets;
    private final int[] lengths;

    private RecordPlan(boolean flow, boolean variable, int shortest, int[] ops, int[] offsets, int[] lengths) {
        this.flow = flow;
        this.variable = variable;
        this.shortest = shortest;
        this.ops = ops;
        this.offsets = offsets;
        this.lengths = lengths;
    }

    /** Makes the plan of a template's fields: their keys and lengths in order, of which {@code from} are scopes. */
    static RecordPlan of(int[] keys, int[] lengths) {
        int count = keys.length;
        int[] ops = new int[count];
        int[] offsets = new int[count];
        for (int op = 1; op < Op.count(); op++) {
            int field = preferred(op, keys, lengths);
            if (field >= 0) {
                ops[field] = op;
            }
        }
        boolean variable = false;
        int shortest = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = shortest;
            variable |= lengths[i] == Element.VARIABLE;
            shortest += lengths[i] == Element.VARIABLE ? 1 : lengths[i];
        }
        boolean flow = has(ops, Op.SOURCE_V4) && has(ops, Op.DESTINATION_V4)
                || has(ops, Op.SOURCE_V6) && has(ops, Op.DESTINATION_V6);
        if (variable) {
            return new RecordPlan(flow, true, shortest, ops, offsets, lengths.clone());
        }
        int[] read = java.util.stream.IntStream.range(0, count)
                .filter(i -> ops[i] != Op.SKIP)
                .toArray();
        return new RecordPlan(flow, false, shortest, pick(ops, read), pick(offsets, read), pick(lengths, read));
    }

    private static int preferred(int op, int[] keys, int[] lengths) {
        for (int element : Op.elements(op)) {
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] == element && (Op.fits(op, lengths[i]) || lengths[i] == Element.VARIABLE)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean has(int[] ops, int op) {
        return Arrays.stream(ops).anyMatch(each -> each == op);
    }

    private static int[] pick(int[] values, int[] at) {
        return Arrays.stream(at).map(i -> values[i]).toArray();
    }

    /** True if its records have addresses; others tell of no traffic between anyone. */
    boolean isFlow() {
        return flow;
    }

    /** Octets of the shortest record; what is left of a set that is shorter is padding. */
    int shortest() {
        return shortest;
    }

    /** Reads the record at {@code at} into row {@code i} and says where it ends; less than 0 if beyond {@code end}. */
    int read(byte[] data, int at, int end, FlowBatch batch, int i, RecordScratch scratch) {
        if (variable) {
            return readVariable(data, at, end, batch, i, scratch);
        }
        for (int f = 0; f < ops.length; f++) {
            apply(ops[f], data, at + offsets[f], lengths[f], batch, i, scratch);
        }
        return at + shortest;
    }

    private int readVariable(byte[] data, int at, int end, FlowBatch batch, int i, RecordScratch scratch) {
        int position = at;
        for (int f = 0; f < ops.length; f++) {
            int length = lengths[f];
            if (length == Element.VARIABLE) {
                if (position >= end) {
                    return -1;
                }
                length = WireBytes.u8(data, position++);
                if (length == 255) {
                    if (position + 2 > end) {
                        return -1;
                    }
                    length = WireBytes.u16(data, position);
                    position += 2;
                }
            }
            if (length > end - position) {
                return -1;
            }
            if (ops[f] != Op.SKIP && Op.fits(ops[f], length)) {
                apply(ops[f], data, position, length, batch, i, scratch);
            }
            position += length;
        }
        return position;
    }

    private static void apply(int op, byte[] data, int at, int length, FlowBatch batch, int i, RecordScratch scratch) {
        switch (op) {
            // A template may have addresses of both families, of which the unused are zero.
            case Op.SOURCE_V4:
                int source = WireBytes.i32(data, at);
                if (source != 0 || (batch.sourceHigh[i] | batch.sourceLow[i]) == 0) {
                    batch.sourceHigh[i] = 0;
                    batch.sourceLow[i] = FlowBatch.mapped(source);
                }
                break;
            case Op.DESTINATION_V4:
                int destination = WireBytes.i32(data, at);
                if (destination != 0 || (batch.destinationHigh[i] | batch.destinationLow[i]) == 0) {
                    batch.destinationHigh[i] = 0;
                    batch.destinationLow[i] = FlowBatch.mapped(destination);
                }
                break;
            case Op.SOURCE_V6:
                long sourceHigh = WireBytes.i64(data, at);
                long sourceLow = WireBytes.i64(data, at + 8);
                if ((sourceHigh | sourceLow) != 0) {
                    batch.sourceHigh[i] = sourceHigh;
                    batch.sourceLow[i] = sourceLow;
                }
                break;
            case Op.DESTINATION_V6:
                long destinationHigh = WireBytes.i64(data, at);
                long destinationLow = WireBytes.i64(data, at + 8);
                if ((destinationHigh | destinationLow) != 0) {
                    batch.destinationHigh[i] = destinationHigh;
                    batch.destinationLow[i] = destinationLow;
                }
                break;
            case Op.PROTOCOL:
                batch.protocol[i] = (int) WireBytes.number(data, at, length) & 0xff;
                break;
            case Op.SOURCE_PORT:
                batch.sourcePort[i] = (int) WireBytes.number(data, at, length) & 0xffff;
                break;
            case Op.DESTINATION_PORT:
                batch.destinationPort[i] = (int) WireBytes.number(data, at, length) & 0xffff;
                break;
            case Op.TCP_FLAGS:
                // RFC 7125: nine flags; what is above them is not for the collector.
                batch.tcpFlags[i] = (int) WireBytes.number(data, at, length) & 0x1ff;
                break;
            case Op.BYTES:
                batch.bytes[i] = WireBytes.number(data, at, length);
                break;
            case Op.PACKETS:
                batch.packets[i] = WireBytes.number(data, at, length);
                break;
            case Op.REVERSE_BYTES:
                batch.reverseBytes[i] = WireBytes.number(data, at, length);
                scratch.hasReverse = true;
                break;
            case Op.REVERSE_PACKETS:
                batch.reversePackets[i] = WireBytes.number(data, at, length);
                scratch.hasReverse = true;
                break;
            case Op.SOURCE_SGT:
                batch.sourceSgt[i] = sgt(WireBytes.number(data, at, length));
                break;
            case Op.DESTINATION_SGT:
                batch.destinationSgt[i] = sgt(WireBytes.number(data, at, length));
                break;
            case Op.SOURCE_MAC:
                batch.sourceMac[i] = mac(data, at);
                break;
            case Op.DESTINATION_MAC:
                batch.destinationMac[i] = mac(data, at);
                break;
            case Op.VLAN:
                int vlan = (int) WireBytes.number(data, at, length) & 0xfff;
                batch.vlan[i] = vlan == 0 || vlan == 0xfff ? FlowBatch.UNKNOWN : vlan;
                break;
            case Op.INGRESS:
                int ingress = (int) WireBytes.number(data, at, length);
                batch.ingress[i] = ingress == 0 ? FlowBatch.UNKNOWN : ingress;
                break;
            default:
                scratch.take(op, data, at, length);
        }
    }

    private static int sgt(long value) {
        return value < 0 || value > 0xffff ? FlowBatch.UNKNOWN : (int) value;
    }

    private static long mac(byte[] data, int at) {
        long mac = ((long) WireBytes.u16(data, at) << 32 | WireBytes.u32(data, at + 2)) & MAC;
        return mac == 0 ? FlowBatch.UNKNOWN : mac;
    }
}
