package clarion.simulator.ers;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Every call of ERS and the OpenAPI, refused or not, and how many there were in the busiest second. The last 200,000
 * are kept. Thread-safe.
 */
public final class ApiJournal {

    /** What Cisco documents as the most that ERS takes in a second; the simulator measures, and refuses nothing. */
    public static final int LIMIT = 100;

    private static final int KEPT = 200_000;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Deque<Call> calls = new ArrayDeque<>();
    private final Deque<Long> window = new ArrayDeque<>();
    private long last;
    private int busiest;
    private long above;

    /**
     * A call.
     *
     * @param number from 1 on
     * @param at when it came in
     * @param user nothing if it said none
     * @param path with its query
     * @param status that it was answered with; 0 if the answer was lost
     * @param millis until it was answered
     * @param node the ISE node, from 1 on
     * @param inSecond calls in the second that ends with it, itself included
     */
    public record Call(
            long number,
            Instant at,
            String user,
            String method,
            String path,
            int status,
            long millis,
            int node,
            int inSecond) {

        /** Whether it changed something, as far as its method and status tell. */
        public boolean isWrite() {
            return !method.equals("GET") && (status == 0 || status < 300);
        }

        /** As the control API tells it. */
        public JsonObject toJson() {
            return Json.createObjectBuilder()
                    .add("number", number)
                    .add("at", at.toString())
                    .add("user", user)
                    .add("method", method)
                    .add("path", path)
                    .add("status", status)
                    .add("millis", millis)
                    .add("node", node)
                    .add("inSecond", inSecond)
                    .build();
        }
    }

    /** Counts a call that comes in; how many came in within the second before, itself included. */
    synchronized int arrive(long nanos) {
        window.addLast(nanos);
        while (nanos - window.getFirst() >= SECOND_NANOS) {
            window.removeFirst();
        }
        busiest = Math.max(busiest, window.size());
        if (window.size() > LIMIT) {
            above++;
        }
        return window.size();
    }

    synchronized void add(
            Instant at, String user, String method, String path, int status, long millis, int node, int inSecond) {
        if (calls.size() == KEPT) {
            calls.removeFirst();
        }
        calls.addLast(new Call(++last, at, user, method, path, status, millis, node, inSecond));
    }

    /** Those after a number, the oldest first. */
    public synchronized List<Call> after(long number) {
        return calls.stream().filter(call -> call.number() > number).toList();
    }

    /** The number of the last call; 0 if there was none. */
    public synchronized long last() {
        return last;
    }

    /** The most calls that came in within any one second. */
    public synchronized int busiestSecond() {
        return busiest;
    }

    /** Calls that came in as more than the hundredth of a second. */
    public synchronized long aboveLimit() {
        return above;
    }

    /** Forgets the busiest second, for another measurement. */
    public synchronized void restart() {
        window.clear();
        busiest = 0;
        above = 0;
    }
}
