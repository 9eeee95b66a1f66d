package clarion.ejb.ruin;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a value the way that is slow on Payara. */
public final class Reader {

    private Reader() {}

    static Long read(ResultSet row) throws SQLException {
        return row.getObject(1, Long.class);
    }
}
