package clarion.simulator.pubsub;

import clarion.simulator.Fault.Kind;
import clarion.simulator.Faults;
import clarion.simulator.control.Services;
import clarion.simulator.filter.Filter;
import clarion.simulator.stomp.StompException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/**
 * The pubsub nodes: their connections and what they subscribe to. Every event reaches every node. Nothing is kept for
 * those who are away. Thread-safe.
 */
public final class Broker {

    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final Services services;
    private final Faults faults;
    private final boolean filters;
    private final int queueLimit;
    private final Function<String, @Nullable String> topicIds;
    private volatile Publishing publishing = (destination, body) -> publish(destination, body);

    /** What becomes of a message that a publisher sent. */
    public interface Publishing {
        void publish(String destination, byte[] body);
    }

    /**
     * @param filters whether subscriptions may have a filter
     * @param queueLimit octets that may wait for a consumer
     * @param topicIds the id of a topic by its destination
     */
    public Broker(
            Services services,
            Faults faults,
            boolean filters,
            int queueLimit,
            Function<String, @Nullable String> topicIds) {
        this.services = services;
        this.faults = faults;
        this.filters = filters;
        this.queueLimit = queueLimit;
        this.topicIds = topicIds;
    }

    /** Sends a message to every subscription of a topic. A connection whose queue is full is cut. */
    public void publish(String destination, byte[] body) {
        publish(destination, Message.of(body));
    }

    /** Sends a message, in a shape of its own, to every subscription of a topic. */
    public void publish(String destination, Message message) {
        for (Subscriber subscriber : subscribers) {
            subscriber.deliver(destination, message);
        }
    }

    /** Takes over what publishers send. */
    public void onSend(Publishing handler) {
        publishing = handler;
    }

    /** Waits until every connection has little in its queue; those that are cut meanwhile do not count. */
    public void awaitRoom() {
        for (Subscriber subscriber : subscribers) {
            subscriber.awaitRoom();
        }
    }

    /** Cuts every connection without a word, as a failing network does. */
    public void dropConnections() {
        dropConnections(0);
    }

    /** Cuts every connection with a node, or with all of them for 0. */
    public void dropConnections(int node) {
        each(node, Subscriber::drop);
    }

    /** Ends every connection with a node, or with all of them for 0, by a TCP reset. */
    public void resetConnections(int node, Consumer<EndPoint> resetter) {
        each(node, subscriber -> subscriber.reset(resetter));
    }

    /** Closes every connection with a WebSocket status, such as 1012. */
    public void closeConnections(int status) {
        closeConnections(0, status);
    }

    /** Closes every connection with a node, or with all of them for 0. */
    public void closeConnections(int node, int status) {
        each(node, subscriber -> subscriber.close(status));
    }

    /** Sends every connection an ERROR frame and closes it. */
    public void fail(String message) {
        fail(0, message);
    }

    /** Sends every connection with a node, or with all of them for 0, an ERROR frame and closes it. */
    public void fail(int node, String message) {
        each(node, subscriber -> subscriber.fail(message));
    }

    private void each(int node, Consumer<Subscriber> action) {
        Predicate<Subscriber> there = subscriber -> node == 0 || subscriber.node() == node;
        subscribers.stream().filter(there).toList().forEach(action);
    }

    /** How many connections there are. */
    public int connections() {
        return subscribers.size();
    }

    /** How many connections a node has. */
    public int connections(int node) {
        return (int) subscribers.stream().filter(s -> s.node() == node).count();
    }

    /** How many subscriptions a topic has. */
    public int subscriptions(String destination) {
        return subscribers.stream().mapToInt(s -> s.subscriptions(destination)).sum();
    }

    /** Pings every connection and cuts those that were silent for too long. */
    public void checkConnections(long silenceLimitMillis) {
        for (Subscriber subscriber : subscribers) {
            if (faults.frozen(subscriber.node())) {
                subscriber.excuse();
            } else {
                subscriber.check(silenceLimitMillis);
            }
        }
    }

    /** Lets connections that were held up go on; often called, seldom with anything to do. */
    public void thaw() {
        for (Subscriber subscriber : subscribers) {
            if (!faults.frozen(subscriber.node())) {
                subscriber.thaw();
            }
        }
    }

    boolean mayPublish(String destination) {
        return services.hasTopic(destination) && !faults.denies(destination, topicIds.apply(destination));
    }

    void receive(String consumer, String destination, ByteBuffer body) throws StompException {
        boolean assets = "endpoint-assets".equals(topicIds.apply(destination));
        if (!assets && !services.providesTopic(consumer, destination)) {
            throw new StompException("not authorized to publish " + destination);
        }
        byte[] octets = new byte[body.remaining()];
        body.duplicate().get(octets);
        publishing.publish(destination, octets);
    }

    @Nullable
    Filter filter(@Nullable String text) throws StompException {
        if (text == null) {
            return null;
        }
        if (!filters) {
            throw new StompException("filter is not supported");
        }
        try {
            return Filter.parse(text);
        } catch (IllegalArgumentException e) {
            throw new StompException(String.valueOf(e.getMessage()));
        }
    }

    boolean frozen(int node) {
        return faults.frozen(node);
    }

    Outbox.Pace pace(int node) {
        return new Outbox.Pace() {
            @Override
            public boolean frozen() {
                return faults.frozen(node);
            }

            @Override
            public long slowMillis() {
                return faults.find(Kind.SLOW, null, node)
                        .map(fault -> fault.amount())
                        .orElse(0L);
            }

            @Override
            public int limit() {
                return queueLimit;
            }
        };
    }

    boolean ignoresConnect() {
        return faults.hangs(Faults.CONNECT);
    }

    void add(Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    void remove(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }
}
