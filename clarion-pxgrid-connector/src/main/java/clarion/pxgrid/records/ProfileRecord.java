package clarion.pxgrid.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A profile of ISE's profiler.
 *
 * @param id ISE's own
 * @param name short name; empty only with a deletion
 * @param fullName with its parents, such as {@code Cisco-Device:Cisco-IP-Phone}
 * @param deleted the profile is gone
 */
public record ProfileRecord(
        String id, String name, @Nullable String fullName, boolean deleted) implements IseRecord {

    @Override
    public @Nullable Instant timestamp() {
        return null;
    }

    @Override
    public String key() {
        return id;
    }
}
