package clarion.pxgrid.sessions;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.Topic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of the session topic, read.
 *
 * @param sequence the publisher's number, or null before ISE 3.0
 * @param reports in ISE's order
 * @param unreadable what was set aside of it
 * @param intact false if the message broke off, so that sessions of it may be missing
 * @param receivedAt Clarion's clock
 */
public record TopicMessage(
        @Nullable Long sequence,
        List<SessionReport> reports,
        List<QuarantinedMessage> unreadable,
        boolean intact,
        Instant receivedAt) {

    public TopicMessage {
        reports = List.copyOf(reports);
        unreadable = List.copyOf(unreadable);
    }

    /** How much of the queue it takes. */
    public int weight() {
        return Math.max(1, reports.size());
    }

    /** Reads a message's body; what cannot be read is set aside, whatever it is. */
    public static TopicMessage read(String topic, byte[] body, Instant receivedAt) {
        List<SessionReport> reports = new ArrayList<>();
        List<QuarantinedMessage> unreadable = new ArrayList<>();
        SessionDocument.Sink<RuntimeException> sink = new SessionDocument.Sink<>() {
            @Override
            public void report(SessionReport report) {
                reports.add(report);
            }

            @Override
            public void unreadable(String reason, String element) {
                unreadable.add(new QuarantinedMessage(Topic.SESSIONS, topic, receivedAt, reason, element));
            }
        };
        try {
            SessionDocument.Summary summary = SessionDocument.read(new ByteArrayInputStream(body), sink);
            if (!summary.hasSessions()) {
                unreadable.add(whole(topic, body, receivedAt, "sessions: missing"));
            }
            return new TopicMessage(summary.sequence(), reports, unreadable, true, receivedAt);
        } catch (UnreadableDocumentException e) {
            unreadable.add(whole(topic, body, receivedAt, String.valueOf(e.getMessage())));
            return new TopicMessage(null, reports, unreadable, false, receivedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // octets in memory do not break off
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // this sink does not wait
        }
    }

    private static QuarantinedMessage whole(String topic, byte[] body, Instant receivedAt, String reason) {
        String text = new String(body, 0, Math.min(body.length, 64 * 1024), StandardCharsets.UTF_8);
        return new QuarantinedMessage(Topic.SESSIONS, topic, receivedAt, reason, text);
    }
}
