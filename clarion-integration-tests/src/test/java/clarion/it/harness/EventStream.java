package clarion.it.harness;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A listener to {@code /api/v1/events}. */
public final class EventStream implements AutoCloseable {

    private record Event(String name, String data) {}

    private final Stream<String> lines;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Thread reader;

    private EventStream(Stream<String> lines) {
        this.lines = lines;
        this.reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts to listen; returns once Clarion has accepted. */
    public static EventStream open(Api caller) {
        var response = caller.open("/api/v1/events");
        if (response.statusCode() != 200) {
            throw new AssertionError("/api/v1/events answered " + response.statusCode());
        }
        return new EventStream(response.body());
    }

    /** The data of the first event of that name that suits; others pass by. */
    public JsonObject await(String name, Duration patience, Predicate<JsonObject> suits) {
        long deadline = System.nanoTime() + patience.toNanos();
        int passed = 0;
        try {
            while (true) {
                Event event = events.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new AssertionError("no such " + name + " event within " + patience.toSeconds() + " s, among "
                            + passed + " others");
                }
                passed++;
                if (event.name().equals(name)) {
                    JsonObject data =
                            Json.createReader(new StringReader(event.data())).readObject();
                    if (suits.test(data)) {
                        return data;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        StringBuilder data = new StringBuilder();
        String name = "";
        try {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip()).append('\n');
                } else if (line.isEmpty() && data.length() > 0) {
                    events.add(new Event(name, data.toString()));
                    data.setLength(0);
                    name = "";
                }
            }
        } catch (RuntimeException e) {
            // the stream was closed, by us or by the server; whoever waits will say what is missing
        }
    }

    @Override
    public void close() {
        lines.close();
        reader.interrupt();
    }
}
