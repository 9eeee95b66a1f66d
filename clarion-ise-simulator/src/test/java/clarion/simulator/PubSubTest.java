package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionFields;
import clarion.simulator.stomp.StompFrame;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PubSubTest {

    @TempDir
    static Path data;

    static IseSimulator ise;

    private TestConsumer consumer;

    @BeforeAll
    static void start() {
        ise = IseSimulator.builder().dataDirectory(data).start();
    }

    @BeforeEach
    void connect() {
        consumer = new TestConsumer(ise, "reader");
    }

    @AfterAll
    static void stop() {
        ise.close();
    }

    private WebSocket subscribed() {
        WebSocket socket = consumer.subscribe();
        StompFrame connected = consumer.next();
        assertEquals("CONNECTED", connected.command());
        assertEquals("1.2", connected.header("version"));
        assertEquals("0,0", connected.header("heart-beat"));
        await(() -> ise.pubSub().subscriptions("/topic/com.cisco.ise.session") > 0);
        return socket;
    }

    @Test
    void sendsASessionToAConsumerThatDidNotWaitForConnected() {
        WebSocket socket = subscribed();
        long sequence = ise.feed().nextSequence();
        ise.feed()
                .publish(IseSession.started(Instant.parse("2026-01-02T03:04:05.678Z"), "00:11:22:33:44:55")
                        .withIpAddresses("10.1.2.3")
                        .with(SessionFields.USER_NAME, "CORP\\zoë"));
        StompFrame message = consumer.next();
        assertEquals("MESSAGE", message.command());
        assertEquals("/topic/com.cisco.ise.session", message.header("destination"));
        assertEquals("0", message.header("subscription"));
        assertEquals(
                message.text().getBytes(StandardCharsets.UTF_8).length,
                Integer.parseInt(String.valueOf(message.header("content-length"))));
        JsonObject body = TestConsumer.json(message.text());
        assertEquals(sequence, body.getInt("sequence"));
        JsonObject session = body.getJsonArray("sessions").getJsonObject(0);
        assertEquals("2026-01-01T22:04:05.678-05:00", session.getString("timestamp"));
        assertEquals("STARTED", session.getString("state"));
        assertEquals("CORP\\zoë", session.getString("userName"));
        socket.abort();
    }

    @Test
    void answersDisconnectWithItsReceiptAndCloses() throws Exception {
        WebSocket socket = subscribed();
        socket.sendText("DISCONNECT\r\nreceipt:77\r\n\r\n\0", true).join();
        StompFrame receipt = consumer.next();
        assertEquals("RECEIPT", receipt.command());
        assertEquals("77", receipt.header("receipt-id"));
        assertEquals(1000, consumer.closed.get(20, TimeUnit.SECONDS));
    }

    /** The client's close frame has to be read after ours, or the connection stays until a time-out. */
    @Test
    void endsTheConnectionOfAClientThatDisconnectsAndClosesAtOnce() {
        int before = ise.pubSub().connections();
        WebSocket socket = subscribed();
        socket.sendText("DISCONNECT\nreceipt:78\n\n\0", true).join();
        // where ours was here first, the JDK's client has answered it already, and refuses to send another
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .handle((sent, refused) -> refused == null)
                .join();
        long start = System.nanoTime();
        await(() -> ise.pubSub().connections() <= before);
        assertTrue(System.nanoTime() - start < 5_000_000_000L, "closed within 5 s");
    }

    @Test
    void closesAfterAnErrorForATopicThatThereIsNot() throws Exception {
        WebSocket socket = subscribed();
        socket.sendBinary(
                        StompFrame.of("SUBSCRIBE", Map.of("id", "9", "destination", "/topic/none"))
                                .encode(),
                        true)
                .join();
        StompFrame error = consumer.next();
        assertEquals("ERROR", error.command());
        assertTrue(String.valueOf(error.header("message")).contains("/topic/none"));
        assertEquals(1008, consumer.closed.get(20, TimeUnit.SECONDS));
    }

    @Test
    void refusesTheUpgradeWithAWrongSecret() {
        consumer.control("AccountActivate", "{}");
        URI uri = URI.create(
                consumer.lookup(ServiceNode.PUBSUB).getJsonObject("properties").getString("wsUrl"));
        CompletionException failure = assertThrows(
                CompletionException.class,
                () -> consumer.open(uri, consumer.basic("wrong")).join());
        WebSocketHandshakeException refused = assertInstanceOf(WebSocketHandshakeException.class, failure.getCause());
        assertEquals(401, refused.getResponse().statusCode());
        assertTrue(refused.getResponse()
                .headers()
                .firstValue("WWW-Authenticate")
                .orElse("")
                .startsWith("Basic realm="));
    }

    @Test
    void sendsNothingAfterUnsubscribe() {
        WebSocket socket = subscribed();
        socket.sendBinary(
                        StompFrame.of("UNSUBSCRIBE", Map.of("id", "0", "receipt", "1"))
                                .encode(),
                        true)
                .join();
        assertEquals("RECEIPT", consumer.next().command());
        ise.feed().publishRaw("{}");
        assertTrue(consumer.frames.isEmpty());
        socket.abort();
    }

    @Test
    void losesNothingWhenItWaitsForTheConsumer() {
        WebSocket socket = subscribed();
        List<IseSession> events = java.util.stream.IntStream.range(0, 20_000)
                .mapToObj(i -> IseSession.started(
                                Instant.EPOCH, String.format("00:00:00:00:%02X:%02X", i / 256, i % 256))
                        .with(SessionFields.ENDPOINT_PROFILE, "x".repeat(600)))
                .toList();
        ise.feed().publishWaiting(events);
        int received = 0;
        while (received < events.size()) {
            received += TestConsumer.json(consumer.next().text())
                    .getJsonArray("sessions")
                    .size();
        }
        assertEquals(events.size(), received);
        socket.abort();
    }

    @Test
    void aFrozenConnectionIsSilentAndGoesOnAfterwards() {
        WebSocket socket = subscribed();
        ise.faults().freeze(true);
        try {
            ise.feed().publishRaw("{\"sequence\":1}");
            socket.sendPing(ByteBuffer.allocate(0)).join();
        } finally {
            ise.faults().freeze(false);
        }
        assertEquals("{\"sequence\":1}", consumer.next().text());
        assertFalse(socket.isInputClosed());
        socket.abort();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + TestConsumer.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited " + TestConsumer.PATIENCE);
            Thread.onSpinWait();
        }
    }
}
