package clarion.ejb.queue;

import clarion.ejb.queue.broker.EventLog;
import clarion.ejb.queue.broker.EventLogException;
import clarion.ejb.queue.wire.Kind;
import clarion.ejb.queue.wire.QueueMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log in memory, which can be away, lose confirms, and lose its disk. */
final class FakeLog implements EventLog {

    private final List<QueueMessage> entries = new ArrayList<>();
    private int kept;
    private boolean away;
    private boolean confirmsLost;
    private boolean appendsLost;
    private @Nullable Kind unconfirmed;

    synchronized void goAway(boolean gone) {
        away = gone;
    }

    /** Entries arrive, and their writers do not hear of it. */
    synchronized void loseConfirms(boolean lost) {
        confirmsLost = lost;
    }

    /** Entries of a kind arrive, and their writers do not hear of it; null ends that. */
    synchronized void loseConfirmsOf(@Nullable Kind kind) {
        unconfirmed = kind;
    }

    /** Entries do not arrive. */
    synchronized void loseAppends(boolean lost) {
        appendsLost = lost;
    }

    /** A new disk. */
    synchronized void loseAll() {
        entries.clear();
        kept = 0;
    }

    /** Drops what is older than an offset, as limits of size and age do. */
    synchronized void dropBefore(int offset) {
        kept = offset;
    }

    synchronized List<QueueMessage> entries() {
        return List.copyOf(entries);
    }

    synchronized void append(QueueMessage message) {
        entries.add(message);
    }

    private synchronized boolean isUnconfirmed(QueueMessage message) {
        return unconfirmed != null && unconfirmed.word().equals(message.kind());
    }

    private synchronized void check() throws EventLogException {
        if (away) {
            throw new EventLogException("the broker is away");
        }
    }

    private synchronized @Nullable Entry at(int index) {
        int there = Math.max(index, kept);
        return there < entries.size() ? new Entry(there, entries.get(there)) : null;
    }

    @Override
    public Writer openWriter() throws EventLogException {
        check();
        return new Writer() {
            @Override
            public void append(QueueMessage message) throws EventLogException {
                check();
                if (!appendsLost) {
                    FakeLog.this.append(message);
                }
                if (appendsLost || confirmsLost || isUnconfirmed(message)) {
                    throw new EventLogException("no confirm came");
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Reader openReader(From from) throws EventLogException {
        check();
        int begin = from instanceof From.Offset at ? (int) at.offset() : 0;
        return new Reader() {
            private int next = begin;

            @Override
            public @Nullable Entry next(Duration patience) throws EventLogException {
                check();
                Entry entry = at(next);
                if (entry != null) {
                    next = (int) entry.offset() + 1;
                }
                return entry;
            }

            @Override
            public void close() {}
        };
    }
}
