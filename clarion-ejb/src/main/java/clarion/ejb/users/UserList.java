package clarion.ejb.users;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.SortKey;
import java.util.List;

/** The columns of user lists, in the order of the identity. */
public final class UserList {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "u.id").required(),
            Column.of("identity", TEXT, "u.identity").required(),
            Column.of("name", TEXT, "u.name").required(),
            Column.of("realm", TEXT, "u.realm").asFacet(),
            Column.of("kind", TEXT, "u.kind").required().asFacet(),
            Column.of("online", BOOLEAN, "u.online").required().asFacet(),
            Column.of("liveSessions", INTEGER, "u.live_sessions").required(),
            Column.of("devices", INTEGER, "(SELECT count(*) FROM user_device ud WHERE ud.user_id = u.id)")
                    .required(),
            Column.of("userName", TEXT, "u.user_name"),
            Column.of("firstSeen", INSTANT, "u.first_seen").required(),
            Column.of("lastSeen", INSTANT, "u.last_seen").required());

    /** Every user and machine account that was ever seen. */
    public static final ListDefinition DEFINITION = new ListDefinition(
            "users",
            "network_user u",
            COLUMNS,
            // identities are unique as they are, but compared without case here: the id decides
            List.of(SortKey.ascending(COLUMNS.get(1)), SortKey.ascending(COLUMNS.get(0))),
            ListDefinition.named(COLUMNS, "identity", "userName"));

    private UserList() {}
}
