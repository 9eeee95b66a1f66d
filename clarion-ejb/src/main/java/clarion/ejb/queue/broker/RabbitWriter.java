package clarion.ejb.queue.broker;

import clarion.ejb.queue.wire.QueueMessage;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes with confirms: an entry counts once the broker says that it has it. */
final class RabbitWriter implements EventLog.Writer {

    private static final long PATIENCE_MILLIS = 10_000;

    private final Connection connection;
    private final Channel channel;
    private final String stream;
    private final AtomicBoolean returned = new AtomicBoolean();

    RabbitWriter(Connection connection, String stream) throws IOException {
        this.connection = connection;
        this.stream = stream;
        this.channel = connection.createChannel();
        channel.confirmSelect();
        channel.addReturnListener(unroutable -> returned.set(true));
    }

    @Override
    public void append(QueueMessage message) throws EventLogException, InterruptedException {
        try {
            channel.basicPublish("", stream, true, EntryForm.properties(message), message.body());
            if (!channel.waitForConfirms(PATIENCE_MILLIS)) {
                throw new EventLogException("the broker refused an entry of " + message.body().length + " bytes");
            }
            if (returned.getAndSet(false)) {
                throw new EventLogException("the broker has no stream " + stream + " any more");
            }
        } catch (TimeoutException e) {
            throw new EventLogException(
                    "the broker did not confirm an entry within " + PATIENCE_MILLIS / 1000 + " s; is its disk full?",
                    e);
        } catch (IOException | RuntimeException e) {
            throw RabbitLog.failure(e);
        }
    }

    @Override
    public void close() {
        connection.abort();
    }
}
