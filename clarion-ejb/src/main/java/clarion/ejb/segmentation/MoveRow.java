package clarion.ejb.segmentation;

import org.jspecify.annotations.Nullable;

/**
 * An endpoint that is in another cluster than in a former run.
 *
 * @param before its cluster in the former run; absent if it was in none
 * @param after its cluster now; absent if it is in none
 * @param reason why, in words
 */
public record MoveRow(
        String mac,
        @Nullable String before,
        @Nullable String beforeName,
        @Nullable String after,
        @Nullable String afterName,
        String cause,
        long confidence,
        @Nullable String profile,
        String reason) {}
