package clarion.it.harness;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for what will come, but not for ever. */
public final class Until {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Until() {}

    /**
     * Asks again and again until the answer suits.
     *
     * @param what what is awaited, for the message when it does not come
     * @throws AssertionError after the patience is used up; it holds the last answer or the last failure
     */
    public static <T> T holds(String what, Duration patience, Callable<T> question, Predicate<T> suits) {
        long deadline = System.nanoTime() + patience.toNanos();
        T answer = null;
        Throwable failure = null;
        do {
            try {
                answer = question.call();
                failure = null;
                if (suits.test(answer)) {
                    return answer;
                }
            } catch (Exception | AssertionError e) {
                failure = e;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < deadline);
        throw late(what, patience, answer, failure);
    }

    /** Asks again and again until the answer is yes. */
    public static void isTrue(String what, Duration patience, Callable<Boolean> question) {
        holds(what, patience, question, Boolean::booleanValue);
    }

    private static AssertionError late(
            String what, Duration patience, @Nullable Object answer, @Nullable Throwable failure) {
        return new AssertionError(
                "not within " + patience.toSeconds() + " s: " + what + "; last answer: "
                        + (failure == null ? answer : failure),
                failure);
    }
}
