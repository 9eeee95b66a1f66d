package clarion.ejb.flows;

import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Gives exporters their numbers in the database, over one connection. */
final class SourceTable {

    private static final String INSERT =
            "insert into flow_source (name) select n from unnest(?::text[]) n order by n on conflict (name) do nothing";

    private static final String FIND = "select name, id from flow_source where name = any(?)";

    private final Connection connection;

    SourceTable(Connection connection) {
        this.connection = connection;
    }

    /** Finds or makes them, and notes in {@code numbers} which number each has. */
    void register(Collection<String> names, Map<String, Integer> numbers) throws SQLException {
        List<String> list = List.copyOf(names);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            new SqlArrays(insert).add("text", list, name -> name);
            insert.executeUpdate();
        }
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            new SqlArrays(find).add("text", list, name -> name);
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
    }
}
