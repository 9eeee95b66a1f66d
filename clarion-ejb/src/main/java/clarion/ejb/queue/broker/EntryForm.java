package clarion.ejb.queue.broker;

import clarion.ejb.queue.wire.QueueMessage;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.LongString;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry as AMQP has it: the body, and beside it properties that can be read without it. */
final class EntryForm {

    private static final String FORMAT = "clarion-format";
    private static final String STREAM = "clarion-stream";
    private static final String TERM = "clarion-term";
    private static final String SEQUENCE = "clarion-sequence";
    private static final String POSITIONS = "clarion-positions";
    private static final String PUBLISHED_AT = "clarion-published-at";
    private static final String OFFSET = "x-stream-offset";
    private static final int PERSISTENT = 2;

    private EntryForm() {}

    static AMQP.BasicProperties properties(QueueMessage message) {
        return new AMQP.BasicProperties.Builder()
                .contentType("application/json")
                .contentEncoding("UTF-8")
                .deliveryMode(PERSISTENT)
                .appId("clarion")
                .type(message.kind())
                .timestamp(Date.from(message.publishedAt()))
                .headers(Map.of(
                        FORMAT,
                        message.format(),
                        STREAM,
                        message.stream(),
                        TERM,
                        message.term(),
                        SEQUENCE,
                        message.sequence(),
                        POSITIONS,
                        message.positions(),
                        PUBLISHED_AT,
                        message.publishedAt().toString()))
                .build();
    }

    static EventLog.Entry entry(AMQP.BasicProperties properties, byte[] body) {
        Map<String, Object> headers = properties.getHeaders();
        long offset = number(headers, OFFSET);
        return new EventLog.Entry(offset, message(properties, headers, body));
    }

    /** Null if somebody else has written it. */
    private static @Nullable QueueMessage message(
            AMQP.BasicProperties properties, Map<String, Object> headers, byte[] body) {
        try {
            return new QueueMessage(
                    (int) number(headers, FORMAT),
                    text(headers, STREAM),
                    number(headers, TERM),
                    number(headers, SEQUENCE),
                    String.valueOf(properties.getType()),
                    text(headers, POSITIONS),
                    Instant.parse(text(headers, PUBLISHED_AT)),
                    body);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static long number(Map<String, Object> headers, String name) {
        if (headers.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("no " + name);
    }

    private static String text(Map<String, Object> headers, String name) {
        Object value = headers.get(name);
        if (value instanceof LongString || value instanceof String) {
            return value.toString();
        }
        throw new IllegalArgumentException("no " + name);
    }
}
