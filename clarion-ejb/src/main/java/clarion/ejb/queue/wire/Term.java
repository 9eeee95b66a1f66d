package clarion.ejb.queue.wire;

import java.util.UUID;

/**
 * Tells an entry that carries nothing else from all others.
 *
 * @param nonce made for this entry
 */
public record Term(UUID nonce) {}
