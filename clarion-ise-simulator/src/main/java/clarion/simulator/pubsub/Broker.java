package clarion.simulator.pubsub;

import clarion.simulator.Faults;
import clarion.simulator.control.Services;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pubsub node: its connections and what they subscribe to. Nothing is kept for those who are away. Thread-safe. */
public final class Broker {

    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final Services services;
    private final Faults faults;

    public Broker(Services services, Faults faults) {
        this.services = services;
        this.faults = faults;
    }

    /** Sends a message to every subscription of a topic. A connection whose queue is full is cut. */
    public void publish(String destination, byte[] body) {
        for (Subscriber subscriber : subscribers) {
            subscriber.deliver(destination, body);
        }
    }

    /** Waits until every connection has little in its queue; those that are cut meanwhile do not count. */
    public void awaitRoom() {
        for (Subscriber subscriber : subscribers) {
            subscriber.awaitRoom();
        }
    }

    /** Cuts every connection without a word, as a failing network does. */
    public void dropConnections() {
        subscribers.forEach(Subscriber::drop);
    }

    /** Closes every connection with a WebSocket status, such as 1012. */
    public void closeConnections(int status) {
        subscribers.forEach(subscriber -> subscriber.close(status));
    }

    /** Sends every connection an ERROR frame and closes it. */
    public void fail(String message) {
        subscribers.forEach(subscriber -> subscriber.fail(message));
    }

    /** How many connections there are. */
    public int connections() {
        return subscribers.size();
    }

    /** How many subscriptions a topic has. */
    public int subscriptions(String destination) {
        return subscribers.stream().mapToInt(s -> s.subscriptions(destination)).sum();
    }

    /** Pings every connection and cuts those that were silent for too long. */
    public void checkConnections(long silenceLimitMillis) {
        if (!faults.frozen()) {
            subscribers.forEach(subscriber -> subscriber.check(silenceLimitMillis));
        }
    }

    /** Lets connections that were frozen go on; often called, seldom with anything to do. */
    public void thaw() {
        if (!faults.frozen()) {
            subscribers.forEach(Subscriber::thaw);
        }
    }

    boolean mayPublish(String destination) {
        return services.hasTopic(destination) && !faults.denies(destination);
    }

    boolean frozen() {
        return faults.frozen();
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
