package clarion.web.connectors;

import clarion.ejb.connectors.QuarantineEntry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message that was set aside, on the wire.
 *
 * @param topic id of the topic that it is about
 * @param source where it came from: a destination, or a call's name
 * @param receivedAt Clarion's clock
 * @param reason why, in one sentence
 * @param body what came, cut at 16 KiB
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record QuarantineView(String id, String topic, String source, Instant receivedAt, String reason, String body) {

    static QuarantineView of(QuarantineEntry entry) {
        return new QuarantineView(
                Long.toString(entry.id()),
                entry.topic(),
                entry.source(),
                entry.receivedAt(),
                entry.reason(),
                entry.body());
    }
}
