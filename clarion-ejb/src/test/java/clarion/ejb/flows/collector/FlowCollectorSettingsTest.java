package clarion.ejb.flows.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.wire.DecoderLimits;
import clarion.ejb.settings.FakeConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowCollectorSettingsTest {

    @Test
    void listensOnEveryAddressAndToEveryoneUnlessToldOtherwise() {
        FlowCollectorSettings settings = FlowCollectorSettings.from(FakeConfig.of(Map.of()));
        assertEquals(2055, settings.port());
        assertEquals(Optional.empty(), settings.bind());
        assertEquals(33_554_432, settings.receiveBuffer());
        assertEquals(2, settings.threads());
        assertTrue(settings.acceptsUnknown());
        assertTrue(settings.exporters().isEmpty());
        assertEquals(DecoderLimits.DEFAULT, settings.limits());
    }

    @Test
    void readsEveryKey() {
        FlowCollectorSettings settings = FlowCollectorSettings.from(FakeConfig.of(Map.ofEntries(
                Map.entry("clarion.flows.port", "0"),
                Map.entry("clarion.flows.bind", "::1"),
                Map.entry("clarion.flows.receive-buffer", "65536"),
                Map.entry("clarion.flows.threads", "4"),
                Map.entry("clarion.flows.exporters", "10.1.0.0/17, 2001:db8::/33,192.0.2.7"),
                Map.entry("clarion.flows.unknown-exporters", "refused"),
                Map.entry("clarion.flows.exporters-max", "7"),
                Map.entry("clarion.flows.templates-max", "8"),
                Map.entry("clarion.flows.template-expiry", "PT10M"),
                Map.entry("clarion.flows.clock-tolerance", "PT30S"),
                Map.entry("clarion.flows.oldest", "PT1H"))));
        assertFalse(settings.isOn());
        assertEquals(Optional.of("::1"), settings.bind());
        assertEquals(65_536, settings.receiveBuffer());
        assertEquals(4, settings.threads());
        assertFalse(settings.acceptsUnknown());
        assertEquals(7, settings.limits().exporters());
        assertEquals(8, settings.limits().templates());
        assertEquals(Duration.ofMinutes(10), settings.limits().templateExpiry());
        assertEquals(Duration.ofSeconds(30), settings.limits().clockTolerance());
        assertEquals(Duration.ofHours(1), settings.limits().oldestFlow());
        assertTrue(settings.exporters().test(IpAddress.parse("10.1.127.255")));
        assertFalse(settings.exporters().test(IpAddress.parse("10.1.128.0")));
        assertTrue(settings.exporters().test(IpAddress.parse("2001:db8:7fff::1")));
        assertFalse(settings.exporters().test(IpAddress.parse("2001:db8:8000::1")));
        assertTrue(settings.exporters().test(IpAddress.parse("192.0.2.7")));
        assertFalse(settings.exporters().test(IpAddress.parse("192.0.2.8")));
    }
}
