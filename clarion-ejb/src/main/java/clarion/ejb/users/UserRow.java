package clarion.ejb.users;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user or machine account as lists show it.
 *
 * @param identity normalised, such as {@code alice@corp} or {@code host/pc7@corp}
 * @param kind {@code PERSON} or {@code MACHINE}
 * @param devices how many devices the account was ever seen on
 * @param userName as ISE last wrote it
 * @param firstSeen ISE's clock, as {@code lastSeen}
 */
public record UserRow(
        long id,
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

    static UserRow of(Row row) {
        return new UserRow(
                row.number("id"),
                row.text("identity"),
                row.text("name"),
                row.findText("realm"),
                row.text("kind"),
                row.flag("online"),
                row.number("liveSessions"),
                row.number("devices"),
                row.findText("userName"),
                row.time("firstSeen"),
                row.time("lastSeen"));
    }
}
