package clarion.ejb.flows;

import clarion.ejb.SqlValues;
import clarion.ejb.listing.Lists;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says how fresh and how complete the stored flows are, of all processes together. */
@Stateless
public class FlowStatusService {

    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final String WRITERS =
            "select name, seen_at, committed_at, newest_at, figures::text from flow_writer order by name";

    private static final String MADE = "select (select until from flow_made where series = 'flow_1h'), (select until"
            + " from flow_made where series = 'flow_1d'), (select count(*) from flow_due where at < (select until from"
            + " flow_made m where m.series = flow_due.series))";

    private final Lists lists;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FlowStatusService() {
        this(null, null);
    }

    @Inject
    public FlowStatusService(Lists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** As things stand. */
    public FlowStatus status() {
        return lists.read(connection -> read(connection, clock.instant()));
    }

    private static FlowStatus read(Connection connection, Instant now) throws SQLException {
        List<FlowStatus.FlowWriter> writers = writers(connection);
        try (PreparedStatement select = connection.prepareStatement(MADE);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new FlowStatus(
                    state(writers, now),
                    latest(writers, FlowStatus.FlowWriter::newestAt),
                    latest(writers, FlowStatus.FlowWriter::committedAt),
                    SqlValues.instantOrNull(row, 1),
                    SqlValues.instantOrNull(row, 2),
                    row.getLong(3),
                    share(writers),
                    writers);
        }
    }

    private static List<FlowStatus.FlowWriter> writers(Connection connection) throws SQLException {
        List<FlowStatus.FlowWriter> writers = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(WRITERS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                writers.add(new FlowStatus.FlowWriter(
                        row.getString(1),
                        SqlValues.instant(row, 2),
                        SqlValues.instantOrNull(row, 3),
                        SqlValues.instantOrNull(row, 4),
                        figures(row.getString(5))));
            }
        }
        return writers;
    }

    private static Map<String, Long> figures(String json) {
        Map<String, Long> figures = new LinkedHashMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> {
                if (value instanceof JsonNumber number) {
                    figures.put(name, number.longValue());
                }
            });
        }
        return figures;
    }

    private static String state(List<FlowStatus.FlowWriter> writers, Instant now) {
        if (writers.isEmpty()) {
            return "NONE";
        }
        List<FlowStatus.FlowWriter> alive = writers.stream()
                .filter(writer -> writer.seenAt().isAfter(now.minus(SILENCE)))
                .toList();
        if (alive.isEmpty()) {
            return "STALE";
        }
        return alive.stream().anyMatch(writer -> figure(writer, "droppedLately") > 0) ? "DEGRADED" : "CURRENT";
    }

    private static long figure(FlowStatus.FlowWriter writer, String name) {
        return writer.figures().getOrDefault(name, 0L);
    }

    private static @Nullable Instant latest(
            List<FlowStatus.FlowWriter> writers, Function<FlowStatus.FlowWriter, @Nullable Instant> time) {
        return writers.stream()
                .map(time)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Double share(List<FlowStatus.FlowWriter> writers) {
        long sides =
                writers.stream().mapToLong(writer -> figure(writer, "sides")).sum();
        long unresolved = writers.stream()
                .mapToLong(writer -> figure(writer, "sidesUnresolved"))
                .sum();
        return sides == 0 ? null : 1 - (double) unresolved / sides;
    }
}
