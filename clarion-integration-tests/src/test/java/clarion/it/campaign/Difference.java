package clarion.it.campaign;

import clarion.domain.devices.IpAddress;
import clarion.it.harness.Postgres;
import clarion.simulator.IseSimulator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what ISE has said with what Clarion holds, to the letter. */
public final class Difference {

    private static final String HELD = """
            SELECT audit_session_id, state, mac::text, user_name, sgt_name, host(nas_ip), updated_at,
                ARRAY(SELECT host(a.ip) FROM session_every_address a WHERE a.session_id = s.id ORDER BY host(a.ip))::text
            FROM session s WHERE live""";

    private static final String PRESENT_USERS = "SELECT identity, live_sessions FROM network_user WHERE online";

    private static final String COUNTED_USERS = """
            SELECT u.identity, count(*)::int FROM session s JOIN network_user u ON u.id = s.user_id WHERE s.live
            GROUP BY u.identity""";

    private Difference() {}

    /** One line for each session that is missing, surplus or other; empty if there is none. */
    public static List<String> ofSessions(IseSimulator ise, Postgres postgres) throws IOException, SQLException {
        Map<String, String> said = said(ise);
        Map<String, String> held = held(postgres);
        TreeSet<String> keys = new TreeSet<>(said.keySet());
        keys.addAll(held.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String there = said.get(key);
            String here = held.get(key);
            if (there == null) {
                differences.add("surplus " + key + ": " + here);
            } else if (!there.equals(here)) {
                differences.add((here == null ? "missing " : "other ") + key + ": ISE " + there + ", Clarion " + here);
            }
        }
        return differences;
    }

    /** Whether the position that is saved for sessions is the number of ISE's last message. */
    public static List<String> ofPosition(IseSimulator ise, Postgres postgres) throws SQLException {
        long said = ise.feed().nextSequence() - 1;
        String saved = pairs(postgres, "SELECT topic, sequence::text FROM topic_position WHERE topic = 'sessions'")
                .get("sessions");
        return Long.toString(said).equals(saved)
                ? List.of()
                : List.of("ISE's last message is " + said + ", the saved position " + saved);
    }

    /** Users whose number of live sessions is not what a count gives. */
    public static List<String> ofUsers(Postgres postgres) throws SQLException {
        Map<String, String> counted = pairs(postgres, COUNTED_USERS);
        Map<String, String> present = pairs(postgres, PRESENT_USERS);
        List<String> differences = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(counted.keySet());
        keys.addAll(present.keySet());
        keys.stream()
                .filter(key -> !String.valueOf(counted.get(key)).equals(String.valueOf(present.get(key))))
                .forEach(key -> differences.add(key + ": " + counted.get(key) + " sessions, " + present.get(key)));
        return differences;
    }

    private static Map<String, String> said(IseSimulator ise) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ise.store().writeLines(lines);
        Map<String, String> said = new TreeMap<>();
        for (String line : lines.toString(StandardCharsets.UTF_8).split("\n")) {
            if (!line.isBlank()) {
                try (var reader = Json.createReader(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))) {
                    JsonObject session = reader.readObject();
                    said.put(session.getString("auditSessionId"), described(session));
                }
            }
        }
        return said;
    }

    private static String described(JsonObject session) {
        List<String> addresses = session.containsKey("ipAddresses")
                ? session.getJsonArray("ipAddresses").getValuesAs(value -> canonical(((JsonString) value).getString()))
                : List.of();
        return String.join(
                " ",
                session.getString("state"),
                lower(session.getString("macAddress", null)),
                text(session.getString("userName", null)),
                text(session.getString("ctsSecurityGroup", null)),
                text(session.getString("nasIpAddress", null)),
                OffsetDateTime.parse(session.getString("timestamp")).toInstant().toString(),
                new TreeSet<>(addresses).toString());
    }

    private static Map<String, String> held(Postgres postgres) throws SQLException {
        Map<String, String> held = new TreeMap<>();
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HELD)) {
            while (row.next()) {
                String addresses = row.getString(8);
                held.put(
                        text(row.getString(1)),
                        String.join(
                                " ",
                                row.getString(2),
                                text(row.getString(3)),
                                text(row.getString(4)),
                                text(row.getString(5)),
                                text(row.getString(6)),
                                row.getObject(7, OffsetDateTime.class)
                                        .toInstant()
                                        .toString(),
                                new TreeSet<>(members(addresses)).toString()));
            }
        }
        return held;
    }

    private static List<String> members(String array) {
        String inside = array.substring(1, array.length() - 1);
        return inside.isEmpty() ? List.of() : List.of(inside.split(","));
    }

    private static Map<String, String> pairs(Postgres postgres, String query) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                pairs.put(row.getString(1), row.getString(2));
            }
        }
        return pairs;
    }

    /** As PostgreSQL writes an address; the tests use no address with more than one run of zeros. */
    private static String canonical(String address) {
        return IpAddress.parse(address).toString();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "-" : text.toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
