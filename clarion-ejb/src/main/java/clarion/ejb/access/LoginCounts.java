package clarion.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How the logins at this process ended, since it started. */
@ApplicationScoped
public class LoginCounts {

    /** How a login ended. */
    public enum Outcome {
        OPENED,
        REFUSED,
        THROTTLED
    }

    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

    public LoginCounts() {
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, new LongAdder());
        }
    }

    void note(LoginOutcome outcome) {
        Outcome how = outcome instanceof LoginOutcome.Opened
                ? Outcome.OPENED
                : outcome instanceof LoginOutcome.Throttled ? Outcome.THROTTLED : Outcome.REFUSED;
        Objects.requireNonNull(counts.get(how)).increment();
    }

    /** Logins that ended so. */
    public long of(Outcome outcome) {
        return Objects.requireNonNull(counts.get(outcome)).sum();
    }
}
