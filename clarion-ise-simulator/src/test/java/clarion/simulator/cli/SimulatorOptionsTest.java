package clarion.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.IseVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorOptionsTest {

    @Test
    void readsWhatAnInstrumentNeeds() {
        SimulatorOptions options = SimulatorOptions.parse(List.of(
                "--nodes=3",
                "--ise-version",
                "3.2",
                "--sessions=1000000",
                "--control-port=0",
                "--approval=manual",
                "--devices=0"));
        assertEquals(3, options.nodes);
        assertEquals(IseVersion.V3_2, options.iseVersion);
        assertEquals(1_000_000, options.sessions);
        assertEquals(0, options.controlPort);
        assertEquals(false, options.autoApprove);
        assertEquals(-1, SimulatorOptions.parse(List.of()).controlPort);
    }

    @Test
    void hasTheDefaultsThatTheHelpTells() {
        SimulatorOptions options = SimulatorOptions.parse(List.of());
        assertEquals(8910, options.pxGridPort);
        assertEquals(9060, options.ersPort);
        assertEquals("127.0.0.1", options.bind);
        assertEquals(Path.of(".clarion/simulator"), options.data);
        assertEquals(2000, options.devices);
        assertEquals(5.0, options.eventRate);
        assertEquals(1, options.seed);
    }

    @Test
    void takesValuesInBothForms() {
        SimulatorOptions options = SimulatorOptions.parse(
                List.of("--devices=50", "--event-rate", "2500.5", "--seed", "-3", "--data=/tmp/a=b"));
        assertEquals(50, options.devices);
        assertEquals(2500.5, options.eventRate);
        assertEquals(-3, options.seed);
        assertEquals(Path.of("/tmp/a=b"), options.data);
    }

    @Test
    void livesAtOneEventPerSecondAtLeastUnlessToldToBeStill() {
        assertEquals(1.0, SimulatorOptions.parse(List.of("--devices", "10")).eventRate);
        assertEquals(0.0, SimulatorOptions.parse(List.of("--event-rate", "0")).eventRate);
    }

    @Test
    void answersOverErsAndByNoGatewayUnlessToldOtherwise() {
        SimulatorOptions usual = SimulatorOptions.parse(List.of());
        assertTrue(usual.apis);
        assertFalse(usual.csrf);
        assertEquals(-1, usual.gatewayPort);
        SimulatorOptions other =
                SimulatorOptions.parse(List.of("--apis", "off", "--csrf", "on", "--gateway-port", "9443"));
        assertFalse(other.apis);
        assertTrue(other.csrf);
        assertEquals(9443, other.gatewayPort);
    }

    @Test
    void exportsFlowsOnlyWhenToldWhereTo() {
        assertNull(SimulatorOptions.parse(List.of()).flowsTo);
        SimulatorOptions options = SimulatorOptions.parse(List.of("--flows-to", "127.0.0.1:2055"));
        assertEquals(new InetSocketAddress(InetAddress.getLoopbackAddress(), 2055), options.flowsTo);
        assertEquals(200.0, options.flowRate);
        assertEquals(
                InetSocketAddress.createUnresolved("collector.invalid", 2055),
                SimulatorOptions.parse(List.of("--flows-to=collector.invalid:2055", "--devices=10")).flowsTo,
                "a collector may come later");
        assertEquals(20.0, SimulatorOptions.parse(List.of("--flows-to=[::1]:9995", "--devices=10")).flowRate);
        assertEquals(50_000.0, SimulatorOptions.parse(List.of("--flow-rate=50000")).flowRate);
        assertThrows(
                IllegalArgumentException.class,
                () -> SimulatorOptions.parse(List.of("--flows-to=127.0.0.1:2055", "--devices=0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=1",
                "--devices=-1",
                "--nodes=0",
                "--nodes=21",
                "--ise-version=4.0",
                "--sessions=5000001",
                "--control-port=65536",
                "--approval=maybe",
                "--password-accounts=maybe",
                "--devices=500001",
                "--devices=ten",
                "--devices=",
                "--devices",
                "--pxgrid-port=65536",
                "--pxgrid-port=-1",
                "--event-rate=-1",
                "--event-rate=NaN",
                "--seed=1e3",
                "--flows-to=127.0.0.1",
                "--flows-to=127.0.0.1:0",
                "--flow-rate=0",
                "--data=",
                "--ers-port=8910",
                "--gateway-port=9060",
                "--gateway-port=8910",
                "--gateway-port=65536",
                "--apis=maybe",
                "--csrf=yes",
                "simulate",
                "-",
                "--",
                ""
            })
    void refusesInOneLineThatNamesTheOption(String argument) {
        String reason = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> SimulatorOptions.parse(List.of(argument)))
                        .getMessage());
        int end = argument.indexOf('=');
        assertTrue(reason.contains(end < 0 ? argument : argument.substring(0, end)), reason);
        assertFalse(reason.contains("\n"), reason);
    }
}
