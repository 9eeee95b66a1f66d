package clarion.pxgrid.records;

import clarion.domain.devices.MacAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as ISE's profiler sees it.
 *
 * @param mac the endpoint
 * @param profile the profile that it matches
 * @param group the endpoint identity group
 * @param attributes every other scalar field, by wire name, sorted
 * @param timestamp of the change
 * @param deleted the endpoint is gone
 */
public record EndpointRecord(
        MacAddress mac,
        @Nullable String profile,
        @Nullable String group,
        SortedMap<String, String> attributes,
        @Nullable Instant timestamp,
        boolean deleted)
        implements IseRecord {

    public EndpointRecord {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    @Override
    public String key() {
        return mac.toString();
    }
}
