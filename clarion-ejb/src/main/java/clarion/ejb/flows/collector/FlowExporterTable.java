package clarion.ejb.flows.collector;

import clarion.domain.flows.wire.ExporterStatistics;
import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What collectors heard of exporters, over one connection and in the caller's transaction. */
final class FlowExporterTable {

    /** Rates are over the time since the row was written before; a process that began anew counts from 0. */
    private static final String WRITE = """
            insert into flow_exporter as e (process, address, known, accepted, first_seen_at, last_seen_at, versions,
                domains, templates, packets, refused, records, decode_errors, errors, waiting, missing_template,
                sequence_missing, corrected, unknown_samplers, clock_offset, updated_at,
                packets_per_second, records_per_second)
            select ?, n.*, ?::timestamptz, 0, 0 from unnest(?::inet[], ?::boolean[], ?::boolean[], ?::timestamptz[],
                ?::timestamptz[], ?::text[], ?::integer[], ?::integer[], ?::bigint[], ?::bigint[], ?::bigint[],
                ?::bigint[], ?::text[], ?::integer[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) n
            on conflict (process, address) do update set known = excluded.known, accepted = excluded.accepted,
                first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at,
                versions = excluded.versions, domains = excluded.domains, templates = excluded.templates,
                packets = excluded.packets, refused = excluded.refused, records = excluded.records,
                decode_errors = excluded.decode_errors, errors = excluded.errors, waiting = excluded.waiting,
                missing_template = excluded.missing_template, sequence_missing = excluded.sequence_missing,
                corrected = excluded.corrected, unknown_samplers = excluded.unknown_samplers,
                clock_offset = excluded.clock_offset, updated_at = excluded.updated_at,
                packets_per_second = greatest(0, round((excluded.packets - e.packets)
                    / greatest(1, extract(epoch from excluded.updated_at - e.updated_at)))),
                records_per_second = greatest(0, round((excluded.records - e.records)
                    / greatest(1, extract(epoch from excluded.updated_at - e.updated_at))))""";

    private static final String FORGET = "delete from flow_exporter where updated_at < ?::timestamptz";

    private final Connection connection;

    FlowExporterTable(Connection connection) {
        this.connection = connection;
    }

    /** Writes what a process knows of its exporters. */
    void write(String process, List<ExporterStatistics> exporters, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
            insert.setString(1, process);
            insert.setString(2, now.toString());
            new SqlArrays(insert, 2)
                    .add("text", exporters, each -> each.address().toString())
                    .add("boolean", exporters, ExporterStatistics::known)
                    .add("boolean", exporters, ExporterStatistics::accepted)
                    .add("text", exporters, each -> Instant.ofEpochMilli(each.firstSeen()))
                    .add("text", exporters, each -> Instant.ofEpochMilli(each.lastSeen()))
                    .add("text", exporters, FlowExporterTable::versions)
                    .add("integer", exporters, each -> each.domains().size())
                    .add("integer", exporters, ExporterStatistics::templates)
                    .add("bigint", exporters, ExporterStatistics::packets)
                    .add("bigint", exporters, ExporterStatistics::refused)
                    .add("bigint", exporters, ExporterStatistics::records)
                    .add("bigint", exporters, ExporterStatistics::decodeErrors)
                    .add("text", exporters, FlowExporterTable::errors)
                    .add("integer", exporters, ExporterStatistics::waiting)
                    .add("bigint", exporters, ExporterStatistics::missingTemplate)
                    .add("bigint", exporters, ExporterStatistics::missing)
                    .add("bigint", exporters, ExporterStatistics::correctedRecords)
                    .add("bigint", exporters, FlowExporterTable::unknownSamplers)
                    .add("bigint", exporters, ExporterStatistics::clockOffset);
            insert.executeUpdate();
        }
    }

    /** Removes what no process has written since; how many rows that were. */
    int removeBefore(Instant time) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setString(1, time.toString());
            return delete.executeUpdate();
        }
    }

    private static String versions(ExporterStatistics exporter) {
        return exporter.versions().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String errors(ExporterStatistics exporter) {
        return exporter.errors().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey().word() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static long unknownSamplers(ExporterStatistics exporter) {
        return exporter.domains().stream()
                .mapToLong(ExporterStatistics.Domain::unknownSamplers)
                .sum();
    }
}
