package clarion.pxgrid.stomp;

import clarion.pxgrid.wire.StompWire;
import java.time.Duration;

/**
 * What one side says of its heart-beats (STOMP 1.2, "Heart-beating").
 *
 * @param canSendMillis smallest interval in which it can send; 0 = it cannot
 * @param wantsMillis interval in which it wants to hear; 0 = it does not
 */
public record HeartBeat(long canSendMillis, long wantsMillis) {

    public static final HeartBeat NONE = new HeartBeat(0, 0);

    /** What a frame's header says; anything unreadable means none. */
    public static HeartBeat of(Frame frame) {
        String[] parts = frame.header(StompWire.HEART_BEAT).orElse("0,0").split(",", -1);
        try {
            return parts.length == 2
                    ? new HeartBeat(
                            Math.max(0, Long.parseLong(parts[0].strip())),
                            Math.max(0, Long.parseLong(parts[1].strip())))
                    : NONE;
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    /** How often this side must send to that one; zero if never. */
    public Duration dutyTowards(HeartBeat other) {
        return canSendMillis == 0 || other.wantsMillis == 0
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(canSendMillis, other.wantsMillis));
    }

    /** The header's value. */
    @Override
    public String toString() {
        return canSendMillis + "," + wantsMillis;
    }
}
