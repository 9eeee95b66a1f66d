package clarion.simulator.sessions;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.control.Services;
import clarion.simulator.pubsub.Broker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The publisher of the session topic: events go into the directory and the journal at once, and out in numbered
 * messages of a batch each. Thread-safe.
 */
public final class SessionFeed {

    private final SessionDirectory directory;
    private final Journal journal;
    private final Broker broker;
    private final Services services;
    private final SessionJson json;
    private final int batchSize;
    private final List<IseSession> pending = new ArrayList<>();
    private long nextSequence;
    private boolean numbered = true;
    private boolean paused;
    private int messagesToLose;

    public SessionFeed(
            SessionDirectory directory,
            Journal journal,
            Broker broker,
            Services services,
            SessionJson json,
            int batchSize) {
        this.directory = directory;
        this.journal = journal;
        this.broker = broker;
        this.services = services;
        this.json = json;
        this.batchSize = batchSize;
    }

    /** Takes an event in; it is sent when its batch is full or at the next {@link #flush}. */
    public synchronized void add(IseSession event) {
        directory.apply(event);
        journal.add(event);
        pending.add(event);
        if (pending.size() >= batchSize && !paused) {
            flush();
        }
    }

    /** Sends what waits, in messages of at most one batch. */
    public synchronized void flush() {
        while (!paused && !pending.isEmpty()) {
            List<IseSession> batch = pending.subList(0, Math.min(batchSize, pending.size()));
            send(batch);
            batch.clear();
        }
    }

    /** Publishes exactly these events as one message, at once, even while publishing is paused. */
    public synchronized void publish(IseSession... events) {
        flush();
        for (IseSession event : events) {
            directory.apply(event);
            journal.add(event);
        }
        send(List.of(events));
    }

    /** Publishes any text on the session topic, without a number and without a trace in directory or journal. */
    public void publishRaw(String body) {
        broker.publish(topic(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Publishes events as fast as the slowest subscriber takes them, and never drops one. */
    public void publishWaiting(List<IseSession> events) {
        for (int from = 0; from < events.size(); from += batchSize) {
            List<IseSession> batch = events.subList(from, Math.min(events.size(), from + batchSize));
            broker.awaitRoom();
            publish(batch.toArray(IseSession[]::new));
        }
    }

    /** Holds messages back from now on; events still change the directory. */
    public synchronized void pause() {
        paused = true;
    }

    /** Sends what was held back, and goes on. */
    public synchronized void resume() {
        paused = false;
        flush();
    }

    /** Leaves out {@code count} sequence numbers, as if messages were lost that held nothing. */
    public synchronized void skipSequence(int count) {
        nextSequence += count;
    }

    /** Numbers the next {@code count} messages but does not send them: their events are lost on the way. */
    public synchronized void loseMessages(int count) {
        messagesToLose += count;
    }

    /** Starts counting from 0 again, as after a restart of the publisher. */
    public synchronized void restart() {
        nextSequence = 0;
    }

    /** Whether messages have a sequence number; ISE before 3.0 sent none. */
    public synchronized void numbered(boolean withSequence) {
        numbered = withSequence;
    }

    /** The number that the next message gets. */
    public synchronized long nextSequence() {
        return nextSequence;
    }

    public synchronized boolean paused() {
        return paused;
    }

    private void send(List<IseSession> batch) {
        long sequence = nextSequence++;
        if (messagesToLose > 0) {
            messagesToLose--;
            return;
        }
        broker.publish(topic(), json.message(numbered ? sequence : -1, batch));
    }

    private String topic() {
        String topic = services.topic(ServiceNode.SESSION, ServiceNode.SESSION_TOPIC);
        return topic == null ? "" : topic;
    }
}
