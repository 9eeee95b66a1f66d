package clarion.web.groups;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An SXP binding on the wire.
 *
 * @param prefix address, with the length unless it is a host
 * @param vpn empty for the default one
 * @param group name of the group with that number
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record SxpBindingView(
        String id,
        String prefix,
        String vpn,
        @Nullable Long sgt,
        @Nullable String group,
        @Nullable String source,
        @Nullable String peerSequence,
        Instant receivedAt) {

    static SxpBindingView of(Row row) {
        return new SxpBindingView(
                Long.toString(row.number("id")),
                row.text("prefix"),
                row.text("vpn"),
                row.findNumber("sgt"),
                row.findText("group"),
                row.findText("source"),
                row.findText("peerSequence"),
                row.time("receivedAt"));
    }
}
