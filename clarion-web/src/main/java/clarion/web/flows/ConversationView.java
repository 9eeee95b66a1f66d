package clarion.web.flows;

import clarion.ejb.listing.Row;
import clarion.web.listing.Texts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one party asked of a service of another, counted over the time that was asked about.
 *
 * @param clientKind DEVICE, INTERNAL, EXTERNAL or GROUP
 * @param clientNetwork the name of external addresses, or the network of addresses that did not answer
 * @param protocol number (IANA)
 * @param service port of the server; for ICMP type times 256 plus code
 * @param serviceLast the last port of a range, else the same
 * @param exporter one of the exporters that reported it
 * @param conversations whichever half of them was seen
 * @param answered of them, halves that met in a bucket included
 * @param replyOnly of them, those of which only the reply was seen
 * @param sampling the largest sampling interval; 1 if everything was looked at
 * @param evidence what told client and server apart in any of them, names separated by blanks
 * @param marks what is odd about any of them, likewise
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record ConversationView(
        String id,
        String clientKind,
        @Nullable String clientMac,
        @Nullable String clientIp,
        @Nullable String clientNetwork,
        @Nullable Long clientUserId,
        @Nullable String clientUser,
        @Nullable Long clientSgt,
        @Nullable String clientSgtName,
        String serverKind,
        @Nullable String serverMac,
        @Nullable String serverIp,
        @Nullable String serverNetwork,
        @Nullable Long serverUserId,
        @Nullable String serverUser,
        @Nullable Long serverSgt,
        @Nullable String serverSgtName,
        long protocol,
        long service,
        long serviceLast,
        @Nullable String exporter,
        long exporters,
        long conversations,
        long answered,
        long refused,
        long replyOnly,
        long requestBytes,
        long replyBytes,
        long bytes,
        long requestPackets,
        long replyPackets,
        long sampling,
        Instant firstAt,
        Instant lastAt,
        String evidence,
        String marks,
        boolean anyAnswered) {

    static ConversationView of(Row row) {
        return new ConversationView(
                row.text("id"),
                row.text("clientKind"),
                Texts.of(row.findMac("clientMac")),
                Texts.of(row.findIp("clientIp")),
                row.findText("clientNetwork"),
                row.findNumber("clientUserId"),
                row.findText("clientUser"),
                row.findNumber("clientSgt"),
                row.findText("clientSgtName"),
                row.text("serverKind"),
                Texts.of(row.findMac("serverMac")),
                Texts.of(row.findIp("serverIp")),
                row.findText("serverNetwork"),
                row.findNumber("serverUserId"),
                row.findText("serverUser"),
                row.findNumber("serverSgt"),
                row.findText("serverSgtName"),
                row.number("protocol"),
                row.number("service"),
                row.number("serviceLast"),
                row.findText("exporter"),
                row.number("exporters"),
                row.number("conversations"),
                row.number("answered"),
                row.number("refused"),
                row.number("replyOnly"),
                row.number("requestBytes"),
                row.number("replyBytes"),
                row.number("bytes"),
                row.number("requestPackets"),
                row.number("replyPackets"),
                row.number("sampling"),
                row.time("firstAt"),
                row.time("lastAt"),
                row.text("evidence"),
                row.text("marks"),
                row.flag("anyAnswered"));
    }
}
