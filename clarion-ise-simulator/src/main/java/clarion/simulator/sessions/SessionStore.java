package clarion.simulator.sessions;

import clarion.simulator.crowd.SyntheticSessions;
import clarion.simulator.crowd.SyntheticSessions.Lines;
import clarion.simulator.filter.Filter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every session that there is: those of the campus and of tests, and the synthetic ones.
 *
 * @param directory the former
 * @param journal their events
 * @param crowd the latter
 */
public record SessionStore(SessionDirectory directory, Journal journal, SyntheticSessions crowd, SessionJson json) {

    /** How many there are now. */
    public int live() {
        return directory.size() + crowd.live();
    }

    /** Writes {@code {"sessions":[…]}} piece by piece. */
    void writeAll(OutputStream out, @Nullable Instant start, @Nullable Filter filter) throws IOException {
        out.write("{\"sessions\":[".getBytes(StandardCharsets.US_ASCII));
        Lines lines = new Lines(out, ",");
        Iterable<IseSession> own = start == null ? directory.all() : directory.since(start);
        for (IseSession session : own) {
            byte[] text = json.one(session);
            if (filter == null || filter.passes(object(text))) {
                lines.add(text);
            }
        }
        if (filter == null) {
            crowd.writeLive(lines, start);
        } else {
            for (int i = 0; i < crowd.count(); i++) {
                byte[] text = crowd.one(i);
                if (filter.passes(object(text))) {
                    lines.add(text);
                }
            }
        }
        lines.flush();
        out.write("]}".getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes every session that is there, one a line. */
    public void writeLines(OutputStream out) throws IOException {
        Lines lines = new Lines(out, "\n");
        for (IseSession session : directory.all()) {
            lines.add(json.one(session));
        }
        crowd.writeLive(lines, null);
        lines.flush();
        out.write('\n');
    }

    /** Whether a recovery can reach back so far. */
    boolean reaches(Instant start) {
        return journal.reaches(start) && crowd.reaches(start);
    }

    /** Writes the events of a span as {@code {"sessions":[…]}}. */
    void writeEvents(OutputStream out, Instant start, Instant end) throws IOException {
        out.write("{\"sessions\":[".getBytes(StandardCharsets.US_ASCII));
        Lines lines = new Lines(out, ",");
        for (IseSession event : journal.between(start, end)) {
            lines.add(json.one(event));
        }
        crowd.writeEvents(lines, start, end);
        lines.flush();
        out.write("]}".getBytes(StandardCharsets.US_ASCII));
    }

    Optional<byte[]> findByIpAddress(String address) {
        return directory.findByIpAddress(address).map(json::one).or(() -> one(crowd.findByIpAddress(address)));
    }

    Optional<byte[]> findByMacAddress(String mac) {
        return directory.findByMacAddress(mac).map(json::one).or(() -> one(crowd.findByMacAddress(mac)));
    }

    private Optional<byte[]> one(OptionalInt index) {
        return index.isPresent() ? Optional.of(crowd.one(index.getAsInt())) : Optional.empty();
    }

    /** Writes the groups of every user with a session. */
    public void writeUserGroups(OutputStream out, String before, String between, String after) throws IOException {
        out.write(before.getBytes(StandardCharsets.US_ASCII));
        Lines lines = new Lines(out, between);
        Set<String> told = new java.util.HashSet<>();
        for (IseSession session : directory.all()) {
            String user = session.text(SessionFields.USER_NAME);
            if (user != null && UserGroups.isPerson(session) && told.add(user)) {
                lines.add(UserGroups.ofUser(session).toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        crowd.writeUserGroups(lines);
        lines.flush();
        out.write(after.getBytes(StandardCharsets.US_ASCII));
    }

    private static JsonObject object(byte[] text) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(text))) {
            return reader.readObject();
        }
    }
}
