package clarion.ejb.connectors;

import java.time.Instant;

/**
 * A message that was set aside.
 *
 * @param topic id of the topic that it is about
 * @param source where it came from: a destination, or a call's name
 * @param receivedAt Clarion's clock
 * @param reason why, in one sentence
 * @param body what came, cut at 16 KiB
 */
public record QuarantineEntry(long id, String topic, String source, Instant receivedAt, String reason, String body) {}
