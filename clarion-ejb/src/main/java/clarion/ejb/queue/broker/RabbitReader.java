package clarion.ejb.queue.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads from a place on. At most {@value #AHEAD} entries wait here; the rest stays with the broker. */
final class RabbitReader implements EventLog.Reader {

    static final int AHEAD = 16;

    private final Connection connection;
    private final Channel channel;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    /** An entry, or the end of the connection. */
    private record Arrival(
            long tag,
            EventLog.@Nullable Entry entry,
            @Nullable String end) {}

    RabbitReader(Connection connection, String stream, EventLog.From from) throws IOException {
        this.connection = connection;
        this.channel = connection.createChannel();
        channel.basicQos(AHEAD);
        channel.basicConsume(stream, false, Map.of("x-stream-offset", place(from)), new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(
                    String consumer, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                arrivals.add(new Arrival(envelope.getDeliveryTag(), EntryForm.entry(properties, body), null));
            }

            @Override
            public void handleCancel(String consumer) {
                arrivals.add(new Arrival(0, null, "the broker ended the reading; was the stream deleted?"));
            }

            @Override
            public void handleShutdownSignal(String consumer, ShutdownSignalException why) {
                arrivals.add(new Arrival(0, null, String.valueOf(why.getMessage())));
            }
        });
    }

    private static Object place(EventLog.From from) {
        if (from instanceof EventLog.From.Offset at) {
            return at.offset();
        }
        return from instanceof EventLog.From.Time since ? Date.from(since.instant()) : "first";
    }

    @Override
    public EventLog.@Nullable Entry next(Duration patience) throws EventLogException, InterruptedException {
        Arrival arrival = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (arrival == null) {
            return null;
        }
        if (arrival.entry() == null) {
            throw new EventLogException(String.valueOf(arrival.end()));
        }
        try {
            channel.basicAck(arrival.tag(), false); // makes room for the next; a stream forgets nothing by it
        } catch (IOException | RuntimeException e) {
            throw RabbitLog.failure(e);
        }
        return arrival.entry();
    }

    @Override
    public void close() {
        connection.abort();
    }
}
