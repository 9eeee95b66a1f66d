package clarion.ejb.queue;

import clarion.ejb.queue.broker.EventLog;
import clarion.ejb.queue.broker.EventLog.Entry;
import clarion.ejb.queue.broker.EventLogException;
import clarion.ejb.queue.wire.Kind;
import clarion.ejb.queue.wire.MessageCodec;
import clarion.ejb.queue.wire.QueueMessage;
import clarion.ejb.queue.wire.Term;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/**
 * Which stream it is. A broker that has lost its disk makes a new one under the old name, in which offsets begin anew;
 * so each entry carries a name that the first writer of its stream made up.
 */
final class StreamIdentity {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLog log;
    private final MessageCodec codec;
    private final Clock clock;

    StreamIdentity(EventLog log, MessageCodec codec, Clock clock) {
        this.log = log;
        this.codec = codec;
        this.clock = clock;
    }

    /** The name of the stream that the writer writes to; a new one if the stream is empty. */
    String of(EventLog.Writer writer) throws EventLogException, InterruptedException {
        byte[] nonce = codec.write(Kind.PROBE, new Term(UUID.randomUUID()));
        writer.append(new QueueMessage(QueueMessage.FORMAT, "", 0, 0, Kind.PROBE.word(), "", clock.instant(), nonce));
        try (EventLog.Reader reader = log.openReader(new EventLog.From.First())) {
            while (true) {
                Entry entry = reader.next(PATIENCE);
                if (entry == null) {
                    throw new EventLogException("the broker does not show an entry that it has confirmed");
                }
                QueueMessage message = entry.message();
                if (message == null) {
                    continue;
                }
                if (!isProbe(message)) {
                    return message.stream();
                }
                if (Arrays.equals(message.body(), nonce)) {
                    return UUID.randomUUID().toString();
                }
            }
        }
    }

    static boolean isProbe(QueueMessage message) {
        return message.kind().equals(Kind.PROBE.word());
    }
}
