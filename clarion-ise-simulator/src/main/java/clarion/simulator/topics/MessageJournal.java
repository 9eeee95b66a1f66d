package clarion.simulator.topics;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that was ever published, in order, as NDJSON in a file that begins anew with the simulator. A line has
 * {@code number} (from 1), {@code at}, {@code topic}, {@code sequence} if the message had one, {@code fate}
 * ({@code sent}, or the fault that it met) and {@code body}, the message as ISE meant it. Messages of a burst have
 * {@code burst}, {@code first} and {@code events} instead of a body: their content follows from the synthetic sessions.
 * Thread-safe.
 */
public final class MessageJournal implements AutoCloseable {

    private static final int BUFFER = 256 * 1024;
    private static final int INDEXED = 1024;

    private final Path file;
    private final Clock clock;
    private final FileChannel channel;
    private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream(BUFFER);
    private final List<Long> offsets = new ArrayList<>();
    private long octets;
    private long lines;
    private final boolean kept;
    private boolean closed;

    /** @param kept whether lines are written at all, or only counted: a simulator may run for months */
    public MessageJournal(Path file, Clock clock, boolean kept) {
        this.file = file;
        this.clock = clock;
        this.kept = kept;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes a message whose body is JSON in one line. */
    void add(String topic, long sequence, String fate, byte[] body) {
        append(topic, sequence, fate, ",\"body\":", body);
    }

    /** Notes a message that somebody else made; its body is kept as JSON if it is JSON, else as a string. */
    void addForeign(String topic, String fate, byte[] body) {
        append(topic, -1, fate, ",\"body\":", isJson(body) ? body : quoted(body));
    }

    /** Notes a message of a burst. */
    void addBurst(String topic, long sequence, String fate, String burst, long first, int events) {
        String recipe = "\"" + burst + "\",\"first\":" + first + ",\"events\":" + events;
        append(topic, sequence, fate, ",\"burst\":", recipe.getBytes(StandardCharsets.US_ASCII));
    }

    private synchronized void append(String topic, long sequence, String fate, String name, byte[] value) {
        if (closed) {
            return;
        }
        if (kept && lines % INDEXED == 0) {
            offsets.add(octets);
        }
        lines++;
        if (!kept) {
            return;
        }
        String head = "{\"number\":" + lines + ",\"at\":\"" + clock.instant() + "\",\"topic\":"
                + new String(quoted(topic.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)
                + (sequence < 0 ? "" : ",\"sequence\":" + sequence) + ",\"fate\":\"" + fate + "\"" + name;
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        unwritten.write(start, 0, start.length);
        unwritten.write(value, 0, value.length);
        unwritten.write('}');
        unwritten.write('\n');
        octets += start.length + value.length + 2;
        if (unwritten.size() >= BUFFER) {
            write();
        }
    }

    /** The number of the last message; 0 if there was none. */
    public synchronized long last() {
        return lines;
    }

    /**
     * Writes the lines of messages after a number.
     *
     * @param topic its id, or empty for every topic
     * @param limit most lines
     */
    public void copy(String topic, long after, long limit, OutputStream out) throws IOException {
        long from;
        long skip;
        long until;
        synchronized (this) {
            write();
            until = lines;
            int index = (int) Math.min(Math.max(0, after) / INDEXED, Math.max(0, offsets.size() - 1));
            from = offsets.isEmpty() ? 0 : offsets.get(index);
            skip = after - (long) index * INDEXED;
            until -= (long) index * INDEXED;
        }
        String wanted = "\"topic\":\"" + topic + "\"";
        long left = limit;
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            in.position(from);
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(in), StandardCharsets.UTF_8));
            for (long read = 1; read <= until && left > 0; read++) {
                String line = reader.readLine();
                if (line == null) {
                    break;
                }
                if (read > skip
                        && (topic.isEmpty()
                                || line.substring(0, Math.min(200, line.length()))
                                        .contains(wanted))) {
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                    left--;
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            write();
            closed = true;
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write() {
        try {
            ByteBuffer pending = ByteBuffer.wrap(unwritten.toByteArray());
            unwritten.reset();
            while (pending.hasRemaining() && !closed) {
                channel.write(pending);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    private static boolean isJson(byte[] body) {
        if (body.length == 0 || body[0] != '{' || new String(body, StandardCharsets.UTF_8).indexOf('\n') >= 0) {
            return false;
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            reader.read();
            return true;
        } catch (JsonException e) {
            return false;
        }
    }

    private static byte[] quoted(byte[] text) {
        return Json.createValue(new String(text, StandardCharsets.UTF_8))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
