package clarion.ejb.connectors;

import java.time.Instant;

/**
 * A message that was set aside.
 *
 * @param topic where it came from
 * @param receivedAt Clarion's clock
 * @param reason why, in one sentence
 * @param body what came, cut at 16 KiB
 */
public record QuarantineEntry(long id, String topic, Instant receivedAt, String reason, String body) {}
