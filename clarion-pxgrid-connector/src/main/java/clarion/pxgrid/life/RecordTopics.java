package clarion.pxgrid.life;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.Topic;
import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.stream.PubSubStream;
import clarion.pxgrid.stream.PubSubStream.Subscription;
import clarion.pxgrid.topics.RecordForm;
import clarion.pxgrid.topics.RecordMessages;
import clarion.pxgrid.topics.TopicMessage;
import clarion.pxgrid.topics.TopicService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the topics other than sessions at ISE, subscribes to them, and asks again for those that are not offered or
 * refused. A topic without a provider or without permission does not stop the others.
 */
final class RecordTopics {

    private static final System.Logger LOG = ContextLogger.of(RecordTopics.class);

    private static final Duration RECEIPT_PATIENCE = Duration.ofSeconds(1);

    private final Link link;
    private final PubSubStream stream;
    private final Inbox<IseRecord> inbox;
    private final Delivery.Checkpoint connected;
    private final Map<String, Topic> destinations;
    private final Probe probe;
    private final Names names;
    private final Set<Topic> missing = EnumSet.noneOf(Topic.class);

    /** Those whose lookup failed: whether ISE offers them is not known. */
    private final Set<Topic> unknown = EnumSet.noneOf(Topic.class);

    private final Map<Topic, String> refused = new HashMap<>();
    private final Backoff pauses;
    private Duration pause;
    private long unknownNanos = System.nanoTime();
    private long askedNanos = System.nanoTime();
    private long probedNanos = System.nanoTime();

    /** @param destinations filled with what each destination stands for; for the thread that deals with a refusal */
    RecordTopics(
            Link link,
            PubSubStream stream,
            Inbox<IseRecord> inbox,
            Delivery.Checkpoint connected,
            Map<String, Topic> destinations,
            Probe probe) {
        this.link = link;
        this.stream = stream;
        this.inbox = inbox;
        this.connected = connected;
        this.destinations = destinations;
        this.probe = probe;
        this.names = new Names(link.control());
        this.pauses =
                new Backoff(link.settings().backoffInitial(), link.settings().pendingPoll(), new Random());
        this.pause = pauses.next();
    }

    /** Looks up and subscribes; each feed that was begun is given to the sink. */
    void discover(Consumer<RecordFeed> begun) throws PxGridException, InterruptedException {
        Set<Topic> wanted = EnumSet.allOf(Topic.class);
        wanted.remove(Topic.SESSIONS);
        take(wanted, begun);
        unknownNanos = System.nanoTime();
    }

    /** Asks again, when it is time to, for what was not there or not allowed. */
    void lookAgain(Consumer<RecordFeed> begun) throws PxGridException, InterruptedException {
        long now = System.nanoTime();
        if (!unknown.isEmpty() && now - unknownNanos > pause.toNanos()) {
            take(EnumSet.copyOf(unknown), begun);
            unknownNanos = System.nanoTime();
            pause = pauses.next();
        }
        if (now - askedNanos > link.settings().pendingPoll().toNanos()) {
            askedNanos = now;
            refresh(begun);
            for (Controller controller : link.control().failedControllers()) {
                link.control().tryAgain(controller);
            }
        }
        if (now - probedNanos > link.settings().disabledPoll().toNanos()) {
            probedNanos = now;
            for (Map.Entry<Topic, String> entry : Map.copyOf(refused).entrySet()) {
                if (probe.admits(entry.getValue())) {
                    link.memory().of(entry.getKey()).admitted();
                    refused.remove(entry.getKey());
                    take(EnumSet.of(entry.getKey()), begun);
                }
            }
        }
    }

    /** What cannot be asked now is asked another time: the stream is not the worse for it. */
    private void refresh(Consumer<RecordFeed> begun) throws PxGridException, InterruptedException {
        try {
            if (!missing.isEmpty()) {
                take(EnumSet.copyOf(missing), begun);
            }
            names.check(destinations);
        } catch (PxGridException e) {
            connected.check();
            if (e.fault() == Fault.TOPIC_RENAMED) {
                throw e;
            }
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0} event=lookup-failed what=\"{1}\"",
                    e.fault().code(),
                    e.what());
        }
    }

    private record Found(TopicService service, ServiceCalls calls, String destination) {}

    private void take(Set<Topic> wanted, Consumer<RecordFeed> begun) throws PxGridException, InterruptedException {
        Lookups lookups = new Lookups(link.control(), 2);
        List<Found> found = new ArrayList<>();
        for (Topic topic : wanted) {
            TopicService service = TopicService.of(topic);
            List<ServiceNode> providers = lookups.permitted(service.service());
            PxGridException failure = lookups.failureOf(service.service());
            if (failure != null) {
                connected.check();
                unknown.add(topic);
                notFollowed(topic, TopicState.NOT_OFFERED, failure);
                continue;
            }
            unknown.remove(topic);
            ServiceCalls calls = new ServiceCalls(link, service.service(), providers);
            String destination = destination(providers, service.property());
            link.board().topics().found(topic, destination);
            PxGridException refusal = link.memory().of(topic).refusal();
            if (destination == null) {
                notOffered(topic);
                boolean first = missing.add(topic);
                if (first && !providers.isEmpty() && service.isRepairable()) {
                    begin(service, calls, false, begun);
                }
            } else if (refusal != null) {
                notFollowed(topic, TopicState.REFUSED, refusal);
                refused.put(topic, destination);
            } else {
                destinations.put(destination, topic);
                found.add(new Found(service, calls, destination));
            }
        }
        subscribe(found);
        for (Found topic : found) {
            missing.remove(topic.service().topic());
            begin(topic.service(), topic.calls(), true, begun);
        }
    }

    private static @Nullable String destination(List<ServiceNode> nodes, String property) {
        return nodes.stream()
                .map(node -> node.properties().get(property))
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private void subscribe(List<Found> found) throws PxGridException, InterruptedException {
        List<Subscription> subscriptions = found.stream()
                .map(topic -> new Subscription(topic.destination(), receiver(topic)))
                .toList();
        if (link.memory().oneByOne()) {
            for (Subscription subscription : subscriptions) {
                stream.subscribe(List.of(subscription), RECEIPT_PATIENCE);
                connected.check();
            }
        } else if (!subscriptions.isEmpty()) {
            stream.subscribe(subscriptions, RECEIPT_PATIENCE);
        }
        connected.check();
    }

    private Consumer<byte[]> receiver(Found found) {
        RecordForm form = Objects.requireNonNull(found.service().form());
        return body -> {
            TopicMessage<IseRecord> message = RecordMessages.read(
                    form, found.destination(), body, link.clock().instant());
            link.board()
                    .received(message.elements().size() + message.unreadable().size());
            inbox.put(message);
        };
    }

    private void begin(TopicService service, ServiceCalls calls, boolean subscribed, Consumer<RecordFeed> begun)
            throws PxGridException, InterruptedException {
        RecordSource source =
                new RecordSource(service, calls, link.clock(), link.settings().batchSize());
        Target<IseRecord> target = new Target.Records(
                link.listener(), service.topic(), link.memory().groups());
        TopicFeed<IseRecord> feed =
                link.feed(target, source, link.delivery(target, service.topic().id(), connected));
        Resumption.begin(link, feed, source);
        link.board().topics().move(service.topic(), TopicState.SYNCING, null);
        begun.accept(new RecordFeed(feed, source, subscribed));
    }

    /** Shows that ISE has no destination for a topic. */
    void notOffered(Topic topic) throws PxGridException, InterruptedException {
        TopicService service = TopicService.of(topic);
        notFollowed(
                topic,
                TopicState.NOT_OFFERED,
                new PxGridException(
                        Fault.TOPIC_NOT_OFFERED,
                        "ISE offers no topic " + topic.id() + ": service " + service.service() + " does not say its "
                                + service.property() + "."));
    }

    private void notFollowed(Topic topic, TopicState state, PxGridException why)
            throws PxGridException, InterruptedException {
        Target<IseRecord> target =
                new Target.Records(link.listener(), topic, link.memory().groups());
        NotFollowed.note(link, link.delivery(target, topic.id(), connected), topic, state, why);
    }
}
