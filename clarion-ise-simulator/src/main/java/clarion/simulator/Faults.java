package clarion.simulator;

import clarion.simulator.Fault.Kind;
import clarion.simulator.http.Answers;
import clarion.simulator.http.FaultyResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Faults on demand, for tests. Every call is known by its last path segment ({@code AccountActivate},
 * {@code getSessions}); {@link #UPGRADE} is the WebSocket request and {@link #CONNECT} the first STOMP frame.
 * Thread-safe; each fault takes effect with the next call. Those that happen at once need the simulator:
 * {@link IseSimulator#inject}.
 */
public final class Faults {

    /** The WebSocket upgrade request. */
    public static final String UPGRADE = "upgrade";

    /** The STOMP CONNECT frame; it can only {@link #hang}. */
    public static final String CONNECT = "CONNECT";

    private static final AtomicInteger IDS = new AtomicInteger();

    private final List<Active> active = new CopyOnWriteArrayList<>();
    private final Map<Kind, AtomicInteger> counted = new ConcurrentHashMap<>();
    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final java.util.Set<Integer> silent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger clears = new AtomicInteger();
    private volatile boolean passwordAccounts;
    private volatile boolean frozen;

    /** A fault that waits for its occasions; {@code left} of them if {@code fault.times()} is set. */
    public record Active(String id, Fault fault, AtomicInteger left, AtomicInteger skipped, long untilNanos) {

        boolean isOver() {
            return fault.times() > 0 && left.get() <= 0
                    || fault.lasting() != null && untilNanos - System.nanoTime() <= 0;
        }

        /** Uses one occasion up, if there is one left. */
        boolean take() {
            return !isOver()
                    && skipped.getAndIncrement() >= fault.skip()
                    && (fault.times() == 0 || left.getAndDecrement() > 0);
        }
    }

    /** Puts a fault up, and tells the id by which to take it down. */
    public String add(Fault fault) {
        if (fault.kind().isImmediate()) {
            throw new IllegalArgumentException(fault.kind() + " happens at once: inject it");
        }
        active.removeIf(Active::isOver);
        String id = "f" + IDS.incrementAndGet();
        long until = fault.lasting() == null
                ? 0
                : System.nanoTime() + fault.lasting().toNanos();
        active.add(new Active(id, fault, new AtomicInteger(fault.times()), new AtomicInteger(), until));
        return id;
    }

    /** The faults that are up. */
    public List<Active> list() {
        active.removeIf(Active::isOver);
        return List.copyOf(active);
    }

    /** Takes a fault down; false if it is not up any more. */
    public boolean remove(String id) {
        return active.removeIf(one -> one.id().equals(id));
    }

    /** How often faults of a kind have happened since the start. */
    public int happened(Kind kind) {
        AtomicInteger count = counted.get(kind);
        return count == null ? 0 : count.get();
    }

    /** Answers a call with a status instead of serving it. */
    public void answer(String call, int status) {
        active.removeIf(one ->
                one.fault().kind() == Kind.STATUS && call.equals(one.fault().target()));
        add(Fault.of(Kind.STATUS, call).withStatus(status));
    }

    /** Takes requests of a call and does not answer them. */
    public void hang(String call) {
        add(Fault.of(Kind.HANG, call));
    }

    /** Refuses subscriptions to a topic with an ERROR frame, as for a client in the wrong group. */
    public void denyTopic(String destination) {
        add(Fault.of(Kind.DENY_TOPIC, destination));
    }

    /** Opens ISE's password accounts, which are off by default: AccountCreate answers 503 then. */
    public void allowPasswordAccounts(boolean allowed) {
        passwordAccounts = allowed;
    }

    /**
     * Makes every pubsub connection half-open: nothing is read, no ping is answered, nothing is sent, no connection is
     * closed. Messages wait; thawing sends them.
     */
    public void freeze(boolean freeze) {
        frozen = freeze;
    }

    /** Makes a node take nothing and say nothing, as one whose cable was pulled; or lets it speak again. */
    void silence(int node, boolean quiet) {
        if (quiet) {
            silent.add(node);
        } else if (silent.remove(node)) {
            release();
        }
    }

    /** Ends every fault but a freeze; requests that hang lose their connection. */
    public void clear() {
        clears.incrementAndGet();
        active.clear();
        release();
    }

    private void release() {
        for (Runnable release = held.poll(); release != null; release = held.poll()) {
            release.run();
        }
    }

    /** How often a call was made since the start, served or not. */
    public int calls(String call) {
        return calls.getOrDefault(call, 0);
    }

    /** Counts a call that was made. */
    public void count(String call) {
        calls.merge(call, 1, Integer::sum);
    }

    public boolean passwordAccounts() {
        return passwordAccounts;
    }

    public boolean frozen() {
        return frozen;
    }

    /** Whether the WebSockets of a node are half-open. */
    public boolean frozen(int node) {
        return frozen
                || silent.contains(node)
                || find(Kind.HALF_OPEN, null, node).isPresent();
    }

    /** Whether a node takes nothing and says nothing. */
    public boolean isSilent(int node) {
        return silent.contains(node);
    }

    /** Counts a call that is no HTTP request, and tells whether it is to go unanswered. */
    public boolean hangs(String call) {
        count(call);
        return take(Kind.HANG, call, 0).isPresent();
    }

    /** Whether a topic, told by any of its names, is refused. */
    public boolean denies(@Nullable String... names) {
        for (String name : names) {
            if (name != null && take(Kind.DENY_TOPIC, name, 0).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The fault of a kind that concerns this, without using it up. */
    public Optional<Fault> find(Kind kind, @Nullable String target, int node) {
        for (Active one : active) {
            if (one.fault().kind() == kind && !one.isOver() && one.fault().concerns(target, node)) {
                return Optional.of(one.fault());
            }
        }
        return Optional.empty();
    }

    /** The fault of a kind that happens to this now. */
    public Optional<Fault> take(Kind kind, @Nullable String target, int node) {
        return take(kind, fault -> fault.concerns(target, node));
    }

    /** The fault of a kind that happens to this now, which goes by several names. */
    public Optional<Fault> take(Kind kind, List<String> names, int node) {
        return take(kind, fault -> names.stream().anyMatch(name -> fault.concerns(name, node)));
    }

    private Optional<Fault> take(Kind kind, Predicate<Fault> concerned) {
        if (active.isEmpty()) {
            return Optional.empty();
        }
        for (Active one : active) {
            if (one.fault().kind() == kind && concerned.test(one.fault()) && one.take()) {
                counted.computeIfAbsent(kind, key -> new AtomicInteger()).incrementAndGet();
                return Optional.of(one.fault());
            }
        }
        return Optional.empty();
    }

    /** The response through which a call is answered: a faulty one if a fault says so. */
    public Response dress(String call, int node, Response response) {
        return dress(List.of(call), node, response);
    }

    /** The response through which a call that goes by several names is answered. */
    public Response dress(List<String> names, int node, Response response) {
        Optional<Fault> cut = take(Kind.TRUNCATE, names, node);
        Optional<Fault> end = cut.isPresent() ? Optional.empty() : take(Kind.SHORTEN, names, node);
        boolean untyped = take(Kind.NO_CONTENT_TYPE, names, node).isPresent();
        if (cut.isEmpty() && end.isEmpty() && !untyped) {
            return response;
        }
        long octets = cut.or(() -> end).map(Fault::amount).orElse(Long.MAX_VALUE);
        return new FaultyResponse(response, octets, cut.isPresent(), untyped);
    }

    /** Counts a call, lets it wait as faults say, and tells whether it will never be answered. */
    public boolean holds(List<String> names, int node, Response response, Callback callback) {
        int before = clears.get();
        count(names.get(0));
        take(Kind.DELAY, names, node)
                .ifPresent(fault -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(fault.amount())));
        if (take(Kind.HANG, names, node).isEmpty()) {
            return false;
        }
        hold(response, callback);
        if (clears.get() != before) {
            release(); // cleared between the two: nobody else would let go of it
        }
        return true;
    }

    /** Counts a call and, if a fault is set for it, deals with it: the caller has nothing more to do on true. */
    public boolean intercept(String call, int node, Response response, Callback callback) {
        if (holds(List.of(call), node, response, callback)) {
            return true;
        }
        Optional<Fault> status = take(Kind.STATUS, call, node);
        if (status.isEmpty()) {
            return false;
        }
        int code = status.get().status();
        if (code == 401) {
            Answers.unauthorized(response, callback, "pxGrid");
        } else if (code == 204) {
            Answers.empty(response, callback, code);
        } else {
            Answers.text(response, callback, code, "simulated fault");
        }
        return true;
    }

    /** Leaves a request at a silent node without an answer until the node is back. */
    void holdSilent(int node, Response response, Callback callback) {
        hold(response, callback);
        if (!isSilent(node)) {
            release(); // back between the two
        }
    }

    private void hold(Response response, Callback callback) {
        held.add(() -> {
            response.getRequest()
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close();
            callback.failed(new EofException("the simulator let go of a hanging request"));
        });
    }
}
