package clarion.pxgrid.life;

import clarion.pxgrid.topics.TopicMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Messages that were read and not yet delivered. Bounded by asking: above its capacity it {@linkplain #hasRoom has no
 * room}, and the socket is read no further; it overshoots by at most the message at hand.
 */
final class Inbox<E> {

    private final int capacity;
    private final Deque<TopicMessage<E>> messages = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int weight;
    private boolean woken;

    Inbox(int capacity) {
        this.capacity = capacity;
    }

    void put(TopicMessage<E> message) {
        lock.lock();
        try {
            messages.add(message);
            weight += message.weight();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean hasRoom() {
        return depth() < capacity;
    }

    /** Events waiting. */
    int depth() {
        lock.lock();
        try {
            return weight;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a wait in {@link #take} at once, also a future one. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a message, then a moment longer for more.
     *
     * @param most events to take; one message may hold more
     * @param patience longest wait for the first
     * @param linger longest wait for more
     * @return in order; empty if nothing came
     */
    List<TopicMessage<E>> take(int most, Duration patience, Duration linger) throws InterruptedException {
        lock.lock();
        try {
            await(1, patience);
            if (!messages.isEmpty()) {
                await(most, linger);
            }
            woken = false;
            List<TopicMessage<E>> taken = new ArrayList<>();
            int sum = 0;
            while (!messages.isEmpty()
                    && (taken.isEmpty() || sum + messages.getFirst().weight() <= most)) {
                TopicMessage<E> next = messages.removeFirst();
                sum += next.weight();
                taken.add(next);
            }
            weight -= sum;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void await(int wanted, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        while (weight < wanted && !woken && left > 0) {
            left = changed.awaitNanos(left);
        }
    }
}
