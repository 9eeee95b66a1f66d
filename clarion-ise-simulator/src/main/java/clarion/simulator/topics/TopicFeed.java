package clarion.simulator.topics;

import clarion.simulator.Fault;
import clarion.simulator.Fault.Kind;
import clarion.simulator.Faults;
import clarion.simulator.control.Services;
import clarion.simulator.pubsub.Broker;
import clarion.simulator.pubsub.Message;
import clarion.simulator.pubsub.Message.Shape;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The publisher of one topic: numbers messages, notes them in the journal, and lets faults happen. Thread-safe. */
public final class TopicFeed {

    private static final long HELD_NANOS = 1_000_000_000L;

    private final IseTopic topic;
    private final Broker broker;
    private final Services services;
    private final Faults faults;
    private final MessageJournal journal;
    private long nextSequence;
    private boolean numbered;
    private int messagesToLose;
    private @Nullable Held held;

    /** Makes the body of a message; a negative number is left out. */
    public interface Body {
        byte[] numbered(long sequence);
    }

    private record Held(Message message, boolean merged, long sinceNanos) {}

    TopicFeed(
            IseTopic topic, Broker broker, Services services, Faults faults, MessageJournal journal, boolean numbered) {
        this.topic = topic;
        this.broker = broker;
        this.services = services;
        this.faults = faults;
        this.journal = journal;
        this.numbered = numbered;
    }

    public IseTopic topic() {
        return topic;
    }

    /** Publishes a message; on a numbered topic it gets the member {@code sequence}. */
    public void publish(JsonObject message) {
        publish(sequence -> {
            if (sequence < 0) {
                return message.toString().getBytes(StandardCharsets.UTF_8);
            }
            JsonObjectBuilder whole = Json.createObjectBuilder(message);
            return whole.add("sequence", sequence).build().toString().getBytes(StandardCharsets.UTF_8);
        });
    }

    /** Publishes a message that knows its number. */
    public synchronized void publish(Body message) {
        long sequence = numbered ? nextSequence : -1;
        byte[] body = message.numbered(sequence);
        nextSequence++;
        journal.add(topic.id(), sequence, send(body), body);
    }

    /** Publishes a message of a burst, which the journal notes by its recipe. */
    public synchronized void publishBurst(Body message, String burst, long first, int events) {
        long sequence = numbered ? nextSequence : -1;
        byte[] body = message.numbered(sequence);
        nextSequence++;
        journal.addBurst(topic.id(), sequence, send(body), burst, first, events);
    }

    /** Counts a message that nobody gets to see, because nobody listens: for topics that mirror another. */
    public synchronized void publishIfHeard(Body message) {
        String destination = destination();
        if (destination == null || broker.subscriptions(destination) == 0) {
            nextSequence++;
        } else {
            publish(message);
        }
    }

    /** Publishes any text, without a number and without any fault. */
    public void publishRaw(String body) {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        journal.addForeign(topic.id(), "raw", octets);
        deliver(Message.of(octets));
    }

    /** Publishes what a publisher outside of ISE sent. */
    public synchronized void forward(byte[] body) {
        journal.addForeign(topic.id(), send(body), body);
    }

    /** Numbers the next {@code count} messages but does not send them. */
    public synchronized void loseMessages(int count) {
        messagesToLose += count;
    }

    /** Leaves out {@code count} sequence numbers. */
    public synchronized void skipSequence(int count) {
        nextSequence += count;
    }

    /** Starts counting from 0 again, as after a restart of the publisher. */
    public synchronized void restart() {
        nextSequence = 0;
    }

    /** Whether messages have a sequence number. */
    public synchronized void numbered(boolean withSequence) {
        numbered = withSequence;
    }

    /** The number that the next message gets. */
    public synchronized long nextSequence() {
        return nextSequence;
    }

    /** Sends a message that waits for a next one for too long. */
    synchronized void tick() {
        Held late = held;
        if (late != null && System.nanoTime() - late.sinceNanos() > HELD_NANOS) {
            held = null;
            deliver(late.message());
        }
    }

    /** Sends a message, or does with it what a fault says; tells what became of it. */
    private String send(byte[] body) {
        if (messagesToLose > 0) {
            messagesToLose--;
            return Kind.GAP.toString();
        }
        if (take(Kind.GAP).isPresent()) {
            return Kind.GAP.toString();
        }
        String fate = "sent";
        byte[] octets = body;
        Optional<Fault> oversize = take(Kind.OVERSIZE);
        if (oversize.isPresent()) {
            octets = Spoiled.padded(
                    octets, (int) Math.min(Integer.MAX_VALUE / 4, oversize.get().amount()));
            fate = Kind.OVERSIZE.toString();
        } else if (take(Kind.WRONG_TYPES).isPresent()) {
            octets = Spoiled.wrongTypes(octets);
            fate = Kind.WRONG_TYPES.toString();
        } else if (take(Kind.MALFORMED).isPresent()) {
            octets = Spoiled.malformed(octets);
            fate = Kind.MALFORMED.toString();
        }
        if (held == null) {
            boolean merged = take(Kind.MERGE).isPresent();
            if (merged || take(Kind.REORDER).isPresent()) {
                held = new Held(Message.of(octets), merged, System.nanoTime());
                return (merged ? Kind.MERGE : Kind.REORDER).toString();
            }
        }
        Held before = held;
        held = null;
        if (before != null && before.merged()) {
            deliver(new Message(List.of(before.message().bodies().get(0), octets), Shape.BINARY));
            return fate;
        }
        Message message = new Message(List.of(octets), shape());
        deliver(message);
        if (take(Kind.DUPLICATE).isPresent()) {
            deliver(message);
            fate = Kind.DUPLICATE.toString();
        }
        if (before != null) {
            deliver(before.message());
        }
        return fate;
    }

    private Shape shape() {
        for (Kind form : List.of(Kind.SPLIT, Kind.FRAGMENT, Kind.TEXT)) {
            if (take(form).isPresent()) {
                return Shape.valueOf(form.name());
            }
        }
        return Shape.BINARY;
    }

    private Optional<Fault> take(Kind kind) {
        return faults.take(kind, topic.id(), 0);
    }

    private void deliver(Message message) {
        String destination = destination();
        if (destination != null) {
            broker.publish(destination, message);
        }
    }

    private @Nullable String destination() {
        return services.topic(topic.service(), topic.property());
    }
}
