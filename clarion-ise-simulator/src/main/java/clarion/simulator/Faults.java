package clarion.simulator;

import clarion.simulator.http.Answers;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Faults on demand, for tests. Every call is known by its last path segment ({@code AccountActivate},
 * {@code getSessions}); {@link #UPGRADE} is the WebSocket request and {@link #CONNECT} the first STOMP frame.
 * Thread-safe; each fault takes effect with the next call.
 */
public final class Faults {

    /** The WebSocket upgrade request. */
    public static final String UPGRADE = "upgrade";

    /** The STOMP CONNECT frame; it can only {@link #hang}. */
    public static final String CONNECT = "CONNECT";

    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final Set<String> deniedTopics = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private volatile boolean passwordAccounts;
    private volatile boolean frozen;

    /** Answers a call with a status instead of serving it. */
    public void answer(String call, int status) {
        statuses.put(call, status);
    }

    /** Takes requests of a call and does not answer them. */
    public void hang(String call) {
        hanging.add(call);
    }

    /** Refuses subscriptions to a topic with an ERROR frame, as for a client in the wrong group. */
    public void denyTopic(String destination) {
        deniedTopics.add(destination);
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

    /** Ends every fault but a freeze; requests that hang lose their connection. */
    public void clear() {
        statuses.clear();
        hanging.clear();
        deniedTopics.clear();
        for (Runnable release = held.poll(); release != null; release = held.poll()) {
            release.run();
        }
    }

    /** How often a call was made since the start, served or not. */
    public int calls(String call) {
        return calls.getOrDefault(call, 0);
    }

    public boolean passwordAccounts() {
        return passwordAccounts;
    }

    public boolean frozen() {
        return frozen;
    }

    /** Counts a call that is no HTTP request, and tells whether it is to go unanswered. */
    public boolean hangs(String call) {
        calls.merge(call, 1, Integer::sum);
        return hanging.contains(call);
    }

    public boolean denies(String destination) {
        return deniedTopics.contains(destination);
    }

    /** Counts a call and, if a fault is set for it, deals with it: the caller has nothing more to do on true. */
    public boolean intercept(String call, Response response, Callback callback) {
        calls.merge(call, 1, Integer::sum);
        if (hanging.contains(call)) {
            held.add(() -> {
                response.getRequest()
                        .getConnectionMetaData()
                        .getConnection()
                        .getEndPoint()
                        .close();
                callback.failed(new EofException("the simulator let go of a hanging request"));
            });
            return true;
        }
        Integer status = statuses.get(call);
        if (status == null) {
            return false;
        }
        if (status == 401) {
            Answers.unauthorized(response, callback, "pxGrid");
        } else if (status == 204) {
            Answers.empty(response, callback, status);
        } else {
            Answers.text(response, callback, status, "simulated fault");
        }
        return true;
    }
}
