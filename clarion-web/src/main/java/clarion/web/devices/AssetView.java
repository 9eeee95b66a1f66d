package clarion.web.devices;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An asset that another product told ISE about, on the wire. */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record AssetView(
        String id,
        String name,
        @Nullable String mac,
        @Nullable String ip,
        @Nullable String vendor,
        @Nullable String productId,
        @Nullable String serialNumber,
        @Nullable String deviceType,
        @Nullable String protocol,
        Instant receivedAt) {

    static AssetView of(Row row) {
        return new AssetView(
                row.text("id"),
                row.text("name"),
                row.findText("mac"),
                row.findText("ip"),
                row.findText("vendor"),
                row.findText("productId"),
                row.findText("serialNumber"),
                row.findText("deviceType"),
                row.findText("protocol"),
                row.time("receivedAt"));
    }
}
