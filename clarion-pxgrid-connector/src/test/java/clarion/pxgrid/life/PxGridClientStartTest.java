package clarion.pxgrid.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import clarion.pxgrid.ConnectorStatus.State;
import clarion.pxgrid.settings.MapConfig;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.settings.SettingsException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PxGridClientStartTest {

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
    private volatile Supplier<PxGridSettings> settings = () -> PxGridSettings.from(new MapConfig(Map.of()));
    private final PxGridClient client =
            new PxGridClient(() -> settings.get(), new FakeListener(), threads, Clock.systemUTC(), new Random(1));

    @AfterEach
    void end() throws InterruptedException {
        client.close();
        threads.shutdownNow();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void isDisabledWithoutAControllerAndComesUpWhenOneIsNamed() {
        settings = () -> PxGridSettings.from(new MapConfig(Map.of()));
        client.start();
        await(() -> client.status().state() == State.DISABLED);
        assertNull(client.status().staleSince());
        settings = () -> PxGridSettings.from(new MapConfig(Map.of("clarion.pxgrid.controllers", "ise.invalid")));
        client.reload();
        await(() -> client.status().problem() != null);
        client.stop();
        await(() -> client.status().state() == State.STOPPED);
    }

    @Test
    void saysWhatIsWrongWithTheSettingsAndStartsOnceTheyAreRight() {
        settings = () -> {
            throw new SettingsException(List.of("clarion.pxgrid.batch-size: 0 is not between 1 and 10000"));
        };
        client.start();
        await(() -> client.status().problem() != null);
        assertEquals(
                "CLARION-PXG-070", String.valueOf(client.status().problem()).replaceAll(".*code=([^,]*),.*", "$1"));
        settings = () -> PxGridSettings.from(new MapConfig(Map.of()));
        client.start();
        await(() -> client.status().state() == State.DISABLED);
        assertNull(client.status().problem());
    }
}
