package clarion.pxgrid.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A virtual network of SD-Access.
 *
 * @param id ISE's own
 * @param name empty only with a deletion
 * @param attributes {@code additionalAttributes} as ISE wrote it, or null
 * @param timestamp of the change
 * @param deleted the network is gone
 */
public record VirtualNetworkRecord(
        String id,
        String name,
        @Nullable String attributes,
        @Nullable Instant timestamp,
        boolean deleted) implements IseRecord {

    @Override
    public String key() {
        return id;
    }
}
