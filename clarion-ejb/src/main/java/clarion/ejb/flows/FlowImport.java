package clarion.ejb.flows;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of flows that was sent, and what became of it.
 *
 * @param state WAITING, RUNNING, DONE, DUPLICATE: the same content was imported before, nothing was added, or FAILED:
 *     nothing was added, the detail says why and what to do
 * @param size octets as it was sent
 * @param bytesRead octets of it that were read; it is read twice, so that is the second time once it reaches the size
 * @param lines lines read
 * @param records flow records taken
 * @param faulty lines that were left out
 * @param conversations that the records made
 * @param buckets that were added to
 * @param outOfTime conversations older than anything that is kept; they were left out
 * @param duplicateOf the import that had the same content
 * @param errors the first faulty lines, and why each was left out
 */
public record FlowImport(
        long id,
        String name,
        String account,
        String state,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant endedAt,
        long size,
        long bytesRead,
        long lines,
        long records,
        long faulty,
        long conversations,
        long buckets,
        long outOfTime,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        @Nullable Long duplicateOf,
        List<String> errors) {}
