package clarion.domain.flows;

import clarion.domain.devices.IpAddress;

/**
 * Flow records as columns: record {@code i} is what stands at {@code i} in every array. Made once and used again, so
 * that reading a record allocates nothing. Not thread-safe.
 *
 * <p>Each record is one direction of traffic, as an exporter saw it between two instants. What a record does not say is
 * {@link #UNKNOWN}, never zero; the columns below say where zero is a value of its own.
 *
 * <p>Addresses are two 64-bit halves of an IPv6 address, an IPv4 address as its IPv4-mapped form (RFC 4291, 2.5.5.2).
 */
public final class FlowBatch {

    /** What a record does not say. */
    public static final int UNKNOWN = -1;

    private static final long MAPPED = 0xffff_0000_0000L;

    /** Which exporter reported it: a number that {@link Exporters} gave. */
    public final int[] exporter;

    /**
     * The first packet, in milliseconds since 1970 UTC by the exporter's clock, or by Clarion's where the two differ
     * too much, which {@link #marks} says; never unknown.
     */
    public final long[] start;

    /** The last packet, likewise; not before {@link #start}. */
    public final long[] end;

    public final long[] sourceHigh;
    public final long[] sourceLow;
    public final long[] destinationHigh;
    public final long[] destinationLow;

    /** Protocol number (IANA), 0 to 255. */
    public final int[] protocol;

    /** TCP, UDP, SCTP port 0 to 65535; 0 for protocols without ports. */
    public final int[] sourcePort;

    /** Likewise. For ICMP see {@link #icmp}: exporters that put type and code here are undone by the reader. */
    public final int[] destinationPort;

    /** Type times 256 plus code, for ICMP and ICMPv6; else, or where the exporter does not say, unknown. */
    public final int[] icmp;

    /** All TCP flags seen, by or; unknown where the exporter does not say, which differs from 0, none. */
    public final int[] tcpFlags;

    /** Octets as counted; multiply by {@link #sampling} for an estimate of all. */
    public final long[] bytes;

    public final long[] packets;

    /**
     * Octets of the other direction, of exporters that report both in one record (RFC 5103); else unknown. Where they
     * are known, the source is the side that began.
     */
    public final long[] reverseBytes;

    public final long[] reversePackets;

    /** One packet of so many was looked at; 1 for all, at least 1. */
    public final int[] sampling;

    /** SGT that the exporter saw, 0 to 65535 (0 is the SGT Unknown); unknown where it exports none. */
    public final int[] sourceSgt;

    public final int[] destinationSgt;

    /** MAC address as 48 bits, or unknown. */
    public final long[] sourceMac;

    public final long[] destinationMac;

    /** VLAN id 1 to 4094, or unknown. */
    public final int[] vlan;

    /** The exporter's number of the interface that the traffic came in by, or unknown. */
    public final int[] ingress;

    /**
     * What the reader found odd about it: bits of {@link Mark}, such as {@link Mark#CLOCK_CORRECTED}; 0 for nothing.
     */
    public final int[] marks;

    private int size;

    /** @param capacity how many records it can hold, at least 1 */
    public FlowBatch(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a batch holds at least one record, not " + capacity);
        }
        exporter = new int[capacity];
        start = new long[capacity];
        end = new long[capacity];
        sourceHigh = new long[capacity];
        sourceLow = new long[capacity];
        destinationHigh = new long[capacity];
        destinationLow = new long[capacity];
        protocol = new int[capacity];
        sourcePort = new int[capacity];
        destinationPort = new int[capacity];
        icmp = new int[capacity];
        tcpFlags = new int[capacity];
        bytes = new long[capacity];
        packets = new long[capacity];
        reverseBytes = new long[capacity];
        reversePackets = new long[capacity];
        sampling = new int[capacity];
        sourceSgt = new int[capacity];
        destinationSgt = new int[capacity];
        sourceMac = new long[capacity];
        destinationMac = new long[capacity];
        vlan = new int[capacity];
        ingress = new int[capacity];
        marks = new int[capacity];
    }

    public int size() {
        return size;
    }

    public int capacity() {
        return start.length;
    }

    public boolean isFull() {
        return size == start.length;
    }

    /** Forgets all records. */
    public void clear() {
        size = 0;
    }

    /**
     * Adds a record of which nothing is known yet but that it was not sampled; the caller fills in the rest.
     *
     * @return where it stands
     * @throws IllegalStateException if the batch is full
     */
    public int add() {
        if (isFull()) {
            throw new IllegalStateException("the batch is full at " + size + " records");
        }
        int i = size++;
        exporter[i] = UNKNOWN;
        start[i] = 0;
        end[i] = 0;
        sourceHigh[i] = 0;
        sourceLow[i] = 0;
        destinationHigh[i] = 0;
        destinationLow[i] = 0;
        protocol[i] = 0;
        sourcePort[i] = 0;
        destinationPort[i] = 0;
        icmp[i] = UNKNOWN;
        tcpFlags[i] = UNKNOWN;
        bytes[i] = 0;
        packets[i] = 0;
        reverseBytes[i] = UNKNOWN;
        reversePackets[i] = UNKNOWN;
        sampling[i] = 1;
        sourceSgt[i] = UNKNOWN;
        destinationSgt[i] = UNKNOWN;
        sourceMac[i] = UNKNOWN;
        destinationMac[i] = UNKNOWN;
        vlan[i] = UNKNOWN;
        ingress[i] = UNKNOWN;
        marks[i] = 0;
        return i;
    }

    /**
     * Becomes a copy of another batch, whatever it held before.
     *
     * @throws IllegalStateException if it is too small
     */
    public void copyOf(FlowBatch other) {
        if (other.size > capacity()) {
            throw new IllegalStateException(other.size + " records do not fit into a batch of " + capacity());
        }
        size = other.size;
        System.arraycopy(other.exporter, 0, exporter, 0, size);
        System.arraycopy(other.start, 0, start, 0, size);
        System.arraycopy(other.end, 0, end, 0, size);
        System.arraycopy(other.sourceHigh, 0, sourceHigh, 0, size);
        System.arraycopy(other.sourceLow, 0, sourceLow, 0, size);
        System.arraycopy(other.destinationHigh, 0, destinationHigh, 0, size);
        System.arraycopy(other.destinationLow, 0, destinationLow, 0, size);
        System.arraycopy(other.protocol, 0, protocol, 0, size);
        System.arraycopy(other.sourcePort, 0, sourcePort, 0, size);
        System.arraycopy(other.destinationPort, 0, destinationPort, 0, size);
        System.arraycopy(other.icmp, 0, icmp, 0, size);
        System.arraycopy(other.tcpFlags, 0, tcpFlags, 0, size);
        System.arraycopy(other.bytes, 0, bytes, 0, size);
        System.arraycopy(other.packets, 0, packets, 0, size);
        System.arraycopy(other.reverseBytes, 0, reverseBytes, 0, size);
        System.arraycopy(other.reversePackets, 0, reversePackets, 0, size);
        System.arraycopy(other.sampling, 0, sampling, 0, size);
        System.arraycopy(other.sourceSgt, 0, sourceSgt, 0, size);
        System.arraycopy(other.destinationSgt, 0, destinationSgt, 0, size);
        System.arraycopy(other.sourceMac, 0, sourceMac, 0, size);
        System.arraycopy(other.destinationMac, 0, destinationMac, 0, size);
        System.arraycopy(other.vlan, 0, vlan, 0, size);
        System.arraycopy(other.ingress, 0, ingress, 0, size);
        System.arraycopy(other.marks, 0, marks, 0, size);
    }

    /** Takes back the record that was added last: it turned out not to be one. */
    public void removeLast() {
        if (size == 0) {
            throw new IllegalStateException("the batch is empty");
        }
        size--;
    }

    public IpAddress source(int i) {
        return address(sourceHigh[i], sourceLow[i]);
    }

    public IpAddress destination(int i) {
        return address(destinationHigh[i], destinationLow[i]);
    }

    /** The low half of an IPv4 address's mapped form; the high half is 0. */
    public static long mapped(int v4) {
        return MAPPED | v4 & 0xffff_ffffL;
    }

    /** True for the halves of an IPv4-mapped address. */
    public static boolean isV4(long high, long low) {
        return high == 0 && low >>> 32 == 0xffffL;
    }

    /** The address of two halves. */
    public static IpAddress address(long high, long low) {
        boolean v4 = isV4(high, low);
        byte[] octets = new byte[v4 ? 4 : 16];
        for (int i = 1; i <= octets.length; i++) {
            int shift = 8 * (i - 1);
            octets[octets.length - i] = (byte) (shift < 64 ? low >>> shift : high >>> (shift - 64));
        }
        return IpAddress.of(octets);
    }
}
