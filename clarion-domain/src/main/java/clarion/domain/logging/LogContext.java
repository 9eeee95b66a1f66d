package clarion.domain.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * What the present thread is working on. Every line that {@link ContextLogger} writes meanwhile ends with it:
 * {@code request=…} for what a request caused, {@code batch=…} for what was stored of ISE's events.
 */
public final class LogContext {

    /** The request's id, which its caller has too. */
    public static final String REQUEST = "request";

    /** The batch's id: topic, a hyphen, and a number that grows while the process runs. */
    public static final String BATCH = "batch";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final ThreadLocal<Map<String, String>> CURRENT = ThreadLocal.withInitial(Map::of);
    private static final AtomicLong BATCHES = new AtomicLong();

    private LogContext() {}

    /** What was begun. */
    @FunctionalInterface
    public interface Scope {
        /** Ends it, on the thread that began it; what was before is so again. */
        void end();
    }

    /**
     * Begins something.
     *
     * @param name what it is
     * @param id 1 to 64 of letters, digits, dot, underscore and hyphen, so that no line can be forged
     */
    public static Scope begin(String name, String id) {
        if (!SANE.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id: '" + id + "'");
        }
        Map<String, String> before = CURRENT.get();
        Map<String, String> now = new LinkedHashMap<>(before);
        now.put(name, id);
        CURRENT.set(now);
        return () -> {
            if (before.isEmpty()) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Begins a batch of a topic, under an id of its own. */
    public static Scope beginBatch(String topic) {
        return begin(BATCH, topic + "-" + BATCHES.incrementAndGet());
    }

    /** What a line says with it: the line, and each id that the line does not say itself. */
    static String added(String line) {
        Map<String, String> now = CURRENT.get();
        if (now.isEmpty()) {
            return line;
        }
        StringBuilder text = new StringBuilder(line);
        now.forEach((name, id) -> {
            if (!line.contains(" " + name + "=")) {
                text.append(' ').append(name).append('=').append(id);
            }
        });
        return text.toString();
    }
}
