package clarion.domain.flows.text;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import org.jspecify.annotations.Nullable;

/** Makes one record of a batch out of texts, whatever the format, and says what is wrong with it. Not thread-safe. */
final class RecordText {

    private final FlowBatch batch;
    private final AddressText address = new AddressText();
    private final TimeText time = new TimeText();
    private final ExporterText exporter;
    private final boolean nfdump;

    private int i;
    private int seen;
    private long duration;

    /** @param nfdump true if the names of the columns are nfdump's: its zeros say that nothing is known */
    RecordText(FlowBatch batch, Exporters exporters, boolean nfdump) {
        this.batch = batch;
        this.exporter = new ExporterText(exporters);
        this.nfdump = nfdump;
    }

    void begin() {
        i = batch.add();
        seen = 0;
        duration = 0;
    }

    /** Takes one value; the fault, or null if there is none. Empty values and words for nothing are not given. */
    @Nullable
    Fault set(Column column, byte[] text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text[from] <= ' ' && text[from] >= 0) {
            from++;
        }
        while (from < to && text[to - 1] <= ' ' && text[to - 1] >= 0) {
            to--;
        }
        if (isNothing(text, from, to)) {
            return null;
        }
        seen |= column.bit();
        return switch (column) {
            case SOURCE -> {
                boolean good = address.parse(text, from, to);
                batch.sourceHigh[i] = address.high;
                batch.sourceLow[i] = address.low;
                yield good ? null : Fault.NO_ADDRESS;
            }
            case DESTINATION -> {
                boolean good = address.parse(text, from, to);
                batch.destinationHigh[i] = address.high;
                batch.destinationLow[i] = address.low;
                yield good ? null : Fault.NO_ADDRESS;
            }
            case PROTOCOL -> put(batch.protocol, ProtocolText.parse(text, from, to), Fault.NO_PROTOCOL);
            case START -> time(batch.start, text, from, to);
            case END -> time(batch.end, text, from, to);
            case DURATION -> {
                duration = NumberText.thousandths(text, from, to);
                yield good(duration, Fault.NO_DURATION);
            }
            case SOURCE_PORT -> put(batch.sourcePort, NumberText.parse(text, from, to, 0xffff), Fault.NO_PORT);
            case DESTINATION_PORT -> destinationPort(text, from, to);
            case BYTES -> put(batch.bytes, NumberText.parse(text, from, to, Long.MAX_VALUE), Fault.NO_COUNT);
            case PACKETS -> put(batch.packets, NumberText.parse(text, from, to, Long.MAX_VALUE), Fault.NO_COUNT);
            case REVERSE_BYTES ->
                put(batch.reverseBytes, NumberText.parse(text, from, to, Long.MAX_VALUE), Fault.NO_COUNT);
            case REVERSE_PACKETS ->
                put(batch.reversePackets, NumberText.parse(text, from, to, Long.MAX_VALUE), Fault.NO_COUNT);
            case SOURCE_MAC -> mac(batch.sourceMac, text, from, to);
            case DESTINATION_MAC -> mac(batch.destinationMac, text, from, to);
            case VLAN -> {
                int vlan = (int) NumberText.parse(text, from, to, 4095);
                batch.vlan[i] = vlan == 0 || vlan == 4095 ? FlowBatch.UNKNOWN : vlan;
                yield good(vlan, Fault.NO_VLAN);
            }
            case EXPORTER -> {
                batch.exporter[i] = exporter.number(text, from, to);
                yield null;
            }
            case INGRESS -> ingress(text, from, to);
            case SOURCE_SGT -> put(batch.sourceSgt, NumberText.parse(text, from, to, 0xffff), Fault.NO_SGT);
            case DESTINATION_SGT -> put(batch.destinationSgt, NumberText.parse(text, from, to, 0xffff), Fault.NO_SGT);
            case TCP_FLAGS -> put(batch.tcpFlags, NumberText.tcpFlags(text, from, to), Fault.NO_FLAGS);
            case SAMPLING -> {
                int sampling = (int) NumberText.parse(text, from, to, Integer.MAX_VALUE);
                batch.sampling[i] = Math.max(1, sampling);
                yield good(sampling, Fault.NO_SAMPLING);
            }
            case ICMP -> put(batch.icmp, icmp(text, from, to), Fault.NO_ICMP);
        };
    }

    /** Puts together what depends on several values; the fault, or null. The column at fault is {@link #missing}. */
    @Nullable
    Fault finish() {
        if (missing() != null) {
            return Fault.MISSING;
        }
        if (!has(Column.END)) {
            batch.end[i] = batch.start[i] + duration;
        } else if (!has(Column.START)) {
            batch.start[i] = batch.end[i] - duration;
        } else if (duration > 0 && nfdump) {
            // nfdump cuts its times to the second in some forms, and not the duration.
            batch.end[i] = Math.max(batch.end[i], batch.start[i] + duration);
        }
        if (batch.end[i] < batch.start[i]) {
            return Fault.ENDS_BEFORE_START;
        }
        ports(batch.protocol[i]);
        if (!has(Column.PACKETS)) {
            // There is no record without a packet.
            batch.packets[i] = 1;
        }
        if (nfdump && batch.reversePackets[i] <= 0 && batch.reverseBytes[i] <= 0) {
            batch.reversePackets[i] = FlowBatch.UNKNOWN;
            batch.reverseBytes[i] = FlowBatch.UNKNOWN;
        }
        return null;
    }

    /** The column that the record needs and does not have, or null. */
    @Nullable
    Column missing() {
        if (!has(Column.SOURCE)) {
            return Column.SOURCE;
        }
        if (!has(Column.DESTINATION)) {
            return Column.DESTINATION;
        }
        if (!has(Column.PROTOCOL)) {
            return Column.PROTOCOL;
        }
        return has(Column.START) || has(Column.END) ? null : Column.START;
    }

    private void ports(int protocol) {
        if (protocol != ProtocolText.TCP) {
            batch.tcpFlags[i] = FlowBatch.UNKNOWN;
        }
        if (ProtocolText.hasPorts(protocol)) {
            batch.icmp[i] = FlowBatch.UNKNOWN;
            return;
        }
        if (!ProtocolText.isIcmp(protocol)) {
            batch.icmp[i] = FlowBatch.UNKNOWN;
        } else if (!has(Column.ICMP) && batch.destinationPort[i] != 0) {
            // NetFlow v5 and v9 put type and code into the destination port; nothing there may be an echo reply, or
            // nothing.
            batch.icmp[i] = batch.destinationPort[i];
        }
        batch.sourcePort[i] = 0;
        batch.destinationPort[i] = 0;
    }

    private @Nullable Fault destinationPort(byte[] text, int from, int to) {
        int port = (int) NumberText.parse(text, from, to, 0xffff);
        if (nfdump && isTypeAndCode(text, from, to)) {
            // nfdump writes type.code for ICMP, and type.code only for ICMP.
            port = icmp(text, from, to);
            batch.icmp[i] = port;
            seen |= Column.ICMP.bit();
        }
        batch.destinationPort[i] = port;
        return good(port, Fault.NO_PORT);
    }

    private static boolean isTypeAndCode(byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text[at] == '.') {
                return true;
            }
        }
        return false;
    }

    /** Type times 256 plus code, or type.code; -1 if it is neither. */
    private static int icmp(byte[] text, int from, int to) {
        int point = from;
        while (point < to && text[point] != '.') {
            point++;
        }
        if (point == to) {
            return (int) NumberText.parse(text, from, to, 0xffff);
        }
        int type = (int) NumberText.parse(text, from, point, 255);
        int code = (int) NumberText.parse(text, point + 1, to, 255);
        return type < 0 || code < 0 ? -1 : type << 8 | code;
    }

    /** Interfaces are numbers to flow exporters; a name such as Gi1/0/1 is taken as unknown. */
    private @Nullable Fault ingress(byte[] text, int from, int to) {
        if (!NumberText.digit(text[from])) {
            return text[from] == '-' ? Fault.NO_NUMBER : null;
        }
        int ingress = (int) NumberText.parse(text, from, to, Integer.MAX_VALUE);
        batch.ingress[i] = nfdump && ingress == 0 ? FlowBatch.UNKNOWN : ingress;
        return good(ingress, Fault.NO_NUMBER);
    }

    private @Nullable Fault time(long[] times, byte[] text, int from, int to) {
        long millis = time.parse(text, from, to);
        times[i] = millis;
        return millis == TimeText.NONE ? Fault.NO_TIME : null;
    }

    private @Nullable Fault mac(long[] macs, byte[] text, int from, int to) {
        macs[i] = AddressText.mac(text, from, to);
        return macs[i] == AddressText.NO_MAC ? Fault.NO_MAC : null;
    }

    private @Nullable Fault put(int[] values, long number, Fault otherwise) {
        values[i] = (int) number;
        return good(number, otherwise);
    }

    private @Nullable Fault put(long[] values, long number, Fault otherwise) {
        values[i] = number;
        return good(number, otherwise);
    }

    private static @Nullable Fault good(long number, Fault otherwise) {
        return number >= 0 ? null : otherwise;
    }

    private boolean has(Column column) {
        return (seen & column.bit()) != 0;
    }

    /** True for an empty value and for the words that other programs write for one. */
    private static boolean isNothing(byte[] text, int from, int to) {
        return switch (to - from) {
            case 0 -> true;
            case 1 -> text[from] == '-';
            case 2 -> text[from] == '\\' && text[from + 1] == 'N';
            case 3 -> is(text, from, "nan") || is(text, from, "n/a");
            case 4 -> is(text, from, "null") || is(text, from, "none");
            default -> false;
        };
    }

    private static boolean is(byte[] text, int from, String word) {
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            if ((letter >= 'a' ? text[from + at] | 0x20 : text[from + at]) != letter) {
                return false;
            }
        }
        return true;
    }
}
