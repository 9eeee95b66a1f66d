package clarion.ejb.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How this process is doing with the queue; what others have done stands in the database. */
@ApplicationScoped
public class QueueBoard {

    /** What the part of this process that stores is doing. */
    public enum Storing {
        /** Events go straight to the database, or this process serves no API. */
        OFF,
        /** Another process stores. */
        STANDING_BY,
        STORING,
        /** The database does not answer; entries wait at the broker. */
        DATABASE_AWAY,
        /** The broker does not answer. */
        BROKER_AWAY,
        /** The stream holds what this release cannot read; a newer one is to store it. */
        TOO_OLD
    }

    /**
     * What the part of this process that publishes has done since the process started.
     *
     * @param connected whether the broker answered last
     * @param confirmed entries that the broker has
     * @param lastConfirmedAt when it confirmed the latest
     * @param connections how often a connection to the broker was made
     * @param problem what is wrong now, in a sentence; null if nothing is
     */
    public record Publishing(
            boolean connected,
            long confirmed,
            @Nullable Instant lastConfirmedAt,
            long connections,
            @Nullable String problem) {}

    /**
     * What the part of this process that stores is doing.
     *
     * @param state what it does
     * @param lagMillis how old the entry was that is stored just now; 0 at the end of the stream; null if not known
     * @param connections how often a connection to the broker was made
     * @param problem what is wrong now, in a sentence; null if nothing is
     */
    public record Consuming(
            Storing state,
            @Nullable Long lagMillis,
            long connections,
            @Nullable String problem) {}

    private Publishing publishing = new Publishing(false, 0, null, 0, null);
    private Consuming consuming = new Consuming(Storing.OFF, null, 0, null);

    public synchronized Publishing publishing() {
        return publishing;
    }

    public synchronized Consuming consuming() {
        return consuming;
    }

    synchronized void publisherConnected() {
        publishing = new Publishing(
                true, publishing.confirmed(), publishing.lastConfirmedAt(), publishing.connections() + 1, null);
    }

    synchronized void confirmed(Instant at) {
        publishing = new Publishing(true, publishing.confirmed() + 1, at, publishing.connections(), null);
    }

    synchronized void publisherFailed(String problem) {
        publishing = new Publishing(
                false, publishing.confirmed(), publishing.lastConfirmedAt(), publishing.connections(), problem);
    }

    synchronized void consumerConnected() {
        consuming = new Consuming(Storing.STORING, consuming.lagMillis(), consuming.connections() + 1, null);
    }

    synchronized void consumed(long lagMillis) {
        consuming = new Consuming(Storing.STORING, lagMillis, consuming.connections(), null);
    }

    synchronized void consumer(Storing state, @Nullable String problem) {
        Long lag = state == Storing.STORING || state == Storing.DATABASE_AWAY ? consuming.lagMillis() : null;
        consuming = new Consuming(state, lag, consuming.connections(), problem);
    }
}
