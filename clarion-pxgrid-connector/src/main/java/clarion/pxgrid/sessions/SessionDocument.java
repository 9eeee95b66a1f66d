package clarion.pxgrid.sessions;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.topics.JsonSource;
import clarion.pxgrid.topics.UnreadableDocumentException;
import clarion.pxgrid.wire.SessionWire;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"sequence":n,"sessions":[…]}}, the form of a topic's message and of a download alike, one session at a
 * time: memory does not grow with the document.
 */
public final class SessionDocument {

    private SessionDocument() {}

    /** Takes what is read, in order; may throw to give up. */
    public interface Sink<X extends Exception> {

        void report(SessionReport report) throws X, InterruptedException;

        /** An element that cannot be read, with the reason and its text. */
        void unreadable(String reason, String element) throws X, InterruptedException;
    }

    /**
     * What a complete document said besides its sessions.
     *
     * @param sequence the publisher's number, or null if there is none
     * @param hasSessions false if there was no list of sessions, not even an empty one
     */
    public record Summary(@Nullable Long sequence, boolean hasSessions) {}

    /**
     * Reads to the end.
     *
     * @throws UnreadableDocumentException if it is not JSON of this form; sessions before that point were given already
     * @throws IOException if the source broke off
     */
    public static <X extends Exception> Summary read(InputStream source, Sink<X> sink)
            throws UnreadableDocumentException, IOException, InterruptedException, X {
        JsonSource json = new JsonSource(source);
        Long sequence = null;
        boolean hasSessions = false;
        json.enterObject();
        while (json.next() == Event.KEY_NAME) {
            String name = json.text();
            Event value = json.next();
            if (name.equals(SessionWire.SESSIONS) && value == Event.START_ARRAY) {
                hasSessions = true;
                readSessions(json, sink);
            } else if (name.equals(SessionWire.SESSIONS)) {
                throw new UnreadableDocumentException("sessions: expected a list");
            } else if (name.equals(SessionWire.SEQUENCE)) {
                sequence = json.wholeNumber(SessionWire.SEQUENCE, value);
            } else {
                json.skip(value);
            }
        }
        json.end();
        return new Summary(sequence, hasSessions);
    }

    private static <X extends Exception> void readSessions(JsonSource json, Sink<X> sink)
            throws UnreadableDocumentException, IOException, InterruptedException, X {
        while (true) {
            Event event = json.next();
            if (event == Event.END_ARRAY) {
                return;
            }
            JsonValue element = json.value();
            if (!(element instanceof JsonObject object)) {
                sink.unreadable("a session is expected to be an object", element.toString());
                continue;
            }
            SessionReport report;
            try {
                report = SessionReader.read(object);
            } catch (IllegalArgumentException e) {
                sink.unreadable(String.valueOf(e.getMessage()), object.toString());
                continue;
            }
            sink.report(report);
        }
    }
}
