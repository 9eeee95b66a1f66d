package clarion.ejb.sessions;

import java.time.Instant;

/**
 * Fired when this process could not hear for a while what was committed, and can again.
 *
 * @param until when it could again; Clarion's clock
 */
public record ChangesMissed(Instant until) {}
