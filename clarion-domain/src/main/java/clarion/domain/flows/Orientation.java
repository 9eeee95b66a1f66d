package clarion.domain.flows;

/** What told client and server of a conversation apart; a conversation may have several of these, or none. */
public enum Orientation {
    /**
     * TCP flags: the client sent SYN without ACK, or the server SYN with ACK, in a record that began the connection.
     */
    TCP_FLAGS(1),
    /** The exporter said which side began (RFC 5103, or a direction field). */
    EXPORTER(2),
    /** The server's port is a service port and the client's is an ephemeral one. */
    PORT_CLASS(4),
    /** Many others ask this port of this server. */
    FAN_IN(8),
    /** Across the network, the port is one that servers have. */
    POPULARITY(16),
    /** The client's first packet came first. */
    FIRST_SEEN(32),
    /** The service is of a multicast or broadcast address, which never asks. */
    GROUP_ADDRESS(64),
    /** Nothing tells them apart: the higher port is the client's, then the order of the addresses decides. */
    GUESS(128),
    /** The ICMP message is a question, or the answer to one. */
    ICMP_TYPE(256);

    private final int bit;

    Orientation(int bit) {
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
