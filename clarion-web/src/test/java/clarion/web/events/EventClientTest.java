package clarion.web.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventClientTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final FakeConnection connection = new FakeConnection();
    private final List<EventClient> ended = new ArrayList<>();
    private final EventClient client =
            new EventClient(connection.exchange(), () -> true, ended::add, Clock.fixed(NOW, ZoneOffset.UTC));

    EventClientTest() throws IOException {}

    @Test
    void writesNothingBeforeTheContainerAllowsIt() {
        client.open();
        client.send(EventFrame.KEEP_ALIVE, false);
        assertEquals("", connection.received());
        client.onWritePossible();
        assertEquals(": keep-alive\n\n", connection.received());
        assertTrue(connection.isFlushed());
    }

    @Test
    void waitsForASlowConnectionAndGoesOnWhereItStopped() {
        client.open();
        client.onWritePossible();
        connection.block();
        client.send(new EventFrame("1", "sessions", "a"));
        client.send(new EventFrame("2", "sessions", "b"));
        assertEquals("", connection.received());
        assertTrue(client.isStuckSince(NOW.plusSeconds(1)));
        connection.unblock();
        client.onWritePossible();
        assertEquals("id: 1\nevent: sessions\ndata: a\n\nid: 2\nevent: sessions\ndata: b\n\n", connection.received());
        assertFalse(client.isStuckSince(NOW.plusSeconds(1)));
    }

    @Test
    void dropsAClientThatDoesNotRead() {
        client.open();
        client.onWritePossible();
        connection.block();
        for (int i = 0; i < 100 && ended.isEmpty(); i++) {
            client.send(new byte[8 * 1024], false);
        }
        assertEquals(List.of(client), ended);
        assertTrue(connection.isComplete());
    }

    @Test
    void endsOnceWhenTheConnectionBreaks() {
        client.open();
        connection.breakDown();
        client.onWritePossible();
        client.send(EventFrame.KEEP_ALIVE, false);
        client.send(EventFrame.KEEP_ALIVE, false);
        client.onError(new IOException("reset"));
        assertEquals(List.of(client), ended);
    }
}
