package clarion.pxgrid;

import java.time.Instant;
import java.util.UUID;

/**
 * One bulk download.
 *
 * @param id tells it from other downloads
 * @param startedAt when it was asked for, after the subscription was in place; Clarion's clock
 */
public record Snapshot(UUID id, Instant startedAt) {}
