package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
final class Waits {

    private Waits() {}

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TestConsumer.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited " + TestConsumer.PATIENCE);
            Thread.onSpinWait();
        }
    }
}
