package clarion.web.users;

import clarion.ejb.users.Membership;
import clarion.ejb.users.UserRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user or machine account on the wire.
 *
 * @param kind {@code PERSON} or {@code MACHINE}
 * @param devices how many devices the account was ever seen on
 * @param groups that ISE says the account is in; in the detail only
 */
public record UserView(
        String id,
        String identity,
        String name,
        @Nullable String realm,
        String kind,
        boolean online,
        long liveSessions,
        long devices,
        @Nullable String userName,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable List<UserGroup> groups) {

    /**
     * A group.
     *
     * @param name such as {@code corp.example/Groups/Staff}
     * @param type such as {@code ACTIVE_DIRECTORY}, as ISE wrote it
     */
    public record UserGroup(String name, @Nullable String type) {}

    public static UserView of(UserRow row) {
        return of(row, null);
    }

    /** The detail. */
    public static UserView withGroups(UserRow row, List<Membership> groups) {
        return of(
                row,
                groups.stream()
                        .map(group -> new UserGroup(group.name(), group.type()))
                        .toList());
    }

    private static UserView of(UserRow row, @Nullable List<UserGroup> groups) {
        return new UserView(
                Long.toString(row.id()),
                row.identity(),
                row.name(),
                row.realm(),
                row.kind(),
                row.online(),
                row.liveSessions(),
                row.devices(),
                row.userName(),
                row.firstSeen(),
                row.lastSeen(),
                groups);
    }
}
