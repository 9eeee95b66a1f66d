package clarion.pxgrid;

import java.time.Instant;

/**
 * A message, or a part of one, that was set aside.
 *
 * @param topic what it is about
 * @param source where it came from: the topic's destination, or the call's name for a bulk download or a recovery
 * @param receivedAt Clarion's clock
 * @param reason why, in one sentence, with the field and the value at fault
 * @param body what came, cut at 16 Ki characters
 *     <p>Reason and body can always be stored: NUL and half characters (lone surrogates), which PostgreSQL refuses, are
 *     shown as U+FFFD.
 */
public record QuarantinedMessage(Topic topic, String source, Instant receivedAt, String reason, String body) {

    private static final int BODY_LIMIT = 16 * 1024;

    public QuarantinedMessage {
        reason = storable(reason.length() > 1000 ? reason.substring(0, 1000) : reason);
        body = storable(body.length() > BODY_LIMIT ? body.substring(0, BODY_LIMIT) : body);
    }

    private static String storable(String text) {
        StringBuilder storable = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                storable = storable == null ? new StringBuilder(text) : storable;
                storable.setCharAt(i, '\uFFFD');
            }
        }
        return storable == null ? text : storable.toString();
    }
}
