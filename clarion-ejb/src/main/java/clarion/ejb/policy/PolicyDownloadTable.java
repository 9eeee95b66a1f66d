package clarion.ejb.policy;

import clarion.ejb.DatabaseText;
import clarion.ejb.IdBlocks;
import clarion.ejb.SqlArrays;
import clarion.ejb.topics.TopicStore;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.records.PolicyDownloadRecord;
import clarion.pxgrid.records.PolicyDownloadRecord.Cell;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What switches downloaded: a row per cell, or one without a cell. Of each cell at each switch the newest download is
 * marked, and the newest that succeeded, which is what is in force there.
 */
public final class PolicyDownloadTable implements TopicStore {

    private static final String KNOWN =
            "select distinct d.download from unnest(?::text[]) k join policy_download d on d.download = k";

    private static final String INSERT = """
            insert into policy_download (id, download, position, nas_ip, server, status, failure_reason, matrix,
                source_list, source_sgt, source_generation, destination_sgt, destination_generation, acl_name,
                acl_generation, downloaded_at, received_at)
            select n.*, ?::timestamptz from unnest(?::int8[], ?::text[], ?::int4[], ?::inet[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::int4[], ?::text[], ?::int4[], ?::text[], ?::text[], ?::text[],
                ?::timestamptz[]) n""";

    /** All SGACLs of a cell come with one download, so the newest download of a cell says all of it. */
    private static final String MARK = """
            with touched as (
                select distinct nas_ip, source_sgt, destination_sgt from policy_download where download = any(?::text[])),
            cell as (
                select d.id, rank() over newest = 1 latest,
                    d.status = 'SUCCESS' and rank() over succeeded = 1 in_force
                from policy_download d join touched t on d.nas_ip = t.nas_ip
                    and d.source_sgt is not distinct from t.source_sgt
                    and d.destination_sgt is not distinct from t.destination_sgt
                window newest as (partition by d.nas_ip, d.source_sgt, d.destination_sgt
                        order by d.downloaded_at desc, d.download desc),
                    succeeded as (partition by d.nas_ip, d.source_sgt, d.destination_sgt
                        order by (d.status = 'SUCCESS') desc, d.downloaded_at desc, d.download desc))
            update policy_download d set latest = c.latest, in_force = c.in_force
            from cell c where d.id = c.id and (d.latest, d.in_force) is distinct from (c.latest, c.in_force)""";

    private record Line(
            String download,
            PolicyDownloadRecord of,
            int position,
            @Nullable Cell cell,
            Instant at) {}

    @Override
    public BatchOutcome apply(Connection connection, List<IseRecord> records, Instant receivedAt) throws SQLException {
        Map<String, PolicyDownloadRecord> downloads = new LinkedHashMap<>();
        for (IseRecord record : records) {
            downloads.putIfAbsent(DatabaseText.key(record.key()), (PolicyDownloadRecord) record);
        }
        downloads.keySet().removeAll(known(connection, List.copyOf(downloads.keySet())));
        List<Line> lines = new ArrayList<>();
        downloads.forEach((key, download) -> lines.addAll(lines(key, download, receivedAt)));
        if (!lines.isEmpty()) {
            insert(connection, lines, receivedAt);
            try (PreparedStatement mark = connection.prepareStatement(MARK)) {
                new SqlArrays(mark).add("text", List.copyOf(downloads.keySet()), key -> key);
                mark.executeUpdate();
            }
        }
        return new BatchOutcome(downloads.size(), records.size() - downloads.size(), 0);
    }

    private static Set<String> known(Connection connection, List<String> keys) throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            new SqlArrays(select).add("text", keys, key -> key);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    known.add(found.getString(1));
                }
            }
        }
        return known;
    }

    private static List<Line> lines(String key, PolicyDownloadRecord download, Instant receivedAt) {
        Instant at = download.timestamp() == null ? receivedAt : download.timestamp();
        List<Line> lines = new ArrayList<>();
        for (Cell cell : download.cells()) {
            lines.add(new Line(key, download, lines.size(), cell, at));
        }
        return lines.isEmpty() ? List.of(new Line(key, download, 0, null, at)) : lines;
    }

    private static void insert(Connection connection, List<Line> lines, Instant receivedAt) throws SQLException {
        long[] ids = IdBlocks.take(connection, "policy_download_seq", lines.size());
        List<Long> boxed = java.util.Arrays.stream(ids).boxed().toList();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, receivedAt.toString());
            new SqlArrays(insert, 1)
                    .add("int8", boxed, id -> id)
                    .add("text", lines, Line::download)
                    .add("int4", lines, Line::position)
                    .add("inet", lines, line -> line.of().nasIp().toString())
                    .add("text", lines, line -> DatabaseText.text(line.of().server()))
                    .add("text", lines, line -> DatabaseText.text(line.of().status()))
                    .add("text", lines, line -> DatabaseText.text(line.of().failureReason()))
                    .add("text", lines, line -> DatabaseText.text(line.of().matrixName()))
                    .add("text", lines, line -> DatabaseText.text(line.of().sourceList()))
                    .add(
                            "int4",
                            lines,
                            line -> line.cell() == null
                                    ? null
                                    : line.cell().source().value())
                    .add(
                            "text",
                            lines,
                            line -> line.cell() == null
                                    ? null
                                    : DatabaseText.text(line.cell().sourceGeneration()))
                    .add(
                            "int4",
                            lines,
                            line -> line.cell() == null
                                    ? null
                                    : line.cell().destination().value())
                    .add(
                            "text",
                            lines,
                            line -> line.cell() == null
                                    ? null
                                    : DatabaseText.text(line.cell().destinationGeneration()))
                    .add(
                            "text",
                            lines,
                            line -> line.cell() == null
                                    ? null
                                    : DatabaseText.text(line.cell().aclName()))
                    .add(
                            "text",
                            lines,
                            line -> line.cell() == null
                                    ? null
                                    : DatabaseText.text(line.cell().aclGeneration()))
                    .add("timestamptz", lines, Line::at);
            insert.executeUpdate();
        }
    }
}
