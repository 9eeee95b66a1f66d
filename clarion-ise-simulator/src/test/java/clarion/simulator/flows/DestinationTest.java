package clarion.simulator.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DestinationTest {

    private static final Duration SOON = Duration.ofMillis(5);
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private volatile String address = "";

    private InetAddress find(String name) throws UnknownHostException {
        assertEquals("collector", name);
        if (address.isEmpty()) {
            throw new UnknownHostException(name);
        }
        return InetAddress.getByName(address);
    }

    private static void await(Destination destination, String address) throws InterruptedException {
        Optional<InetSocketAddress> wanted = Optional.of(new InetSocketAddress(address, 2055));
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!destination.address().equals(wanted)) {
            assertTrue(System.nanoTime() < end, () -> "is still at " + destination.address());
            Thread.sleep(1);
        }
    }

    @Test
    void findsACollectorThatComesLaterAndFollowsItToAnotherAddress() throws InterruptedException {
        try (Destination destination =
                Destination.of(InetSocketAddress.createUnresolved("collector", 2055), this::find, SOON)) {
            assertEquals(Optional.empty(), destination.address());
            assertFalse(destination.isHere());
            address = "10.0.0.7";
            await(destination, "10.0.0.7");
            address = "10.0.0.8";
            await(destination, "10.0.0.8");
            address = "";
            Thread.sleep(10 * SOON.toMillis());
            await(destination, "10.0.0.8");
        }
    }

    @Test
    void looksNoAddressUp() {
        InetSocketAddress given = new InetSocketAddress(InetAddress.getLoopbackAddress(), 2055);
        try (Destination destination = Destination.of(given, this::find, SOON)) {
            assertEquals(Optional.of(given), destination.address());
            assertTrue(destination.isHere());
        }
    }
}
