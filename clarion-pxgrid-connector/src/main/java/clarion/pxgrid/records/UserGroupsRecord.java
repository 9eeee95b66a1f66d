package clarion.pxgrid.records;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups that a user is in, as ISE knows them at present; the topic and the bulk answer have no time and no
 * deletion.
 *
 * @param userName as sessions carry it
 * @param groups all of them; empty means that the user is in none
 */
public record UserGroupsRecord(String userName, List<Group> groups) implements IseRecord {

    /**
     * A group.
     *
     * @param name such as {@code corp.example/Groups/Staff}
     * @param type such as {@code ACTIVE_DIRECTORY}, {@code IDENTITY} or {@code EXTERNAL}; kept as text
     */
    public record Group(String name, @Nullable String type) {}

    public UserGroupsRecord {
        groups = List.copyOf(groups);
    }

    @Override
    public @Nullable Instant timestamp() {
        return null;
    }

    @Override
    public String key() {
        return userName;
    }
}
