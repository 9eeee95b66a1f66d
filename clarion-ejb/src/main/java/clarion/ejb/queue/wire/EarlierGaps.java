package clarion.ejb.queue.wire;

import clarion.pxgrid.Gap;
import clarion.pxgrid.Topic;
import java.time.Instant;

/**
 * Closes what an earlier run of Clarion left open.
 *
 * @param at Clarion's clock
 */
public record EarlierGaps(Topic topic, Instant at, Gap.How how) {}
