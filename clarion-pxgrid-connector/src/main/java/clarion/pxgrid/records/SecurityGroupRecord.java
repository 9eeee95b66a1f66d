package clarion.pxgrid.records;

import clarion.domain.groups.SecurityGroup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A security group.
 *
 * @param group id, name, number, description; of a deletion at least the id
 * @param timestamp of the change
 * @param deleted the group is gone
 */
public record SecurityGroupRecord(
        SecurityGroup group, @Nullable Instant timestamp, boolean deleted) implements IseRecord {

    @Override
    public String key() {
        return group.id();
    }
}
