package clarion.pxgrid.topics;

import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.records.IseRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads messages of every topic but sessions; what cannot be read is set aside, whatever it is. */
public final class RecordMessages {

    private RecordMessages() {}

    /** Reads a message's body. */
    public static TopicMessage<IseRecord> read(RecordForm form, String destination, byte[] body, Instant receivedAt) {
        Gathered gathered = new Gathered(form, destination, receivedAt);
        try {
            RecordDocument.Summary summary = RecordDocument.readMessage(new ByteArrayInputStream(body), form, gathered);
            if (!summary.hasRecords()) {
                gathered.whole(body, form.list() + ": missing");
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

    private static final class Gathered implements RecordDocument.Sink<RuntimeException> {

        private final RecordForm form;
        private final String destination;
        private final Instant receivedAt;
        private final List<IseRecord> records = new ArrayList<>();
        private final List<QuarantinedMessage> unreadable = new ArrayList<>();
        private @Nullable Instant newest;

        Gathered(RecordForm form, String destination, Instant receivedAt) {
            this.form = form;
            this.destination = destination;
            this.receivedAt = receivedAt;
        }

        @Override
        public void record(IseRecord record) {
            records.add(record);
            Instant at = record.timestamp();
            if (at != null && (newest == null || at.isAfter(newest))) {
                newest = at;
            }
        }

        @Override
        public void unreadable(String reason, String element) {
            unreadable.add(new QuarantinedMessage(form.topic(), destination, receivedAt, reason, element));
        }

        void whole(byte[] body, String reason) {
            unreadable.add(TopicMessage.whole(form.topic(), destination, body, receivedAt, reason));
        }

        TopicMessage<IseRecord> message(@Nullable Long sequence, boolean intact) {
            return new TopicMessage<>(form.topic(), sequence, records, unreadable, intact, newest, receivedAt);
        }
    }
}
