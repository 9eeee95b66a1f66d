package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.ServiceNode;
import jakarta.json.JsonObject;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivingCampusTest {

    @TempDir
    Path data;

    @Test
    void publishesItsLifeWithoutAGapAndTellsWhoIsThere() {
        try (IseSimulator ise = IseSimulator.builder()
                .dataDirectory(data)
                .devices(200)
                .eventRate(500)
                .notifyInterval(Duration.ofMillis(100))
                .start()) {
            TestConsumer consumer = new TestConsumer(ise, "reader");
            WebSocket socket = consumer.subscribe();
            assertEquals("CONNECTED", consumer.next().command());
            long expected = -1;
            for (int i = 0; i < 5; i++) {
                JsonObject message = TestConsumer.json(consumer.next().text());
                long sequence = message.getJsonNumber("sequence").longValue();
                assertTrue(expected < 0 || sequence == expected, "sequence " + sequence + " after " + expected);
                assertTrue(message.getJsonArray("sessions").size() > 0);
                expected = sequence + 1;
            }
            int told = TestConsumer.json(consumer.call(ServiceNode.SESSION, "getSessions", "{}")
                            .body())
                    .getJsonArray("sessions")
                    .size();
            assertTrue(told > 80, "sessions " + told);
            ise.feed().pause();
            ise.burst(1000);
            socket.abort();
        }
    }

    @Test
    void doesNotAnswerConnectWhenToldToHang() {
        try (IseSimulator ise = IseSimulator.builder().dataDirectory(data).start()) {
            ise.faults().hang(Faults.CONNECT);
            TestConsumer consumer = new TestConsumer(ise, "reader");
            WebSocket socket = consumer.subscribe();
            long end = System.nanoTime() + TestConsumer.PATIENCE.toNanos();
            while (ise.faults().calls(Faults.CONNECT) == 0) {
                assertTrue(System.nanoTime() < end, "CONNECT in time");
                Thread.onSpinWait();
            }
            ise.faults().clear();
            TestConsumer another = new TestConsumer(ise, "another");
            WebSocket answered = another.subscribe();
            assertEquals("CONNECTED", another.next().command());
            assertTrue(consumer.frames.isEmpty());
            answered.abort();
            socket.abort();
        }
    }
}
