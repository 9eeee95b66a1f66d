package clarion.pxgrid.records;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An asset that another product told ISE about.
 *
 * @param id {@code assetId}
 * @param name may be empty
 * @param mac if the asset has one
 * @param ip if the asset has one
 * @param vendor manufacturer
 * @param productId order number or model
 * @param serialNumber of the device
 * @param deviceType such as {@code Controller}
 * @param protocol such as {@code CIP}
 * @param attributes every other scalar field and custom attribute, sorted
 * @param deleted the asset is gone
 */
public record AssetRecord(
        String id,
        String name,
        @Nullable MacAddress mac,
        @Nullable IpAddress ip,
        @Nullable String vendor,
        @Nullable String productId,
        @Nullable String serialNumber,
        @Nullable String deviceType,
        @Nullable String protocol,
        SortedMap<String, String> attributes,
        boolean deleted)
        implements IseRecord {

    public AssetRecord {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    @Override
    public @Nullable Instant timestamp() {
        return null;
    }

    @Override
    public String key() {
        return id;
    }
}
