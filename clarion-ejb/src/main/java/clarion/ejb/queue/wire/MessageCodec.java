package clarion.ejb.queue.wire;

import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes and reads the bodies of entries; safe for all threads. */
public final class MessageCodec {

    private final JsonGeneratorFactory generators = Json.createGeneratorFactory(Map.of());
    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
    private final RecordShape positions = RecordShape.of(Positions.class);

    /**
     * How far topics are.
     *
     * @param topics at most one of each
     */
    public record Positions(List<TopicPosition> topics) {}

    /** The body of an entry. */
    public byte[] write(Kind kind, Record content) {
        return bytes(RecordShape.of(kind.body()), content);
    }

    /**
     * What an entry carries: an instance of the class that belongs to the kind.
     *
     * @throws UnreadableEntryException if the body is something else
     */
    public Record read(Kind kind, byte[] body) throws UnreadableEntryException {
        return (Record) read(RecordShape.of(kind.body()), kind.word(), body);
    }

    /** For {@link QueueMessage#positions}. */
    public String writePositions(Collection<TopicPosition> known) {
        return new String(bytes(positions, new Positions(List.copyOf(known))), StandardCharsets.UTF_8);
    }

    /** From {@link QueueMessage#positions}. */
    public Map<Topic, TopicPosition> readPositions(String text) throws UnreadableEntryException {
        Positions read = (Positions) read(positions, "positions", text.getBytes(StandardCharsets.UTF_8));
        Map<Topic, TopicPosition> byTopic = new EnumMap<>(Topic.class);
        read.topics().forEach(position -> byTopic.put(position.topic(), position));
        return byTopic;
    }

    private byte[] bytes(RecordShape shape, Record content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
        try (JsonGenerator json = generators.createGenerator(bytes, StandardCharsets.UTF_8)) {
            shape.write(json, null, content);
        }
        return bytes.toByteArray();
    }

    private Object read(RecordShape shape, String what, byte[] body) throws UnreadableEntryException {
        try (JsonReader reader = readers.createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            return shape.read(reader.readObject());
        } catch (RuntimeException e) {
            throw new UnreadableEntryException("an entry of kind " + what + " cannot be read: " + e.getMessage(), e);
        }
    }
}
