package clarion.pxgrid.life;

import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.settings.PxGridAccount;
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
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A connector in a JVM of its own, with every logger at its finest; ends when it has stored a session. */
final class LoudClient {

    private LoudClient() {}

    /**
     * @param arguments port, key store, trust store, their password file; and for a password account the file of the
     *     key that encrypts the password, or for an encrypted PEM key the directory and the file with its password
     */
    public static void main(String[] arguments) throws Exception {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.ALL);
        for (Handler handler : root.getHandlers()) {
            handler.setLevel(Level.ALL);
        }
        Path password = Path.of(arguments[3]);
        PxGridSettings settings = new PxGridSettings(
                List.of(new Controller("127.0.0.1", Integer.parseInt(arguments[0]))),
                "clarion-test",
                "Clarion tests",
                new Stores(Path.of(arguments[1]), password, Path.of(arguments[2]), password),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                50,
                1000,
                8 * 1024 * 1024);
        Stores trustOnly = new Stores(null, null, Path.of(arguments[2]), password);
        PxGridSettings used = arguments.length == 5
                ? settings.withAccount(PxGridAccount.byPassword(Path.of(arguments[4]), null))
                        .withStores(trustOnly)
                : arguments.length == 6
                        ? settings.withStores(
                                new Stores(null, null, null, null, Path.of(arguments[4]), Path.of(arguments[5])))
                        : settings;
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(6);
        FakeListener listener = new FakeListener();
        PxGridClient client = new PxGridClient(() -> used, listener, threads, Clock.systemUTC(), new Random(1));
        client.start();
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (listener.liveKeys().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
        }
        client.close();
        threads.shutdownNow();
        System.out.println(listener.liveKeys().isEmpty() ? "STORED NOTHING" : "STORED");
        System.exit(0);
    }
}
