package clarion.domain.flows.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.devices.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartyResolverTest {

    private static final int UNKNOWN = -1;
    private static final long MAC = 0x0011_2233_4455L;

    private final AddressLog log = new AddressLog();
    private final Networks networks = new Networks(
            Networks.PRIVATE, List.of(new Networks.Named("updates", NetworkRange.parse("203.0.113.0/24"))), 0, 32);
    private final PartyResolver resolver = new PartyResolver(log, networks, new SegmentMacs(100));

    private static Address ip(String text) {
        return Address.of(IpAddress.parse(text));
    }

    private PartyResolver.Side resolve(String address, long mac, int sgt) {
        return resolver.resolve(ip(address), 1000, mac, sgt, false);
    }

    private void session(String address, int sgt) {
        log.add(new AddressChange(ip(address), 10, 1, MAC, 7, sgt, true));
    }

    @Test
    void aSessionSaysDeviceUserAndSgt() {
        session("10.1.2.3", 20);
        assertEquals(
                new PartyResolver.Side(Party.device(MAC, 7, ip("10.1.2.3")), 20, false, 20),
                resolve("10.1.2.3", 0x99, UNKNOWN));
    }

    @Test
    void theRecordsSgtBeatsTheSessionsAndTheDifferenceIsToBeSeen() {
        session("10.1.2.3", 20);
        PartyResolver.Side side = resolve("10.1.2.3", UNKNOWN, 30);
        assertEquals(30, side.sgt());
        assertTrue(side.isContradictory());
        assertFalse(resolve("10.1.2.3", UNKNOWN, 20).isContradictory());
    }

    @Test
    void anExporterThatKnowsNoSgtDoesNotOverruleTheSession() {
        session("10.1.2.3", 20);
        assertEquals(20, resolve("10.1.2.3", UNKNOWN, 0).sgt());
        assertFalse(resolve("10.1.2.3", UNKNOWN, 0).isContradictory());
        assertEquals(0, resolve("10.9.9.9", UNKNOWN, 0).sgt());
    }

    @Test
    void withoutASessionTheMacOfItsOwnSegmentTells() {
        assertEquals(
                Party.device(MAC, UNKNOWN, ip("10.1.2.3")),
                resolve("10.1.2.3", MAC, UNKNOWN).party());
    }

    @Test
    void aMacBeforeManyAddressesIsARouters() {
        for (int i = 0; i <= SegmentMacs.MOST_ADDRESSES; i++) {
            resolve("10.1.3." + i, MAC, UNKNOWN);
        }
        assertEquals(
                Party.internal(ip("10.1.3.0")),
                resolve("10.1.3.0", MAC, UNKNOWN).party());
    }

    @Test
    void internalExternalAndMulticastAreToldApart() {
        assertEquals(
                Party.internal(ip("192.168.1.1")),
                resolve("192.168.1.1", UNKNOWN, UNKNOWN).party());
        assertEquals(
                Party.internal(ip("fd00::1")),
                resolve("fd00::1", UNKNOWN, UNKNOWN).party());
        assertEquals(
                Party.external("external IPv4"),
                resolve("8.8.8.8", MAC, UNKNOWN).party());
        assertEquals(
                Party.external("2001:db8::/32"),
                resolve("2001:db8:1::1", UNKNOWN, UNKNOWN).party());
        assertEquals(
                Party.external("updates"),
                resolve("203.0.113.9", UNKNOWN, UNKNOWN).party());
        assertEquals(
                Party.group(ip("239.1.1.1")),
                resolve("239.1.1.1", UNKNOWN, UNKNOWN).party());
        assertEquals(
                Party.group(ip("255.255.255.255")),
                resolve("255.255.255.255", UNKNOWN, UNKNOWN).party());
        assertEquals(
                Party.group(ip("ff02::fb")),
                resolve("ff02::fb", UNKNOWN, UNKNOWN).party());
    }

    @Test
    void addressesThatAScanAskedInVainAreCountedByNetwork() {
        assertEquals(
                Party.silent(NetworkRange.parse("10.4.5.0/24")),
                resolver.resolve(ip("10.4.5.77"), 0, UNKNOWN, UNKNOWN, true).party());
        assertEquals(
                Party.silent(NetworkRange.parse("fd00:1::/64")),
                resolver.resolve(ip("fd00:1::77"), 0, UNKNOWN, UNKNOWN, true).party());
    }

    @Test
    void networksAreReadAndWrittenAsPeopleDo() {
        assertEquals("10.0.0.0/8", NetworkRange.parse("10.1.2.3/8").toString());
        assertEquals("10.1.2.3/32", NetworkRange.parse("10.1.2.3").toString());
        assertEquals("2001:db8::/33", NetworkRange.parse("2001:db8:1::/33").toString());
        assertTrue(NetworkRange.parse("::/0").contains(ip("::1")));
        assertTrue(NetworkRange.parse("0.0.0.0/0").contains(ip("8.8.8.8")));
        assertFalse(NetworkRange.parse("0.0.0.0/0").contains(ip("::1")));
        assertThrows(IllegalArgumentException.class, () -> NetworkRange.parse("10.0.0.0/33"));
        assertThrows(IllegalArgumentException.class, () -> NetworkRange.parse("10.0.0.0/x"));
    }
}
