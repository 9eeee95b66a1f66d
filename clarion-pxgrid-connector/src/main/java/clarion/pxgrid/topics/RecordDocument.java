package clarion.pxgrid.topics;

import clarion.pxgrid.control.Json;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.wire.RecordWire;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads records, one at a time: a list of them, as bulk answers and some messages have it; an envelope with an
 * operation and one record; or a record that is the message itself, as its topic's {@link RecordForm} says.
 */
public final class RecordDocument {

    private RecordDocument() {}

    /** Takes what is read, in order; may throw to give up. */
    public interface Sink<X extends Exception> {

        void record(IseRecord record) throws X, InterruptedException;

        /** An element that cannot be read, with the reason and its text. */
        void unreadable(String reason, String element) throws X, InterruptedException;
    }

    /**
     * What a complete document said besides its records.
     *
     * @param sequence the publisher's number, or null if there is none
     * @param total how many records there are in all, if it said so
     * @param hasRecords false if there was nothing of the topic's form, not even an empty list
     * @param tellsDeleted true if it had the list of what was deleted, even an empty one
     */
    public record Summary(@Nullable Long sequence, @Nullable Long total, boolean hasRecords, boolean tellsDeleted) {}

    /** Reads a bulk answer; as {@link #readMessage}, but only a list will do. */
    public static <X extends Exception> Summary readAnswer(InputStream source, RecordForm form, Sink<X> sink)
            throws UnreadableDocumentException, IOException, InterruptedException, X {
        Summary summary = read(source, form, false, sink);
        if (!summary.hasRecords() && !Long.valueOf(0).equals(summary.total())) {
            throw new UnreadableDocumentException("without " + form.list());
        }
        return summary;
    }

    /**
     * Reads to the end.
     *
     * @throws UnreadableDocumentException if it is not JSON of this form; records before that point were given already
     * @throws IOException if the source broke off
     */
    public static <X extends Exception> Summary readMessage(InputStream source, RecordForm form, Sink<X> sink)
            throws UnreadableDocumentException, IOException, InterruptedException, X {
        return read(source, form, true, sink);
    }

    private static <X extends Exception> Summary read(
            InputStream source, RecordForm form, boolean message, Sink<X> sink)
            throws UnreadableDocumentException, IOException, InterruptedException, X {
        JsonSource json = new JsonSource(source);
        Map<String, JsonValue> rest = new HashMap<>();
        Long sequence = null;
        Long total = null;
        boolean hasRecords = false;
        boolean tellsDeleted = false;
        json.enterObject();
        while (json.next() == Event.KEY_NAME) {
            String name = json.text();
            Event value = json.next();
            if (value == Event.START_ARRAY && form.isList(name)) {
                hasRecords = true;
                boolean deleted = name.equals(form.deletedList());
                tellsDeleted |= deleted;
                readList(json, form, deleted, sink);
            } else if (name.equals(RecordWire.SEQUENCE)) {
                sequence = json.wholeNumber(name, value);
            } else if (name.equals(RecordWire.TOTAL_COUNT)) {
                total = json.wholeNumber(name, value);
            } else if (hasRecords || !message) {
                json.skip(value);
            } else {
                rest.put(name, json.value());
            }
        }
        json.end();
        if (!hasRecords && message) {
            hasRecords = readOne(rest, form, sink);
        }
        return new Summary(sequence, total, hasRecords, tellsDeleted);
    }

    private static <X extends Exception> void readList(JsonSource json, RecordForm form, boolean deleted, Sink<X> sink)
            throws UnreadableDocumentException, IOException, InterruptedException, X {
        while (json.next() != Event.END_ARRAY) {
            readElement(json.value(), form, deleted, sink);
        }
    }

    private static <X extends Exception> boolean readOne(Map<String, JsonValue> message, RecordForm form, Sink<X> sink)
            throws InterruptedException, X {
        boolean deleted = saysDeleted(message);
        JsonValue item = form.item() == null ? null : message.get(form.item());
        if (item instanceof JsonObject) {
            readElement(item, form, deleted, sink);
            return true;
        }
        if (form.flat() && !message.isEmpty()) {
            readElement(Json.PROVIDER.createObjectBuilder(asObjects(message)).build(), form, deleted, sink);
            return true;
        }
        return false;
    }

    private static Map<String, Object> asObjects(Map<String, JsonValue> message) {
        return new HashMap<>(message);
    }

    private static boolean saysDeleted(Map<String, JsonValue> message) {
        return isDelete(message.get(RecordWire.OPERATION))
                || isDelete(message.get(RecordWire.OP_TYPE))
                || isTrue(message.get(RecordWire.DELETED))
                || isTrue(message.get(RecordWire.IS_DELETED));
    }

    private static boolean isDelete(@Nullable JsonValue value) {
        return value instanceof JsonString text
                && text.getString().strip().toUpperCase(Locale.ROOT).startsWith(RecordWire.DELETE);
    }

    private static boolean isTrue(@Nullable JsonValue value) {
        return value == JsonValue.TRUE
                || value instanceof JsonString text && text.getString().strip().equalsIgnoreCase("true");
    }

    private static <X extends Exception> void readElement(
            JsonValue element, RecordForm form, boolean deleted, Sink<X> sink) throws InterruptedException, X {
        if (!(element instanceof JsonObject object)) {
            sink.unreadable("a record is expected to be an object", element.toString());
            return;
        }
        IseRecord record;
        try {
            record = form.element().read(new Fields(object), deleted || saysDeleted(object));
        } catch (IllegalArgumentException e) {
            sink.unreadable(String.valueOf(e.getMessage()), object.toString());
            return;
        }
        sink.record(record);
    }
}
