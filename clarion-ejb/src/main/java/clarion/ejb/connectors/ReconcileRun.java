package clarion.ejb.connectors;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A comparison with ISE's bulk answers that has ended: of one topic, or of all of them one after the other.
 *
 * @param at when it ended; Clarion's clock
 * @param trigger why it was made, as {@link clarion.pxgrid.Snapshot.Reason}
 * @param seen what ISE named
 * @param missing of these, not known here although they should have been
 * @param different of these, known otherwise here
 * @param closed known here and unknown to ISE
 * @param seconds how long it took
 */
public record ReconcileRun(
        Instant at, String trigger, long seen, long missing, long different, long closed, double seconds) {

    /**
     * One download of a topic, completed.
     *
     * @param topic id of the topic
     * @param reason as {@link clarion.pxgrid.Snapshot.Reason}
     */
    record Part(
            String topic,
            String reason,
            Instant startedAt,
            Instant completedAt,
            long seen,
            long missing,
            long different,
            long closed) {

        ReconcileRun alone() {
            return new ReconcileRun(
                    completedAt, reason, seen, missing, different, closed, seconds(startedAt, completedAt));
        }
    }

    /** Topics of one run follow each other without a longer rest than this. */
    private static final Duration REST = Duration.ofMinutes(2);

    /**
     * The latest run.
     *
     * @param parts the latest downloads for comparison, the one that began last first
     */
    static Optional<ReconcileRun> latest(List<Part> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Part last = parts.get(0);
        Instant begin = last.startedAt();
        Instant end = last.completedAt();
        long seen = 0;
        long missing = 0;
        long different = 0;
        long closed = 0;
        Set<String> topics = new HashSet<>();
        for (Part part : parts) {
            boolean sameRun = part.reason().equals(last.reason())
                    && !part.completedAt().plus(REST).isBefore(begin)
                    && topics.add(part.topic());
            if (!sameRun) {
                break;
            }
            begin = part.startedAt().isBefore(begin) ? part.startedAt() : begin;
            end = part.completedAt().isAfter(end) ? part.completedAt() : end;
            seen += part.seen();
            missing += part.missing();
            different += part.different();
            closed += part.closed();
        }
        return Optional.of(new ReconcileRun(end, last.reason(), seen, missing, different, closed, seconds(begin, end)));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }
}
