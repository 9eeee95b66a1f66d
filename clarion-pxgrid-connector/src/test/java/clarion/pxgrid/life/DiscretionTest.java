package clarion.pxgrid.life;

import static clarion.pxgrid.life.Campaign.mac;
import static clarion.pxgrid.life.Campaign.session;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.control.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing secret gets out, and nothing stays behind. */
@Timeout(120)
class DiscretionTest {

    @TempDir
    static Path directory;

    @Test
    @Tag("pxgrid-35")
    void writesNoSecretIntoAnyLogAtAnyLevel() {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        Handler memory = new Handler() {
            private final SimpleFormatter formatter = new SimpleFormatter();

            @Override
            public void publish(LogRecord line) {
                if (!String.valueOf(line.getLoggerName()).startsWith("org.eclipse.jetty")) {
                    lines.add(formatter.format(line));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        memory.setLevel(Level.ALL);
        Logger connector = Logger.getLogger("clarion.pxgrid");
        Logger platform = Logger.getLogger("jdk");
        List<Logger> loggers = List.of(connector, platform);
        loggers.forEach(logger -> {
            logger.setLevel(Level.ALL);
            logger.addHandler(memory);
        });
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.faults().answer("upgrade", 401);
            campaign.ise.pubSub().dropConnections();
            campaign.awaitProblem("CLARION-PXG-027");
            campaign.ise.faults().clear();
            campaign.awaitLive();
            campaign.ise.feed().publish(session(1, Instant.now()));
            campaign.awaitStored(mac(1));
            String pubSubSecret = campaign.ise.accounts().secret("clarion-test", "~ise-pubsub-ise1");
            String dataSecret = campaign.ise.accounts().secret("clarion-test", "~ise-mnt-ise1");
            String everything = String.join("", lines) + campaign.status();
            assertTrue(lines.size() > 10, "the capture works");
            for (String secret : List.of(
                    pubSubSecret,
                    dataSecret,
                    basic(pubSubSecret),
                    basic(dataSecret),
                    campaign.ise.pki().password(),
                    "Authorization")) {
                assertFalse(everything.contains(secret), "a secret is in the log");
            }
        } finally {
            loggers.forEach(logger -> {
                logger.setLevel(null);
                logger.removeHandler(memory);
            });
        }
    }

    private static String basic(String secret) {
        return Base64.getEncoder().encodeToString(("clarion-test:" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Tag("pxgrid-35")
    void aSecretDoesNotShowItself() {
        assertFalse(new Secret("hunter2").toString().contains("hunter2"));
    }

    @Test
    @Tag("pxgrid-17")
    void leavesNoThreadBehind() {
        long before = httpThreads();
        try (Campaign campaign = new Campaign(directory)) {
            campaign.startAndAwaitLive();
            for (int i = 0; i < 5; i++) {
                int number = i;
                campaign.ise.pubSub().dropConnections();
                campaign.await("reconnect", () -> campaign.status().counters().reconnects() > number);
                campaign.awaitLive();
            }
            assertTrue(httpThreads() <= before + 1, "one HTTP client for all connections");
        }
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (httpThreads() > before && System.nanoTime() < deadline) {
            System.gc(); // before JDK 21 a client's thread ends when the client is collected
            LockSupport.parkNanos(100_000_000);
        }
        assertTrue(httpThreads() <= before, "the HTTP client's thread is gone");
    }

    private static long httpThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("SelectorManager"))
                .count();
    }
}
