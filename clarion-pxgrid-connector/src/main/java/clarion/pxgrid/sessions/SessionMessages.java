package clarion.pxgrid.sessions;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.Topic;
import clarion.pxgrid.topics.TopicMessage;
import clarion.pxgrid.topics.UnreadableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads messages of the session topic; what cannot be read is set aside, whatever it is. */
public final class SessionMessages {

    private SessionMessages() {}

    /** Reads a message's body. */
    public static TopicMessage<SessionReport> read(String destination, byte[] body, Instant receivedAt) {
        Gathered gathered = new Gathered(destination, receivedAt);
        try {
            SessionDocument.Summary summary = SessionDocument.read(new ByteArrayInputStream(body), gathered);
            if (!summary.hasSessions()) {
                gathered.whole(body, "sessions: missing");
            }
            return gathered.message(summary.sequence(), true);
        } catch (UnreadableDocumentException e) {
            gathered.whole(body, String.valueOf(e.getMessage()));
            return gathered.message(null, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // octets in memory do not break off
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // this sink does not wait
        }
    }

    private static final class Gathered implements SessionDocument.Sink<RuntimeException> {

        private final String destination;
        private final Instant receivedAt;
        private final List<SessionReport> reports = new ArrayList<>();
        private final List<QuarantinedMessage> unreadable = new ArrayList<>();
        private @Nullable Instant newest;

        Gathered(String destination, Instant receivedAt) {
            this.destination = destination;
            this.receivedAt = receivedAt;
        }

        @Override
        public void report(SessionReport report) {
            reports.add(report);
            if (newest == null || report.timestamp().isAfter(newest)) {
                newest = report.timestamp();
            }
        }

        @Override
        public void unreadable(String reason, String element) {
            unreadable.add(new QuarantinedMessage(Topic.SESSIONS, destination, receivedAt, reason, element));
        }

        void whole(byte[] body, String reason) {
            unreadable.add(TopicMessage.whole(Topic.SESSIONS, destination, body, receivedAt, reason));
        }

        TopicMessage<SessionReport> message(@Nullable Long sequence, boolean intact) {
            return new TopicMessage<>(Topic.SESSIONS, sequence, reports, unreadable, intact, newest, receivedAt);
        }
    }
}
