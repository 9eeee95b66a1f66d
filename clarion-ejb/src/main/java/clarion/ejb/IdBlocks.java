package clarion.ejb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Ids from a sequence that steps by {@value #STEP}, as JPA allocates them, for rows that JDBC inserts. */
public final class IdBlocks {

    private static final int STEP = 50;

    private IdBlocks() {}

    /** Takes {@code count} ids, in ascending order. Ids of a block that are not used are lost. */
    public static long[] take(Connection connection, String sequence, int count) throws SQLException {
        long[] ids = new long[count];
        if (count == 0) {
            return ids;
        }
        try (PreparedStatement select =
                connection.prepareStatement("select nextval(?::regclass) from generate_series(1, ?)")) {
            select.setString(1, sequence);
            select.setInt(2, (count + STEP - 1) / STEP);
            int taken = 0;
            try (ResultSet blocks = select.executeQuery()) {
                while (blocks.next()) {
                    long last = blocks.getLong(1);
                    for (long id = last - STEP + 1; id <= last && taken < count; id++) {
                        ids[taken++] = id;
                    }
                }
            }
        }
        return ids;
    }
}
