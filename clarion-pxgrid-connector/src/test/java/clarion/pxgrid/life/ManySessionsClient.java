package clarion.pxgrid.life;

import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.settings.PxGridSettings.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;

/** A connector in a JVM of its own, whose heap its parent limits; ends when the download is complete. */
final class ManySessionsClient {

    private ManySessionsClient() {}

    /** @param arguments port, key store, trust store, their password file */
    public static void main(String[] arguments) throws Exception {
        Path password = Path.of(arguments[3]);
        PxGridSettings settings = new PxGridSettings(
                List.of(new Controller("127.0.0.1", Integer.parseInt(arguments[0]))),
                "clarion-test",
                "Clarion tests",
                new Stores(Path.of(arguments[1]), password, Path.of(arguments[2]), password),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                1000,
                10_000,
                16 * 1024 * 1024);
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(12);
        CountingListener listener = new CountingListener();
        PxGridClient client = new PxGridClient(() -> settings, listener, threads, Clock.systemUTC(), new Random(1));
        client.start();
        long deadline = System.nanoTime() + Duration.ofMinutes(8).toNanos();
        while (!listener.complete && System.nanoTime() < deadline) {
            LockSupport.parkNanos(50_000_000);
        }
        System.out.println("DOWNLOADED " + listener.downloaded + " IN PAGES OF AT MOST " + listener.largestPage);
        System.exit(0);
    }
}
