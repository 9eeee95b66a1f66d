package clarion.domain.flows;

/** What is odd about a conversation. Nothing that is marked is dropped: who reads it decides. */
public enum Mark {
    /** The client asked very many addresses for the same service in a short time, mostly in vain. */
    SWEEP(1),
    /** The client asked very many services of one address in a short time, mostly in vain. */
    PORT_SCAN(2),
    /** The server refused: a TCP reset without data. */
    REFUSED(4),
    /** Counts are estimates: an exporter looked at some of the packets only. */
    SAMPLED(8),
    /** Only one direction was seen, and it was the reply. */
    REPLY_ONLY(16),
    /** The exporter's clock and Clarion's differ by more than is allowed; the time of arrival was taken. */
    CLOCK_CORRECTED(32);

    private final int bit;

    Mark(int bit) {
        this.bit = bit;
    }

    /** Its bit in a set of these; sets are stored, so bits never change. */
    public int bit() {
        return bit;
    }

    public boolean isIn(int set) {
        return (set & bit) != 0;
    }
}
