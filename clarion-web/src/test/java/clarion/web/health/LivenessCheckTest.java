package clarion.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LivenessCheckTest {

    @Test
    void isUpWhileNoThreadsWaitForEachOther() {
        assertEquals(
                HealthCheckResponse.Status.UP,
                new LivenessCheck(() -> null).call().getStatus());
    }

    @Test
    @Timeout(30)
    void isDownOnceThreadsWaitForEachOtherForEver() throws InterruptedException {
        CyclicBarrier both = new CyclicBarrier(2);
        Lock one = new ReentrantLock();
        Lock other = new ReentrantLock();
        Thread first = deadlock(one, other, both);
        Thread second = deadlock(other, one, both);
        LivenessCheck check = new LivenessCheck();
        while (check.call().getStatus() == HealthCheckResponse.Status.UP) {
            Thread.onSpinWait();
        }
        first.interrupt();
        second.interrupt();
        first.join();
        second.join();
        assertEquals(HealthCheckResponse.Status.UP, check.call().getStatus());
    }

    private static Thread deadlock(Lock mine, Lock others, CyclicBarrier both) {
        Thread thread = new Thread(() -> {
            try {
                mine.lockInterruptibly();
                both.await();
                others.lockInterruptibly();
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
