package clarion.domain.flows.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.FlowBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressLogTest {

    private static final Address IP = Address.of(IpAddress.parse("10.1.2.3"));
    private static final Address OTHER = Address.of(IpAddress.parse("2001:db8::7"));
    private static final long PRINTER = 0x0011_2233_4455L;
    private static final long LAPTOP = 0x0011_2233_4466L;

    private final AddressLog log = new AddressLog();

    private static AddressChange claim(Address address, int at, long session, long mac) {
        return new AddressChange(address, at, session, mac, 7, 20, true);
    }

    private static AddressChange end(Address address, int at, long session, long mac) {
        return new AddressChange(address, at, session, mac, 7, 20, false);
    }

    private long deviceAt(Address address, int at) {
        return log.at(address, at).map(AddressChange::mac).orElse(-1L);
    }

    @Test
    void anAddressIsWhoseSessionHadItThen() {
        log.add(claim(IP, 10, 1, PRINTER));
        log.add(end(IP, 20, 1, PRINTER));
        log.add(claim(IP, 30, 2, LAPTOP));
        assertEquals(-1, deviceAt(IP, 9));
        assertEquals(PRINTER, deviceAt(IP, 10));
        assertEquals(PRINTER, deviceAt(IP, 19));
        assertEquals(-1, deviceAt(IP, 20));
        assertEquals(LAPTOP, deviceAt(IP, 30));
        assertEquals(-1, deviceAt(OTHER, 30));
    }

    @Test
    void theLatestOfOverlappingClaimsHolds() {
        log.add(claim(IP, 10, 1, PRINTER));
        log.add(claim(IP, 15, 2, LAPTOP));
        log.add(end(IP, 20, 1, PRINTER));
        assertEquals(LAPTOP, deviceAt(IP, 17));
        assertEquals(LAPTOP, deviceAt(IP, 25), "the end of another session ends nothing of this one");
    }

    @Test
    void anAddressThatWasTakenOverDoesNotComeBackToWhoNeverSaidGoodbye() {
        log.add(claim(IP, 10, 1, PRINTER));
        log.add(claim(IP, 15, 2, LAPTOP));
        log.add(end(IP, 20, 2, LAPTOP));
        assertEquals(-1, deviceAt(IP, 25));
    }

    @Test
    void anEarlierClaimOfTheSameDeviceDoesNotOutliveAnotherDevicesClaimBetweenThem() {
        log.add(claim(IP, 10, 1, PRINTER));
        log.add(claim(IP, 15, 2, LAPTOP));
        log.add(end(IP, 20, 2, LAPTOP));
        log.add(claim(IP, 25, 3, PRINTER));
        log.add(end(IP, 30, 3, PRINTER));
        assertEquals(-1, deviceAt(IP, 35));
    }

    @Test
    void twoSessionsOfOneDeviceKeepItsAddressUntilBothEnd() {
        log.add(claim(IP, 10, 1, LAPTOP));
        log.add(claim(IP, 15, 2, LAPTOP));
        log.add(end(IP, 20, 2, LAPTOP));
        assertEquals(LAPTOP, deviceAt(IP, 25));
        log.add(end(IP, 30, 1, LAPTOP));
        assertEquals(-1, deviceAt(IP, 30));
    }

    @Test
    void severalAddressesOfASessionAreItsOwnEach() {
        log.add(claim(IP, 10, 1, LAPTOP));
        log.add(claim(OTHER, 12, 1, LAPTOP));
        log.add(end(IP, 20, 1, LAPTOP));
        assertEquals(-1, deviceAt(IP, 21));
        assertEquals(LAPTOP, deviceAt(OTHER, 21));
    }

    @Test
    void theOrderInWhichOneHearsDoesNotMatter() {
        List<AddressChange> changes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            changes.add(claim(IP, 100 * i, i, PRINTER + i % 3));
            changes.add(end(IP, 100 * i + 50 + 13 * (i % 5), i, PRINTER + i % 3));
        }
        changes.forEach(log::add);
        long seed = 20261130;
        for (int round = 0; round < 50; round++) {
            List<AddressChange> shuffled = new ArrayList<>(changes);
            Collections.shuffle(shuffled, new Random(seed + round));
            AddressLog other = new AddressLog();
            shuffled.forEach(other::add);
            shuffled.forEach(other::add); // redelivery
            assertEquals(changes.size(), other.size(), "seed " + (seed + round));
            for (int at = 0; at < 1300; at += 7) {
                assertEquals(log.at(IP, at), other.at(IP, at), "at " + at + ", seed " + (seed + round));
            }
        }
    }

    @Test
    void whatIsForgottenChangesNothingLater() {
        for (int i = 0; i < 10; i++) {
            log.add(claim(IP, 100 * i, i, PRINTER + i % 2));
            if (i % 3 != 0) {
                log.add(end(IP, 100 * i + 60, i, PRINTER + i % 2));
            }
        }
        List<Long> before = new ArrayList<>();
        for (int at = 550; at < 1100; at += 5) {
            before.add(deviceAt(IP, at));
        }
        int size = log.size();
        log.forgetBefore(550);
        List<Long> after = new ArrayList<>();
        for (int at = 550; at < 1100; at += 5) {
            after.add(deviceAt(IP, at));
        }
        assertEquals(before, after);
        assertEquals(true, log.size() < size);
        log.add(end(IP, 2000, 9, PRINTER + 1));
        log.forgetBefore(3000);
        assertEquals(0, log.size());
        assertEquals(List.of(), log.addresses());
    }

    @Test
    void saysWhenItChangesNext() {
        log.add(claim(IP, 10, 1, PRINTER));
        log.add(end(IP, 20, 1, PRINTER));
        assertEquals(20, log.nextChange(IP, 10));
        assertEquals(Long.MAX_VALUE, log.nextChange(IP, 20));
        assertEquals(FlowBatch.UNKNOWN, deviceAt(IP, 5));
    }
}
