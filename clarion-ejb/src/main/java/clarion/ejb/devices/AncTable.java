package clarion.ejb.devices;

import clarion.ejb.DatabaseText;
import clarion.ejb.topics.TopicStore;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.records.AncOperation;
import clarion.pxgrid.records.IseRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations of Adaptive Network Control, and which endpoints are under a policy by those that succeeded. People start
 * them one by one, so they are stored one by one. They carry no time: they count in the order in which they come, and
 * one that has ended is not taken back by an earlier report of it.
 */
public final class AncTable implements TopicStore {

    private static final String SAVE = """
            insert into anc_operation as o (id, mac, nas_ip, policy_name, status, failure_reason, received_at)
            values (?, ?::macaddr, ?::inet, ?, ?, ?, ?::timestamptz)
            on conflict (id) do update set mac = coalesce(excluded.mac, o.mac),
                nas_ip = coalesce(excluded.nas_ip, o.nas_ip),
                policy_name = coalesce(excluded.policy_name, o.policy_name), status = excluded.status,
                failure_reason = excluded.failure_reason, received_at = excluded.received_at
            where o.status not in ('SUCCESS', 'FAILURE')
                and (coalesce(excluded.mac, o.mac), coalesce(excluded.nas_ip, o.nas_ip),
                    coalesce(excluded.policy_name, o.policy_name), excluded.status, excluded.failure_reason)
                is distinct from (o.mac, o.nas_ip, o.policy_name, o.status, o.failure_reason)""";

    private static final String QUARANTINE = """
            insert into anc_endpoint (mac, policy_name, operation_id, nas_ip, since)
            select mac, policy_name, id, nas_ip, received_at from anc_operation
            where id = ? and mac is not null and policy_name is not null
            on conflict (mac) do update set policy_name = excluded.policy_name, operation_id = excluded.operation_id,
                nas_ip = excluded.nas_ip, since = excluded.since""";

    private static final String RELEASE = """
            delete from anc_endpoint e using anc_operation o
            where o.id = ? and e.mac = o.mac and o.policy_name is null""";

    @Override
    public BatchOutcome apply(Connection connection, List<IseRecord> records, Instant receivedAt) throws SQLException {
        int applied = 0;
        for (IseRecord record : records) {
            applied += apply(connection, (AncOperation) record, receivedAt);
        }
        return new BatchOutcome(applied, records.size() - applied, 0);
    }

    private static int apply(Connection connection, AncOperation operation, Instant receivedAt) throws SQLException {
        String id = DatabaseText.key(operation.id());
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            save.setString(1, id);
            save.setString(2, string(operation.mac()));
            save.setString(3, string(operation.nasIp()));
            save.setString(4, DatabaseText.text(operation.policyName()));
            save.setString(5, DatabaseText.text(operation.status()));
            save.setString(6, DatabaseText.text(operation.failureReason()));
            save.setString(7, receivedAt.toString());
            if (save.executeUpdate() == 0) {
                return 0;
            }
        }
        if (operation.status().equals("SUCCESS")) {
            for (String sql : List.of(QUARANTINE, RELEASE)) {
                try (PreparedStatement move = connection.prepareStatement(sql)) {
                    move.setString(1, id);
                    move.executeUpdate();
                }
            }
        }
        return 1;
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
