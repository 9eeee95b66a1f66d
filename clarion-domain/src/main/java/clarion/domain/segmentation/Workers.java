package clarion.domain.segmentation;

import java.util.function.IntConsumer;

/**
 * Does pieces of work that do not depend on each other, perhaps several at once. What comes out is the same however
 * many there are. Who calls brings the threads: those of a container, or of a command.
 */
@FunctionalInterface
public interface Workers {

    /** One after the other, on the caller's thread. */
    Workers ALONE = (pieces, work) -> {
        for (int piece = 0; piece < pieces; piece++) {
            work.accept(piece);
        }
    };

    /**
     * Does the pieces 0 to {@code pieces} - 1, and returns when all are done; a piece that throws ends it with that.
     */
    void each(int pieces, IntConsumer work);

    /** A range of numbers. */
    @FunctionalInterface
    interface Range {
        void run(int from, int to);
    }

    /** Does the numbers 0 to {@code size} - 1 in ranges that are worth a thread. */
    default void ranges(int size, Range work) {
        int length = 256;
        each((size + length - 1) / length, piece -> work.run(piece * length, Math.min(size, (piece + 1) * length)));
    }
}
