package clarion.launcher.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** What the database says of itself, as text: sizes and settings, no rows. */
public final class DatabaseReport {

    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("server", "select version(), now(), pg_postmaster_start_time(), pg_is_in_recovery()");
        QUESTIONS.put(
                "migrations",
                "select installed_rank, version, script, installed_on, execution_time, success"
                        + " from flyway_schema_history order by installed_rank");
        QUESTIONS.put("extensions", "select extname, extversion from pg_extension order by 1");
        QUESTIONS.put(
                "tables",
                "select c.relname, c.reltuples::bigint as rows_estimated, pg_total_relation_size(c.oid) as bytes,"
                        + " pg_indexes_size(c.oid) as index_bytes, s.n_dead_tup as dead, s.last_autovacuum,"
                        + " s.last_autoanalyze from pg_class c left join pg_stat_user_tables s on s.relid = c.oid"
                        + " where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')"
                        + " order by bytes desc");
        QUESTIONS.put(
                "events of the last two days, by hour",
                "select topic, date_bin('1 hour', at, 'epoch') as hour, max(live) - min(live) as live,"
                        + " max(recovered) - min(recovered) as recovered, max(quarantined) - min(quarantined) as set_aside"
                        + " from topic_history where at > now() - interval '2 days' group by 1, 2 order by 1, 2");
        QUESTIONS.put(
                "connections",
                "select application_name, state, wait_event_type, count(*), max(now() - xact_start) as oldest"
                        + " from pg_stat_activity where datname = current_database() group by 1, 2, 3 order by 4 desc");
        QUESTIONS.put(
                "settings",
                "select name, setting, unit from pg_settings where name in ('shared_buffers', 'max_connections',"
                        + " 'work_mem', 'max_wal_size', 'checkpoint_timeout', 'fsync', 'synchronous_commit',"
                        + " 'wal_compression', 'autovacuum', 'server_version', 'ssl', 'TimeZone') order by 1");
    }

    private DatabaseReport() {}

    /** The report; a question that cannot be answered says why. */
    public static String of(Connection connection) {
        StringBuilder report = new StringBuilder();
        QUESTIONS.forEach((title, question) -> {
            report.append("== ").append(title).append('\n');
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(question)) {
                write(rows, report);
            } catch (SQLException e) {
                report.append("cannot be told: ").append(e.getMessage()).append('\n');
            }
            report.append('\n');
        });
        return report.toString();
    }

    private static void write(ResultSet rows, StringBuilder report) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        StringJoiner head = new StringJoiner("\t", "", "\n");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            head.add(columns.getColumnLabel(i));
        }
        report.append(head);
        while (rows.next()) {
            StringJoiner row = new StringJoiner("\t", "", "\n");
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.add(String.valueOf(rows.getString(i)));
            }
            report.append(row);
        }
    }
}
