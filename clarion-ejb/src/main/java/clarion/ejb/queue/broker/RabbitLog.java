package clarion.ejb.queue.broker;

import clarion.ejb.queue.QueueSettings;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;

/**
 * A stream of RabbitMQ (queue type {@code stream}) over AMQP 0.9.1. A stream keeps its entries after they were read,
 * which a quorum queue does not.
 *
 * <p>Nothing here recovers by itself: who loses a connection makes another one and knows where to go on.
 */
public final class RabbitLog implements EventLog {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int HEARTBEAT_SECONDS = 5;
    private static final int NOT_FOUND = 404;

    private final QueueSettings settings;
    private final ThreadFactory threads;

    /** @param threads for what the client does by itself */
    public RabbitLog(QueueSettings settings, ThreadFactory threads) {
        this.settings = settings;
        this.threads = threads;
    }

    @Override
    public Writer openWriter() throws EventLogException {
        Connection connection = connect("clarion-publisher");
        try {
            declare(connection);
            return new RabbitWriter(connection, settings.stream());
        } catch (IOException | RuntimeException e) {
            connection.abort();
            throw failure(e);
        }
    }

    @Override
    public Reader openReader(From from) throws EventLogException {
        Connection connection = connect("clarion-consumer");
        try {
            return new RabbitReader(connection, settings.stream(), from);
        } catch (IOException | RuntimeException e) {
            connection.abort();
            throw failure(e);
        }
    }

    private Connection connect(String name) throws EventLogException {
        try {
            return factory().newConnection(name);
        } catch (IOException | TimeoutException | GeneralSecurityException | RuntimeException e) {
            throw failure(e);
        }
    }

    private ConnectionFactory factory() throws IOException, GeneralSecurityException {
        URI uri = settings.uri().orElseThrow(() -> new IllegalStateException("clarion.queue.uri is not set"));
        ConnectionFactory factory = new ConnectionFactory();
        boolean secure = "amqps".equals(uri.getScheme());
        factory.setHost(uri.getHost());
        factory.setPort(
                uri.getPort() > 0
                        ? uri.getPort()
                        : secure ? ConnectionFactory.DEFAULT_AMQP_OVER_SSL_PORT : ConnectionFactory.DEFAULT_AMQP_PORT);
        String path = uri.getPath();
        factory.setVirtualHost(path == null || path.length() < 2 ? "/" : path.substring(1));
        factory.setUsername(settings.user());
        Path password = settings.passwordFile()
                .orElseThrow(() -> new IllegalStateException("clarion.queue.password-file is not set"));
        factory.setPassword(Files.readString(password).strip());
        if (secure) {
            factory.useSslProtocol(BrokerTls.context(settings.caFile()));
            factory.enableHostnameVerification();
        }
        factory.setThreadFactory(threads);
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(PATIENCE_MILLIS);
        factory.setHandshakeTimeout(PATIENCE_MILLIS);
        factory.setChannelRpcTimeout(2 * PATIENCE_MILLIS);
        factory.setShutdownTimeout(PATIENCE_MILLIS);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        return factory;
    }

    /** An existing stream stays as an operator has made it. */
    private void declare(Connection connection) throws IOException {
        Channel look = connection.createChannel();
        try {
            look.queueDeclarePassive(settings.stream());
            look.abort();
            return;
        } catch (IOException e) {
            if (!isNotFound(e)) {
                throw e;
            }
        }
        Channel channel = connection.createChannel();
        channel.queueDeclare(
                settings.stream(),
                true,
                false,
                false,
                Map.of(
                        "x-queue-type",
                        "stream",
                        "x-max-length-bytes",
                        settings.maxBytes(),
                        "x-max-age",
                        settings.maxAge().toSeconds() + "s",
                        "x-stream-max-segment-size-bytes",
                        Math.max(10_000_000, Math.min(500_000_000, settings.maxBytes() / 20))));
        channel.abort();
    }

    private static boolean isNotFound(IOException e) {
        return e.getCause() instanceof ShutdownSignalException shutdown
                && shutdown.getReason() instanceof AMQP.Channel.Close close
                && close.getReplyCode() == NOT_FOUND;
    }

    static EventLogException failure(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String words = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return new EventLogException(words, e);
    }
}
