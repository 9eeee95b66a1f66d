package clarion.ejb.queue.broker;

import clarion.ejb.queue.wire.QueueMessage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A durable, ordered log of entries, which keeps them after they were read. */
public interface EventLog {

    /**
     * An entry that was written.
     *
     * @param offset its place, from 0; a later one has a greater offset, offsets may be left out
     * @param message what was written, or null if it is not Clarion's
     */
    record Entry(long offset, @Nullable QueueMessage message) {}

    /** Where reading begins. */
    sealed interface From {

        /** At the oldest entry that is kept. */
        record First() implements From {}

        /** At an offset; at the next that is there if that one is not. */
        record Offset(long offset) implements From {}

        /** At the entries of a time, or somewhat before. */
        record Time(Instant instant) implements From {}
    }

    /** Writes entries; for one thread at a time. */
    interface Writer extends AutoCloseable {

        /**
         * Writes an entry and waits until the broker has it for good.
         *
         * @throws EventLogException if that is not known; the entry may be there or not
         */
        void append(QueueMessage message) throws EventLogException, InterruptedException;

        @Override
        void close();
    }

    /** Reads entries in their order; for one thread at a time. */
    interface Reader extends AutoCloseable {

        /** The next entry, or null if none comes in time. */
        @Nullable
        Entry next(Duration patience) throws EventLogException, InterruptedException;

        @Override
        void close();
    }

    /** Makes the log if it is not there. */
    Writer openWriter() throws EventLogException;

    /** Fails if the log is not there. */
    Reader openReader(From from) throws EventLogException;
}
