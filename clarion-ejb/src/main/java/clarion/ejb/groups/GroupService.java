package clarion.ejb.groups;

import clarion.ejb.SqlValues;
import clarion.ejb.listing.Lists;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads security groups. */
@Stateless
public class GroupService {

    /**
     * Groups of the catalogue and names that only live sessions know, such as former ones; position() has no wildcards
     * to escape.
     */
    private static final String SEARCH = """
            SELECT known.name, max(n.sgt), sum(live) FROM (
                SELECT name, 0::bigint AS live FROM security_group WHERE deleted_at IS NULL
                UNION ALL
                SELECT sgt_name, count(*) FROM session WHERE live AND sgt_name IS NOT NULL GROUP BY sgt_name
            ) AS known LEFT JOIN security_group_name n ON n.name = known.name
            GROUP BY known.name
            HAVING position(lower(?) IN lower(known.name)) > 0 OR max(n.sgt)::text = ?
            ORDER BY max(n.sgt)::text IS NOT DISTINCT FROM ? DESC, sum(live) DESC, known.name COLLATE "C"
            LIMIT ?""";

    private final Lists lists;

    @Inject
    public GroupService(Lists lists) {
        this.lists = lists;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected GroupService() {
        this(null);
    }

    /** Groups whose name contains the text or whose number it is; the number first, then the most used. */
    public List<GroupRow> search(String text, int most) {
        return lists.read(connection -> search(connection, text.strip(), most));
    }

    private static List<GroupRow> search(Connection connection, String text, int most) throws SQLException {
        List<GroupRow> groups = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SEARCH)) {
            statement.setString(1, text);
            statement.setString(2, text);
            statement.setString(3, text);
            statement.setInt(4, most);
            try (ResultSet rs = statement.executeQuery()) {
                while (rs.next()) {
                    groups.add(new GroupRow(rs.getString(1), SqlValues.integerOrNull(rs, 2), rs.getLong(3)));
                }
            }
        }
        return groups;
    }
}
