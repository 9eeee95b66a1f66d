package clarion.domain.flows.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What sessions said of addresses, in the order of when they said it, however late one hears of it.
 *
 * <p>Of several sessions that claim an address at an instant the one that claimed it last has it. A claim ends with its
 * session, or when a session of another device claims the address: a lease that ran out is never reported, so a session
 * that ends does not give the address back to whoever had it before, unless that is the same device.
 *
 * <p>Not thread-safe. Holds what {@link #forgetBefore} left, and what came since.
 */
public final class AddressLog {

    private final Map<Address, Timeline> timelines = new HashMap<>();
    private int size;

    /** Adds what is not known yet; to add the same again changes nothing. */
    public void add(AddressChange change) {
        Timeline timeline = timelines.computeIfAbsent(change.address(), address -> new Timeline());
        if (timeline.insert(change)) {
            size++;
        }
    }

    /** The claim that holds of an address at an instant. */
    public Optional<AddressChange> at(Address address, long millis) {
        Timeline timeline = timelines.get(address);
        if (timeline == null) {
            return Optional.empty();
        }
        int i = timeline.at(millis);
        return i < 0 ? Optional.empty() : Optional.of(timeline.changes[i]);
    }

    /** When what is known of the address changes next, strictly after an instant; {@code Long.MAX_VALUE} if never. */
    public long nextChange(Address address, long millis) {
        Timeline timeline = timelines.get(address);
        return timeline == null ? Long.MAX_VALUE : timeline.nextAfter(millis);
    }

    /** Forgets what no longer matters at this instant or later. */
    public void forgetBefore(long millis) {
        size = 0;
        for (Iterator<Timeline> all = timelines.values().iterator(); all.hasNext(); ) {
            Timeline timeline = all.next();
            timeline.forgetBefore(millis);
            size += timeline.size;
            if (timeline.size == 0) {
                all.remove();
            }
        }
    }

    /** How many changes it holds. */
    public int size() {
        return size;
    }

    /** The addresses that it knows something of. */
    public List<Address> addresses() {
        return new ArrayList<>(timelines.keySet());
    }

    /** The changes of one address by time; at the same time in the order in which they were added. */
    private static final class Timeline {

        private AddressChange[] changes = new AddressChange[2];
        private int size;

        boolean insert(AddressChange change) {
            int place = size;
            while (place > 0 && changes[place - 1].atMillis() >= change.atMillis()) {
                place--;
                if (changes[place].equals(change)) {
                    return false;
                }
            }
            while (place < size && changes[place].atMillis() == change.atMillis()) {
                place++;
            }
            if (size == changes.length) {
                changes = Arrays.copyOf(changes, 2 * size);
            }
            System.arraycopy(changes, place, changes, place + 1, size - place);
            changes[place] = change;
            size++;
            return true;
        }

        /** Where the claim stands that holds at an instant, or -1. */
        int at(long millis) {
            int last = size - 1;
            while (last >= 0 && changes[last].atMillis() > millis) {
                last--;
            }
            if (last < 0 || changes[last].live()) {
                return last;
            }
            Set<Long> ended = new HashSet<>();
            AddressChange taken = null; // the latest claim that has ended: it had ended those of other devices
            for (int i = last; i >= 0; i--) {
                AddressChange change = changes[i];
                if (!change.live()) {
                    ended.add(change.sessionId());
                } else if (taken != null && (!taken.hasMac() || taken.mac() != change.mac())) {
                    return -1;
                } else if (!ended.contains(change.sessionId())) {
                    return i;
                } else {
                    taken = change;
                }
            }
            return -1;
        }

        long nextAfter(long millis) {
            for (int i = 0; i < size; i++) {
                if (changes[i].atMillis() > millis) {
                    return changes[i].atMillis();
                }
            }
            return Long.MAX_VALUE;
        }

        /** Keeps what came since, and the claims of one device that may still hold: each session's latest. */
        void forgetBefore(long millis) {
            int holds = at(millis);
            int since = size;
            while (since > 0 && changes[since - 1].atMillis() >= millis) {
                since--;
            }
            List<AddressChange> kept = new ArrayList<>();
            Set<Long> told = new HashSet<>();
            for (int i = since - 1; i >= 0 && holds >= 0; i--) {
                AddressChange change = changes[i];
                if (change.live() && change.mac() != changes[holds].mac() && i < holds) {
                    break; // ended by the claim that holds
                }
                if (told.add(change.sessionId()) && change.live()) {
                    kept.add(0, change);
                }
            }
            kept.addAll(Arrays.asList(changes).subList(since, size));
            size = kept.size();
            changes = kept.toArray(new AddressChange[Math.max(2, size)]);
        }
    }
}
