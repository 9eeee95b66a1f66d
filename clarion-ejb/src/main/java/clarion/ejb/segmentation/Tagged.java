package clarion.ejb.segmentation;

import clarion.domain.segmentation.rules.Condition;
import clarion.domain.segmentation.rules.Condition.Attribute;
import clarion.domain.segmentation.rules.Subject;
import clarion.ejb.DatabaseText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A member of a run as recommendations look at it. */
record Tagged(
        String mac, long cluster, int confidence, @Nullable String sgtName, Set<Condition> conditions) {

    private static final String SELECT =
            "select mac::text, coalesce(cluster, 0), confidence, sgt_name, profile, device_type,"
                    + " array(select jsonb_array_elements_text(ad_groups)) from segment_member where run = ? order by mac";

    static List<Tagged> read(Connection connection, long run) throws SQLException {
        List<Tagged> members = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, run);
            select.setFetchSize(10_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Set<Condition> conditions = new HashSet<>();
                    add(conditions, Attribute.ENDPOINT_PROFILE, row.getString(5));
                    add(conditions, Attribute.DEVICE_TYPE, row.getString(6));
                    for (String group : EndpointReader.texts(row.getArray(7))) {
                        add(conditions, Attribute.AD_GROUP, group);
                    }
                    members.add(new Tagged(
                            row.getString(1), row.getLong(2), row.getInt(3), row.getString(4), Set.copyOf(conditions)));
                }
            }
        }
        return members;
    }

    private static void add(Set<Condition> conditions, Attribute attribute, @Nullable String value) {
        if (value != null) {
            conditions.add(new Condition(attribute, DatabaseText.limit(value, DatabaseText.TEXT_LIMIT)));
        }
    }

    Subject of(long wanted) {
        return new Subject(mac, cluster == wanted, conditions);
    }

    /** How many of some members have each SGT, by name. */
    static Map<String, Integer> sgts(List<Tagged> members) {
        Map<String, Integer> sgts = new TreeMap<>();
        for (Tagged member : members) {
            if (member.sgtName() != null) {
                sgts.merge(member.sgtName(), 1, Integer::sum);
            }
        }
        return sgts;
    }
}
