package clarion.ejb;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence, for an operator, why the database cannot be used. */
final class DatabaseProblem {

    private DatabaseProblem() {}

    /** What, where and what to do; the cause's own words, without a stack trace. */
    static String describe(Throwable failure) {
        SQLException sql = rootSql(failure);
        String where = ClarionDataSource.address();
        if (sql == null) {
            return "the database at " + where + " cannot be used (" + oneLine(failure) + ")";
        }
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        String what = oneLine(sql);
        if (what.contains("clarion.db.password-file")) {
            return what;
        }
        return switch (state.length() >= 2 ? state.substring(0, 2) : "") {
            case "08" ->
                "the database at " + where + " does not answer (" + what + "); start it, or correct clarion.db.url";
            case "28" ->
                "the database at " + where + " refuses the login (" + what
                        + "); correct clarion.db.user or the file clarion.db.password-file";
            case "3D" ->
                "the database at " + where + " does not exist (" + what + "); create it, or correct clarion.db.url";
            case "53", "57" -> "the database at " + where + " takes no connection now (" + what + ")";
            default -> "the database at " + where + " cannot be used (" + what + ")";
        };
    }

    /** True if the statement is not at fault: the connection broke, or the server takes none or is going down. */
    static boolean isAway(SQLException failure) {
        SQLException sql = rootSql(failure);
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        // 53: out of connections, memory or disk; 57P: shut down, crashed, starting; 25006: a standby, read only.
        return state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.equals("25006");
    }

    private static @Nullable SQLException rootSql(Throwable failure) {
        SQLException found = null;
        for (Throwable t = failure; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }

    private static String oneLine(Throwable failure) {
        Throwable last = failure;
        String text = failure.toString();
        while (last != null) {
            if (last.getMessage() != null && last instanceof SQLException) {
                text = last.getMessage();
            }
            last = last.getCause();
        }
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse(text);
    }
}
