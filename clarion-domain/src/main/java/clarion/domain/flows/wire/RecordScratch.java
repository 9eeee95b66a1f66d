package clarion.domain.flows.wire;

/**
 * What one record says that is no column of its own, until {@link RecordFinish} makes columns of it. One for each
 * decoder, used again for every record. A value of {@link #NONE} was not there.
 */
final class RecordScratch {

    static final long NONE = Long.MIN_VALUE;

    long firstUptime;
    long lastUptime;
    long startMillis;
    long endMillis;
    long startDelta;
    long endDelta;
    long duration;
    long systemStart;
    long observed;
    long interval;
    long packetInterval;
    long packetSpace;
    long sampler;
    int icmpV4;
    int icmpV6;
    int icmpType;
    int icmpCode;
    int reverseTcpFlags;
    int biflowDirection;
    int natDestination;
    int natDestinationPort;
    boolean hasReverse;

    /** Forgets the record before. */
    void clear() {
        firstUptime = NONE;
        lastUptime = NONE;
        startMillis = NONE;
        endMillis = NONE;
        startDelta = NONE;
        endDelta = NONE;
        duration = NONE;
        systemStart = NONE;
        observed = NONE;
        interval = 0;
        packetInterval = 0;
        packetSpace = 0;
        sampler = NONE;
        icmpV4 = -1;
        icmpV6 = -1;
        icmpType = -1;
        icmpCode = 0;
        reverseTcpFlags = -1;
        biflowDirection = 0;
        natDestination = 0;
        natDestinationPort = 0;
        hasReverse = false;
    }

    /** Takes a field. An absolute time of 0 is one that the exporter does not know. */
    void take(int op, byte[] data, int at, int length) {
        long value = WireBytes.number(data, at, length);
        switch (op) {
            case Op.FIRST_UPTIME -> firstUptime = value;
            case Op.LAST_UPTIME -> lastUptime = value;
            case Op.START_MILLIS -> startMillis = absolute(value, 1, startMillis);
            case Op.END_MILLIS -> endMillis = absolute(value, 1, endMillis);
            case Op.START_SECONDS -> startMillis = startMillis == NONE ? absolute(value, 1000, NONE) : startMillis;
            case Op.END_SECONDS -> endMillis = endMillis == NONE ? absolute(value, 1000, NONE) : endMillis;
            case Op.START_NTP -> startMillis = value == 0 ? startMillis : WireBytes.ntpMillis(data, at);
            case Op.END_NTP -> endMillis = value == 0 ? endMillis : WireBytes.ntpMillis(data, at);
            case Op.START_DELTA_MICROS -> startDelta = value / 1000;
            case Op.END_DELTA_MICROS -> endDelta = value / 1000;
            case Op.DURATION_MILLIS -> duration = value;
            case Op.DURATION_MICROS -> duration = value / 1000;
            case Op.SYSTEM_START_MILLIS -> systemStart = absolute(value, 1, NONE);
            case Op.OBSERVED_SECONDS -> observed = observed == NONE ? absolute(value, 1000, NONE) : observed;
            case Op.OBSERVED_MILLIS -> observed = absolute(value, 1, observed);
            case Op.INTERVAL -> interval = value;
            case Op.PACKET_INTERVAL -> packetInterval = value;
            case Op.PACKET_SPACE -> packetSpace = value;
            case Op.SAMPLER -> sampler = value;
            case Op.ICMP_V4 -> icmpV4 = (int) value & 0xffff;
            case Op.ICMP_V6 -> icmpV6 = (int) value & 0xffff;
            case Op.ICMP_TYPE -> icmpType = (int) value & 0xff;
            case Op.ICMP_CODE -> icmpCode = (int) value & 0xff;
            case Op.REVERSE_TCP_FLAGS -> reverseTcpFlags = (int) value & 0x1ff;
            case Op.BIFLOW_DIRECTION -> biflowDirection = (int) value;
            case Op.NAT_DESTINATION_V4 -> natDestination = (int) value;
            case Op.NAT_DESTINATION_PORT -> natDestinationPort = (int) value & 0xffff;
            default -> throw new IllegalStateException("no scratch value takes the op " + op);
        }
    }

    private static long absolute(long value, int millis, long otherwise) {
        // Beyond this a time in milliseconds could not be reckoned with; no clock says so.
        return value <= 0 || value > 1L << 50 ? otherwise : value * millis;
    }
}
