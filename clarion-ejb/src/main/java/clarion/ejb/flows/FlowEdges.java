package clarion.ejb.flows;

import clarion.ejb.flows.FlowWindow.Resolution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads who used which service of whom in a window, summed up: for analytics that look at all of it at once. */
public final class FlowEdges {

    private static final Duration MOST_FINE = Duration.ofHours(6);

    private static final String PARTIES = "select id, kind, mac::text, host(ip), name from flow_party where id in"
            + " (select client from %1$s b where at >= ?::timestamptz and at < ?::timestamptz union select server from %1$s b"
            + " where at >= ?::timestamptz and at < ?::timestamptz)";

    /** Bits 1 and 2 are sweeps and scans: what is asked in vain of everybody is no service that anybody uses. */
    private static final String EDGES = "select client, server, protocol, service, service_last,"
            + " sum(conversations + replies)::int8 from %s b where at >= ?::timestamptz and at < ?::timestamptz"
            + " and marks & 3 = 0 group by 1, 2, 3, 4, 5";

    /**
     * Somebody.
     *
     * @param mac of a device; null for anybody else
     * @param name of anybody else: an address, a network, a group of external ones
     */
    public record End(@Nullable String mac, String name) {}

    /** Is told of edges; one client, server and service may come several times. */
    @FunctionalInterface
    public interface Sink {
        void edge(End client, End server, String service, long conversations);
    }

    private FlowEdges() {}

    /** Reads a window: of up to six hours in buckets of five minutes, else of hours. */
    public static void read(Connection connection, Instant from, Instant to, Sink sink) throws SQLException {
        Resolution width =
                Duration.between(from, to).compareTo(MOST_FINE) <= 0 ? Resolution.FIVE_MINUTES : Resolution.HOUR;
        Series series = new FlowWindow(from, to, width).series();
        String begin = series.begin(from).toString();
        Map<Integer, End> ends = ends(connection, series, begin, to.toString());
        try (PreparedStatement select = connection.prepareStatement(EDGES.formatted(series.view()))) {
            select.setString(1, begin);
            select.setString(2, to.toString());
            select.setFetchSize(20_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    End client = ends.get(row.getInt(1));
                    End server = ends.get(row.getInt(2));
                    if (client != null && server != null) { // else a party that came since
                        sink.edge(client, server, service(row.getInt(3), row.getInt(4), row.getInt(5)), row.getLong(6));
                    }
                }
            }
        }
    }

    private static Map<Integer, End> ends(Connection connection, Series series, String from, String to)
            throws SQLException {
        Map<Integer, End> ends = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PARTIES.formatted(series.view()))) {
            select.setString(1, from);
            select.setString(2, to);
            select.setString(3, from);
            select.setString(4, to);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String kind = row.getString(2);
                    String mac = row.getString(3);
                    String address = Objects.requireNonNullElse(row.getString(4), "");
                    String name = Objects.requireNonNullElse(row.getString(5), address);
                    ends.put(row.getInt(1), new End(mac, kind.equals("GROUP") ? "group " + name : name));
                }
            }
        }
        return ends;
    }

    /** Such as {@code tcp/443}, {@code udp/16384-32767}, {@code protocol-47}. */
    static String service(int protocol, int first, int last) {
        String port = last > first ? first + "-" + last : String.valueOf(first);
        return switch (protocol) {
            case 6 -> "tcp/" + port;
            case 17 -> "udp/" + port;
            case 1, 58 -> "icmp";
            default -> "protocol-" + protocol;
        };
    }
}
