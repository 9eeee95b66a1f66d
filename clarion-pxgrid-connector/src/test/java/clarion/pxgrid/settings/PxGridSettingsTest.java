package clarion.pxgrid.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PxGridSettingsTest {

    @Test
    void hasTheDocumentedDefaults() {
        PxGridSettings settings = PxGridSettings.from(new MapConfig(Map.of()));
        assertFalse(settings.isEnabled());
        assertEquals("clarion", settings.nodeName());
        assertEquals("Clarion", settings.description());
        assertEquals(PxGridSettings.Stores.OF_THE_SERVER, settings.stores());
        assertEquals(Duration.ofSeconds(5), settings.connectTimeout());
        assertEquals(Duration.ofSeconds(30), settings.requestTimeout());
        assertEquals(Duration.ofSeconds(2), settings.pingInterval());
        assertEquals(Duration.ofSeconds(1), settings.backoffInitial());
        assertEquals(Duration.ofMinutes(5), settings.backoffMax());
        assertEquals(Duration.ofSeconds(60), settings.pendingPoll());
        assertEquals(Duration.ofMinutes(5), settings.disabledPoll());
        assertEquals(1000, settings.batchSize());
        assertEquals(10_000, settings.queueCapacity());
        assertEquals(16 * 1024 * 1024, settings.maxMessageBytes());
        assertEquals(23, PxGridSettings.KEYS.size());
    }

    @Test
    void readsControllersInOrderWithTheDefaultPort() {
        PxGridSettings settings = PxGridSettings.from(new MapConfig(
                Map.of("clarion.pxgrid.controllers", "ise2.example, ise1.example:9910,[2001:db8::1]:8911, ::1")));
        assertEquals(
                List.of(
                        new Controller("ise2.example", 8910),
                        new Controller("ise1.example", 9910),
                        new Controller("2001:db8::1", 8911),
                        new Controller("::1", 8910)),
                settings.controllers());
        assertEquals("[2001:db8::1]:8911", settings.controllers().get(2).toString());
    }

    @Test
    void namesEveryFaultAtOnce() {
        SettingsException thrown = assertThrows(
                SettingsException.class,
                () -> PxGridSettings.from(new MapConfig(Map.of(
                        "clarion.pxgrid.controllers", "ise:port",
                        "clarion.pxgrid.node-name", "has space",
                        "clarion.pxgrid.ping-interval", "5s",
                        "clarion.pxgrid.batch-size", "0",
                        "clarion.pxgrid.backoff-max", "PT0S"))));
        assertEquals(5, thrown.faults().size(), thrown.getMessage());
    }
}
