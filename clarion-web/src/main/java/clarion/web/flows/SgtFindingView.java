package clarion.web.flows;

import clarion.ejb.listing.Row;
import clarion.web.listing.Texts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose traffic an exporter saw with another SGT than the session had. The exporter's was counted.
 *
 * @param recordSgt the exporter's
 * @param sessionSgt the session's
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record SgtFindingView(
        long id,
        @Nullable String mac,
        @Nullable String ip,
        @Nullable Long userId,
        @Nullable String user,
        String exporter,
        long recordSgt,
        long sessionSgt,
        Instant firstAt,
        Instant lastAt,
        long conversations) {

    static SgtFindingView of(Row row) {
        return new SgtFindingView(
                row.number("id"),
                Texts.of(row.findMac("mac")),
                Texts.of(row.findIp("ip")),
                row.findNumber("userId"),
                row.findText("user"),
                row.text("exporter"),
                row.number("recordSgt"),
                row.number("sessionSgt"),
                row.time("firstAt"),
                row.time("lastAt"),
                row.number("conversations"));
    }
}
