package clarion.ejb.topics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch says of one thing.
 *
 * @param key of the thing
 * @param iseAt ISE's time, if it gave one
 * @param deleted it is gone
 * @param values of the columns
 * @param sameAsStored the stored row says the same
 */
record IncomingRecord(
        String key, @Nullable Instant iseAt, boolean deleted, List<@Nullable Object> values, boolean sameAsStored) {}
