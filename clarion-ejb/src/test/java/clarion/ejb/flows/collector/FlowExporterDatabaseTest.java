package clarion.ejb.flows.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.wire.DecodeError;
import clarion.domain.flows.wire.ExporterStatistics;
import clarion.ejb.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class FlowExporterDatabaseTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final DataSource dataSource = TestDatabase.migrated();

    private static ExporterStatistics exporter(String address, long packets, long records) {
        long noon = NOON.toEpochMilli();
        return new ExporterStatistics(
                IpAddress.parse(address),
                true,
                true,
                noon,
                noon + 5,
                List.of(9, 10),
                packets,
                0,
                records,
                1,
                2,
                Map.of(DecodeError.TRUNCATED, 3L, DecodeError.NOT_FLOW_EXPORT, 1L),
                4,
                5,
                6,
                7,
                0,
                0,
                -1500,
                8,
                List.of(new ExporterStatistics.Domain(9, 1, packets, records, 8, 7, 2, noon)));
    }

    private List<String> rows() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select process || ' ' || host(address) || ' ' || versions || ' | ' || packets || ' ' || records
                            || ' | ' || packets_per_second || ' ' || records_per_second || ' | ' || decode_errors || ' '
                            || errors || ' | ' || clock_offset || ' ' || unknown_samplers || ' ' || templates
                        from flow_exporter order by process, address""")) {
            List<String> rows = new java.util.ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    @Test
    void keepsARowForEachExporterAndProcessAndReckonsRates() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            FlowExporterTable table = new FlowExporterTable(connection);
            table.write("a/1", List.of(exporter("192.0.2.1", 100, 1000), exporter("2001:db8::1", 1, 1)), NOON);
            table.write("b/2", List.of(exporter("192.0.2.1", 5, 50)), NOON);
            table.write("a/1", List.of(exporter("192.0.2.1", 200, 3900)), NOON.plusSeconds(10));

            String rest = " | 4 not-flow-export 1, truncated 3 | -1500 2 8";
            assertEquals(
                    List.of(
                            "a/1 192.0.2.1 9, 10 | 200 3900 | 10 290" + rest,
                            "a/1 2001:db8::1 9, 10 | 1 1 | 0 0" + rest,
                            "b/2 192.0.2.1 9, 10 | 5 50 | 0 0" + rest),
                    rows());

            table.write("a/1", List.of(exporter("192.0.2.1", 3, 30)), NOON.plusSeconds(20));
            assertEquals(
                    "a/1 192.0.2.1 9, 10 | 3 30 | 0 0" + rest,
                    rows().get(0),
                    "a process that began anew has no rate yet");
            assertEquals(2, table.removeBefore(NOON.plusSeconds(1)));
            assertEquals(1, rows().size());
        }
    }

    @Test
    void writesNothingForNoExporters() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            new FlowExporterTable(connection).write("a/1", List.of(), NOON);
        }
        assertEquals(List.of(), rows());
    }
}
