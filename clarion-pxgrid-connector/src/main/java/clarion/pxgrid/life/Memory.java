package clarion.pxgrid.life;

import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.faults.PxGridException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one connection leaves to the next: where each topic was, its open gaps, what ISE refused, which node failed,
 * which security groups are known.
 */
final class Memory {

    /** How long ISE can be expected to know what changed; after a longer absence all is fetched. */
    static final Duration RECOVERABLE = Duration.ofHours(1);

    /** How long a refused topic is left alone by connections that come up. */
    private static final Duration REFUSED_FOR = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<Topic, TopicMemory> topics;
    private final Reconciliation reconciliation = new Reconciliation();
    private final KnownGroups groups = new KnownGroups(System::nanoTime);
    private volatile @Nullable String failedNode;
    private volatile boolean oneByOne;
    private volatile boolean ending;
    private volatile boolean retryAtOnce;

    /** What is known of one topic; for one thread at a time but for {@link #gaps}. */
    static final class TopicMemory {
        final GapBook gaps;
        private volatile @Nullable TopicPosition delivered;
        private volatile @Nullable Instant heardAt;
        private volatile @Nullable PxGridException refusal;
        private volatile long refusedNanos;

        TopicMemory(GapBook gaps) {
            this.gaps = gaps;
        }

        @Nullable
        TopicPosition delivered() {
            return delivered;
        }

        /** Notes where the topic is, and when the line was last heard. */
        void left(TopicPosition position, Instant heard) {
            delivered = position;
            heardAt = heard;
        }

        @Nullable
        Instant heardAt() {
            return heardAt;
        }

        void refused(PxGridException why) {
            refusal = why;
            refusedNanos = System.nanoTime();
        }

        void admitted() {
            refusal = null;
        }

        /** Why ISE refused it a short time ago, or null. */
        @Nullable
        PxGridException refusal() {
            return System.nanoTime() - refusedNanos < REFUSED_FOR.toNanos() ? refusal : null;
        }
    }

    Memory(PxGridListener listener, Clock clock) {
        this.clock = clock;
        topics = Arrays.stream(Topic.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), topic -> new TopicMemory(new GapBook(topic, listener, clock))));
    }

    TopicMemory of(Topic topic) {
        TopicMemory memory = topics.get(topic);
        if (memory == null) {
            throw new IllegalStateException("no memory of " + topic);
        }
        return memory;
    }

    Reconciliation reconciliation() {
        return reconciliation;
    }

    KnownGroups groups() {
        return groups;
    }

    /** The pubsub node of the last connection that failed; it is tried last. */
    @Nullable
    String failedNode() {
        return failedNode;
    }

    void failedNode(String node) {
        failedNode = node;
    }

    /** True if subscriptions are to be made one by one, since ISE refused one and did not say which. */
    boolean oneByOne() {
        return oneByOne;
    }

    void oneByOne(boolean careful) {
        oneByOne = careful;
    }

    /** An operator's start: what ISE refused may be allowed by now. */
    void forgetRefusals() {
        topics.values().forEach(TopicMemory::admitted);
    }

    /** Another ISE may answer from now on: nothing that was known of positions holds. */
    void distrust() {
        groups.forget();
        topics.values().forEach(memory -> {
            TopicPosition known = memory.delivered();
            if (known != null) {
                memory.left(TopicPosition.none(known.topic()), clock.instant());
            }
        });
    }

    /** The connection was good but for what was noted here: the next attempt need not wait. */
    void retryAtOnce() {
        retryAtOnce = true;
    }

    /** True if {@link #retryAtOnce} was called since it was last asked. */
    boolean isRetriedAtOnce() {
        boolean once = retryAtOnce;
        retryAtOnce = false;
        return once;
    }

    /** True once the application ends: the next one finds by itself that this one was not running. */
    boolean isEnding() {
        return ending;
    }

    void end() {
        ending = true;
    }
}
