package clarion.launcher;

import java.io.PrintStream;
import java.time.Duration;

/** What the user reads: one line a step, no stack traces. */
final class Terminal {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Terminal(PrintStream out) {
        this.out = out;
    }

    /** A step of a start or stop, with the seconds since the launcher began. */
    void step(String text) {
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        out.printf("%4d s  %s%n", seconds, text);
        out.flush();
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Something an operator should know. */
    void warning(String text) {
        line("  !  " + text);
    }
}
