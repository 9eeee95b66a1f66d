package clarion.ejb.groups;

import clarion.domain.groups.SecurityGroup;
import clarion.ejb.DatabaseText;
import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue of security groups, over one connection and in the caller's transaction. */
public final class SecurityGroupTable {

    private static final String FORGET =
            "delete from security_group g where not exists (select 1 from unnest(?::text[]) k where k = g.id)";

    private static final String SAVE = """
            insert into security_group as g (id, name, sgt, description, updated_at)
            select id, name, sgt, description, ?::timestamptz
            from unnest(?::text[], ?::text[], ?::int4[], ?::text[]) n(id, name, sgt, description)
            on conflict (id) do update set name = excluded.name, sgt = excluded.sgt,
                description = excluded.description, updated_at = excluded.updated_at
            where (g.name, g.sgt, g.description) is distinct from (excluded.name, excluded.sgt, excluded.description)""";

    private final Connection connection;

    public SecurityGroupTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Replaces the catalogue. Of groups with the same id or the same name, which ISE does not allow, the last stays.
     */
    public void replace(List<SecurityGroup> groups, Instant now) throws SQLException {
        Map<String, SecurityGroup> byName = new LinkedHashMap<>();
        groups.forEach(group -> byName.put(DatabaseText.key(group.name()), group));
        Map<String, Map.Entry<String, SecurityGroup>> byId = new LinkedHashMap<>();
        byName.entrySet()
                .forEach(entry -> byId.put(DatabaseText.key(entry.getValue().id()), entry));
        List<Map.Entry<String, Map.Entry<String, SecurityGroup>>> rows = List.copyOf(byId.entrySet());
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            new SqlArrays(forget).add("text", rows, Map.Entry::getKey);
            forget.executeUpdate();
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            save.setString(1, now.toString());
            new SqlArrays(save, 1)
                    .add("text", rows, Map.Entry::getKey)
                    .add("text", rows, row -> row.getValue().getKey())
                    .add("int4", rows, row -> row.getValue().getValue().sgt().value())
                    .add(
                            "text",
                            rows,
                            row -> DatabaseText.limit(
                                    row.getValue().getValue().description(), DatabaseText.ATTRIBUTE_LIMIT));
            save.executeUpdate();
        }
    }
}
