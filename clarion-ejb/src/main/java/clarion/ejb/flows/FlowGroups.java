package clarion.ejb.flows;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traffic by groups, the largest first.
 *
 * @param groups how many groups there are
 * @param top the largest of them
 * @param rest what the others have together; null if there are no others
 * @param all what all have together
 */
public record FlowGroups(
        long groups, List<TrafficGroup> top, @Nullable TrafficCounts rest, TrafficCounts all) {

    /** What traffic is grouped by. */
    public enum By {
        CLIENT,
        SERVER,
        CLIENT_USER,
        SERVER_USER,
        SGTS,
        SERVICE,
        EXPORTER
    }

    /**
     * One group; of what it is not grouped by, it has nothing.
     *
     * @param kind DEVICE, INTERNAL, EXTERNAL or GROUP
     * @param network name of external addresses, or the network of silent ones
     */
    public record TrafficGroup(
            @Nullable String kind,
            @Nullable String mac,
            @Nullable String ip,
            @Nullable String network,
            @Nullable Long userId,
            @Nullable String user,
            @Nullable Integer clientSgt,
            @Nullable String clientSgtName,
            @Nullable Integer serverSgt,
            @Nullable String serverSgtName,
            @Nullable Integer protocol,
            @Nullable Integer service,
            @Nullable Integer serviceLast,
            @Nullable String exporter,
            TrafficCounts counts) {}

    /**
     * TrafficCounts of a group.
     *
     * @param conversations whichever half of them was seen
     * @param answered of them
     * @param requestBytes from clients to servers
     */
    public record TrafficCounts(
            long conversations,
            long answered,
            long refused,
            long replyOnly,
            long requestBytes,
            long replyBytes,
            long requestPackets,
            long replyPackets,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt) {

        /** What is left of these without others; its times are not known. */
        TrafficCounts without(TrafficCounts other) {
            return new TrafficCounts(
                    conversations - other.conversations,
                    answered - other.answered,
                    refused - other.refused,
                    replyOnly - other.replyOnly,
                    requestBytes - other.requestBytes,
                    replyBytes - other.replyBytes,
                    requestPackets - other.requestPackets,
                    replyPackets - other.replyPackets,
                    null,
                    null);
        }

        TrafficCounts with(TrafficCounts other) {
            return new TrafficCounts(
                    conversations + other.conversations,
                    answered + other.answered,
                    refused + other.refused,
                    replyOnly + other.replyOnly,
                    requestBytes + other.requestBytes,
                    replyBytes + other.replyBytes,
                    requestPackets + other.requestPackets,
                    replyPackets + other.replyPackets,
                    null,
                    null);
        }

        static final TrafficCounts NONE = new TrafficCounts(0, 0, 0, 0, 0, 0, 0, 0, null, null);
    }
}
