package clarion.pxgrid;

import java.time.Instant;

/**
 * A message, or a part of one, that was set aside.
 *
 * @param topic where it came from; the topic's destination, or the call's name for a bulk download
 * @param receivedAt Clarion's clock
 * @param reason why, in one sentence, with the field and the value at fault
 * @param body what came, cut at 16 KiB
 */
public record QuarantinedMessage(String topic, Instant receivedAt, String reason, String body) {

    private static final int BODY_LIMIT = 16 * 1024;

    public QuarantinedMessage {
        body = body.length() > BODY_LIMIT ? body.substring(0, BODY_LIMIT) : body;
    }
}
