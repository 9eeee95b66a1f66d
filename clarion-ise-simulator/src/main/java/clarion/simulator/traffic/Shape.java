package clarion.simulator.traffic;

import java.util.SplittableRandom;

/** How a conversation of some service looks: packets, octets and time of a typical one, and how far others stray. */
public enum Shape {
    /** A question and an answer. */
    LOOKUP(1, 75, 1, 180, 20, 0.3),
    /** A few questions over a connection. */
    QUERY(9, 160, 9, 420, 900, 0.8),
    /** Pages of the web. */
    WEB(14, 190, 26, 1050, 9_000, 1.0),
    /** A file from or to a share. */
    FILE(70, 420, 90, 1000, 40_000, 1.0),
    /** Voice both ways. */
    CALL(6_000, 200, 6_000, 200, 120_000, 0.7),
    /** Video from the server for long. */
    STREAM(9_000, 60, 90_000, 1_100, 4_500_000, 0.4),
    /** Video to the server, which does not answer. */
    PUSH(30_000, 1_100, 0, 0, 2_700_000, 0.4),
    /** A value asked for. */
    POLL(2, 110, 2, 140, 60, 0.4),
    /** Much, to the server. */
    BULK(2_400, 1_200, 1_100, 60, 240_000, 0.9),
    /** A connection that stays, with little on it. */
    KEEP(160, 110, 160, 120, 1_500_000, 0.5),
    /** Said, and not answered. */
    TELL(2, 210, 0, 0, 5, 0.4),
    /** Echo requests. */
    PING(4, 84, 4, 84, 3_000, 0.1);

    /** The longest conversation, in milliseconds. */
    public static final long LONGEST_MILLIS = 3 * 3_600_000L;

    private final int requestPackets;
    private final int requestOctets;
    private final int replyPackets;
    private final int replyOctets;
    private final int millis;
    private final double spread;

    Shape(int requestPackets, int requestOctets, int replyPackets, int replyOctets, int millis, double spread) {
        this.requestPackets = requestPackets;
        this.requestOctets = requestOctets;
        this.replyPackets = replyPackets;
        this.replyOctets = replyOctets;
        this.millis = millis;
        this.spread = spread;
    }

    /** True if the server ever answers. */
    public boolean answers() {
        return replyPackets > 0;
    }

    /** The size of one conversation. */
    Size draw(SplittableRandom random) {
        double much = Math.exp(spread * Draws.gauss(random));
        long requests = Math.max(1, Math.round(requestPackets * much));
        long replies = replyPackets == 0 ? 0 : Math.max(1, Math.round(replyPackets * much));
        double length = 0.7 + 0.6 * random.nextDouble();
        return new Size(
                requests,
                Math.max(40 * requests, Math.round(requests * requestOctets * length)),
                replies,
                Math.max(40 * replies, Math.round(replies * replyOctets * length)),
                Math.min(LONGEST_MILLIS, Math.max(1, Math.round(millis * much))));
    }

    /** Packets and octets of both directions, and milliseconds from the first packet to the last. */
    record Size(long requestPackets, long requestOctets, long replyPackets, long replyOctets, long millis) {}
}
