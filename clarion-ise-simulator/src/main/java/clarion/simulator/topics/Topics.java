package clarion.simulator.topics;

import clarion.simulator.Faults;
import clarion.simulator.IseVersion;
import clarion.simulator.control.Services;
import clarion.simulator.pubsub.Broker;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The publishers of every topic. */
public final class Topics {

    private final Map<IseTopic, TopicFeed> feeds = new EnumMap<>(IseTopic.class);
    private final Services services;
    private final Broker broker;
    private final MessageJournal journal;
    private volatile Consumer<byte[]> assets = body -> {};

    public Topics(IseVersion version, Broker broker, Services services, Faults faults, MessageJournal journal) {
        this.services = services;
        this.broker = broker;
        this.journal = journal;
        for (IseTopic topic : IseTopic.values()) {
            feeds.put(topic, new TopicFeed(topic, broker, services, faults, journal, topic.isNumbered(version)));
        }
        broker.onSend(this::forward);
    }

    public TopicFeed of(IseTopic topic) {
        TopicFeed feed = feeds.get(topic);
        if (feed == null) {
            throw new IllegalStateException("no feed of " + topic);
        }
        return feed;
    }

    /** Lets somebody see the assets that publishers tell. */
    public void onAsset(Consumer<byte[]> listener) {
        assets = listener;
    }

    /** The topic that now has a destination. */
    public static Optional<IseTopic> at(Services services, @Nullable String destination) {
        for (IseTopic topic : IseTopic.values()) {
            String now = services.topic(topic.service(), topic.property());
            if (now != null && now.equals(destination)) {
                return Optional.of(topic);
            }
        }
        return Optional.empty();
    }

    /** Sends what waits for a next message for too long. */
    public void tick() {
        feeds.values().forEach(TopicFeed::tick);
    }

    private void forward(String destination, byte[] body) {
        Optional<IseTopic> topic = at(services, destination);
        if (topic.isPresent()) {
            if (topic.get() == IseTopic.ENDPOINT_ASSETS) {
                assets.accept(body);
            }
            of(topic.get()).forward(body);
        } else {
            journal.addForeign(destination, "sent", body);
            broker.publish(destination, body);
        }
    }
}
