package clarion.web.connectors;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * A replay to make.
 *
 * @param from what was written into the queue at this time or later is applied again; a time before the oldest entry
 *     that is kept means all of them
 */
public record NewReplay(@NotNull Instant from) {}
