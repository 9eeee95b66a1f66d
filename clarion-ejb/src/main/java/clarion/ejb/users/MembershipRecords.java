package clarion.ejb.users;

import clarion.domain.users.UserIdentity;
import clarion.ejb.DatabaseText;
import clarion.ejb.topics.RecordColumn;
import clarion.ejb.topics.RecordDefinition;
import clarion.pxgrid.records.UserGroupsRecord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The groups that users are in, as rows: one per user name, with all groups. */
public final class MembershipRecords {

    public static final RecordDefinition<UserGroupsRecord> MEMBERSHIPS = new RecordDefinition<>(
            UserGroupsRecord.class,
            "user_membership",
            "user_name",
            "text",
            r -> DatabaseText.key(r.key()),
            List.of(
                    RecordColumn.of(
                            "identity",
                            "text",
                            r -> UserIdentity.of(r.userName(), null, null, null)
                                    .map(user -> DatabaseText.key(user.toString()))
                                    .orElse(null)),
                    RecordColumn.of("groups", "jsonb", r -> json(r.groups()))),
            false);

    private MembershipRecords() {}

    /** Sorted, because ISE's order of groups means nothing. */
    private static String json(List<UserGroupsRecord.Group> groups) {
        return groups.stream()
                .sorted(Comparator.comparing(UserGroupsRecord.Group::name)
                        .thenComparing(UserGroupsRecord.Group::type, Comparator.nullsFirst(Comparator.naturalOrder())))
                .distinct()
                .map(group -> "{\"name\":" + quoted(group.name())
                        + (group.type() == null ? "" : ",\"type\":" + quoted(group.type())) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        String array = DatabaseText.json(List.of(text));
        return array.substring(1, array.length() - 1);
    }
}
