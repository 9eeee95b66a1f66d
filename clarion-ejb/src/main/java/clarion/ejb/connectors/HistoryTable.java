package clarion.ejb.connectors;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What has been kept for long enough, over one connection and in the caller's transaction. */
final class HistoryTable {

    /** Rows of one table that are removed at a time: the rest waits for the next time. */
    static final int MOST = 20_000;

    /** More RADIUS failures than these are not kept, however young they are. */
    static final int MOST_FAILURES = 1_000_000;

    /** What is gone in ISE goes here too, once nothing refers to it. */
    private static final List<String> SWEEPS = List.of(
            old("radius_failure", "t.received_at < ?::timestamptz"),
            old("topic_gap", "t.closed_at < ?::timestamptz"),
            old(
                    "topic_reconcile",
                    "t.started_at < ?::timestamptz and exists (select 1 from topic_reconcile later where"
                            + " later.topic = t.topic and later.started_at > t.started_at"
                            + " and later.completed_at is not null)"),
            old("policy_download", "not t.latest and not t.in_force and t.received_at < ?::timestamptz"),
            old(
                    "anc_operation",
                    "t.received_at < ?::timestamptz and not exists"
                            + " (select 1 from anc_endpoint e where e.operation_id = t.id)"),
            old("egress_policy", "t.deleted_at < ?::timestamptz"),
            old(
                    "security_group_acl",
                    "t.deleted_at < ?::timestamptz and not exists"
                            + " (select 1 from egress_policy c where c.acl_ids @> jsonb_build_array(t.id))"),
            old("virtual_network", "t.deleted_at < ?::timestamptz"),
            old("endpoint_asset", "t.deleted_at < ?::timestamptz"),
            old(
                    "security_group",
                    "t.deleted_at < ?::timestamptz and not exists (select 1 from egress_policy c where t.id in"
                            + " (c.source_group_id, c.destination_group_id)) and not exists (select 1 from"
                            + " security_group_name n join session s on lower(s.sgt_name) collate \"C\" ="
                            + " lower(n.name) collate \"C\" where n.group_id = t.id) and not exists (select 1 from"
                            + " security_group_name n join device d on lower(d.sgt_name) collate \"C\" ="
                            + " lower(n.name) collate \"C\" where n.group_id = t.id)"));

    private static final String SURPLUS = "delete from radius_failure where number <= (select number from"
            + " radius_failure order by number desc offset " + MOST_FAILURES + " limit 1)";

    private static final String ORPHANED_NAMES = "delete from security_group_name n where not exists"
            + " (select 1 from security_group g where g.id = n.group_id)";

    private final Connection connection;

    HistoryTable(Connection connection) {
        this.connection = connection;
    }

    /** Removes what ended before a time; how many rows that were. */
    int removeBefore(Instant time) throws SQLException {
        int removed = 0;
        for (String sweep : SWEEPS) {
            try (PreparedStatement delete = connection.prepareStatement(sweep)) {
                delete.setString(1, time.toString());
                removed += delete.executeUpdate();
            }
        }
        for (String sweep : List.of(SURPLUS, ORPHANED_NAMES)) {
            try (PreparedStatement delete = connection.prepareStatement(sweep)) {
                removed += delete.executeUpdate();
            }
        }
        return removed;
    }

    private static String old(String table, String condition) {
        return "delete from " + table + " where ctid = any (array(select t.ctid from " + table + " t where " + condition
                + " limit " + MOST + "))";
    }
}
