package clarion.simulator.sessions;

import clarion.simulator.pubsub.Broker;
import clarion.simulator.topics.IseTopic;
import clarion.simulator.topics.TopicFeed;
import clarion.simulator.topics.Topics;
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
    private final TopicFeed topic;
    private final TopicFeed all;
    private final SessionJson json;
    private final int batchSize;
    private final List<IseSession> pending = new ArrayList<>();
    private boolean paused;

    public SessionFeed(
            SessionDirectory directory,
            Journal journal,
            Broker broker,
            Topics topics,
            SessionJson json,
            int batchSize) {
        this.directory = directory;
        this.journal = journal;
        this.broker = broker;
        this.topic = topics.of(IseTopic.SESSIONS);
        this.all = topics.of(IseTopic.SESSIONS_ALL);
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

    /** Publishes any text on the session topic, without a number and without a trace in the directory. */
    public void publishRaw(String body) {
        topic.publishRaw(body);
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
    public void skipSequence(int count) {
        topic.skipSequence(count);
    }

    /** Numbers the next {@code count} messages but does not send them: their events are lost on the way. */
    public void loseMessages(int count) {
        topic.loseMessages(count);
    }

    /** Starts counting from 0 again, as after a restart of the publisher. */
    public void restart() {
        topic.restart();
    }

    /** Whether messages have a sequence number; ISE before 3.0 sent none. */
    public void numbered(boolean withSequence) {
        topic.numbered(withSequence);
    }

    /** The number that the next message gets. */
    public long nextSequence() {
        return topic.nextSequence();
    }

    public synchronized boolean paused() {
        return paused;
    }

    private void send(List<IseSession> batch) {
        topic.publish(sequence -> json.message(sequence, batch));
        all.publishIfHeard(sequence -> json.message(sequence, batch));
    }
}
