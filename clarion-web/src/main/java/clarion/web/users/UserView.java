package clarion.web.users;

import clarion.ejb.users.UserRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user or machine account on the wire.
 *
 * @param kind {@code PERSON} or {@code MACHINE}
 * @param devices how many devices the account was ever seen on
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
        Instant lastSeen) {

    public static UserView of(UserRow row) {
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
                row.lastSeen());
    }
}
