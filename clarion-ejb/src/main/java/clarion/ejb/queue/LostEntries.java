package clarion.ejb.queue;

import clarion.pxgrid.Gap;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What there is to say when entries are gone that were not stored. A comparison with ISE makes up for topics that ISE
 * can tell as a whole; of the others, series of occurrences, the time since the last one that is stored stays unknown.
 */
final class LostEntries {

    private static final String DETAIL =
            "Entries of the message queue were lost before they were stored, and nobody can tell what was in them.";

    private LostEntries() {}

    /**
     * The gaps of topics that nothing makes up for.
     *
     * @param loss names the loss; the same name gives the same gaps, so that they are noted once
     * @param followed topics of which there may have been entries
     * @param stored how far each topic is stored
     */
    static List<Gap> gaps(String loss, Set<Topic> followed, Map<Topic, TopicPosition> stored, Instant now) {
        List<Gap> gaps = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (!topic.isDownloadable() && followed.contains(topic)) {
                TopicPosition from = stored.getOrDefault(topic, TopicPosition.none(topic));
                UUID id = UUID.nameUUIDFromBytes((loss + " " + topic.id()).getBytes(StandardCharsets.UTF_8));
                gaps.add(
                        new Gap(id, topic, Gap.Cause.QUEUE_LOST, from.timestamp(), now, from.sequence(), null, DETAIL));
            }
        }
        return gaps;
    }

    /** How such a gap ends, at once. */
    static Gap.Closure closure(Gap gap) {
        return new Gap.Closure(gap.id(), gap.topic(), gap.noticedAt(), Gap.How.NOT_RECOVERABLE, 0, 0);
    }
}
