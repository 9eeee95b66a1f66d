package clarion.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.EventStream;
import clarion.it.harness.Until;
import clarion.simulator.sessions.IseSession;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What happens in the network is told at once to whoever listens. */
interface LiveContract extends Contract {

    @Test
    default void tellsListenersAboutANewSession() {
        try (EventStream events = EventStream.open(world().viewer())) {
            events.await("status", Duration.ofSeconds(20), data -> data.containsKey("connector"));
            IseSession session = IseSession.started(Instant.now(), "02:00:5E:10:00:02")
                    .with("auditSessionId", "live-" + System.nanoTime());
            world().ise().feed().publish(session);
            JsonObject told = events.await(
                    "sessions",
                    Duration.ofSeconds(20),
                    data -> data.getJsonArray("ids").stream().anyMatch(id -> isOf(session, id.toString())));
            assertTrue(told.getInt("opened") >= 1, told::toString);
            world().ise().feed().publish(session.in(IseSession.DISCONNECTED, Instant.now()));
        }
    }

    private boolean isOf(IseSession session, String quotedId) {
        String id = quotedId.replace("\"", "");
        String shown = world().viewer().get("/api/v1/sessions/" + id).json().getString("auditSessionId", "");
        return shown.equals(session.text("auditSessionId"));
    }

    @Test
    default void saysHowFreshTheDataIs() {
        JsonObject connector = world().status().getJsonObject("connector");
        assertEquals("LIVE", connector.getString("state"), connector::toString);
        assertTrue(!connector.containsKey("staleSince"), connector::toString);
        assertTrue(connector.containsKey("lastEventAt"), connector::toString);
        assertTrue(connector.getString("node").startsWith("~ise-pubsub"), connector::toString);
    }

    @Test
    default void vacuumsWhatADownloadHasFilled() {
        Until.holds(
                "the tables are vacuumed",
                Duration.ofSeconds(30),
                () -> world().postgres()
                        .count("SELECT vacuum_count FROM pg_stat_user_tables WHERE relname = 'session'"),
                vacuums -> vacuums > 0);
    }
}
