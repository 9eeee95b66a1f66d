package clarion.domain.flows.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.Mark;
import clarion.domain.flows.Orientation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {

    private static final String PC = "10.0.0.1";
    private static final String WEB = "10.1.0.9";
    private static final int SYN = 2;
    private static final int RST_ACK = 20;
    private static final int WHOLE = 27;

    private final World world = new World();

    @Test
    void joinsBothDirectionsInAnyOrder() {
        world.record(0.2, 2, World.TCP, WEB, 443, PC, 51515).counts(9000, 9);
        world.record(0, 2, World.TCP, PC, 51515, WEB, 443).counts(500, 5);
        Conversation c = world.one();
        assertEquals("10.0.0.1:51515 10.1.0.9:443", World.ends(c));
        assertEquals(500, c.requestBytes());
        assertEquals(9, c.replyPackets());
        assertEquals(2, c.records());
        assertTrue(c.isAnswered());
        assertTrue(Orientation.PORT_CLASS.isIn(c.evidence()));
        assertTrue(Orientation.FIRST_SEEN.isIn(c.evidence()));
    }

    /** A manager polls from the port that it is answered to: as many send to it as to a server of that many clients. */
    @Test
    void knowsWhoAsksBetweenEqualPortsAlsoWhereNoExporterSawBothDirections() {
        String manager = "10.9.0.1";
        for (int i = 1; i <= 40; i++) {
            String controller = "10.8.0." + i;
            boolean apart = i % 4 == 0;
            world.record(i, i + 1, World.UDP, manager, 47_808, controller, 47_808)
                    .by(1);
            world.record(i + 0.01, i + 1, World.UDP, controller, 47_808, manager, 47_808)
                    .by(apart ? 2 : 1)
                    .arrivedAt(i + 2);
        }
        assertEquals(40, world.all().size());
        assertEquals(
                List.of(),
                world.conversations.stream()
                        .filter(c -> !c.client().toString().equals(manager))
                        .map(World::ends)
                        .toList());
    }

    @Test
    void whoSendsFromAPortToTheSameOneAndHearsNothingAsks() {
        for (int i = 1; i <= 40; i++) {
            world.record(i, i + 1, World.UDP, "10.8.0." + i, 5_060, PC, 5_060).arrivedAt(i + 1);
        }
        world.record(50, 51, World.UDP, PC, 5_060, "10.7.7.7", 5_060).arrivedAt(52);
        assertEquals(41, world.all().size());
        assertTrue(world.conversations.stream().anyMatch(c -> World.ends(c).equals("10.0.0.1:5060 10.7.7.7:5060")));
    }

    @Test
    void joinsDirectionsOfTwoExportersWhoseClocksDiffer() {
        world.record(0, 2, World.TCP, PC, 51515, WEB, 443).by(1);
        world.record(-3, -1, World.TCP, WEB, 443, PC, 51515).by(2);
        assertTrue(world.one().isAnswered());
        assertEquals(1, world.conversations.get(0).exporter());
    }

    @Test
    void joinsTheRecordsOfALongFlow() {
        for (int minute = 0; minute < 10; minute++) {
            world.record(minute * 60, minute * 60 + 60, World.TCP, PC, 51515, WEB, 443);
        }
        assertEquals(100, world.one().requestPackets());
        assertEquals(10, world.conversations.get(0).records());
    }

    @Test
    void handsOnALongFlowInPieces() {
        for (int minute = 0; minute < 90; minute++) {
            world.record(minute * 60, minute * 60 + 60, World.TCP, PC, 51515, WEB, 443);
        }
        assertEquals(3, world.all().size());
        assertEquals(
                900,
                world.conversations.stream()
                        .mapToLong(Conversation::requestPackets)
                        .sum());
    }

    @Test
    void takesOneExportersCounts() {
        world.record(0, 2, World.TCP, PC, 51515, WEB, 443).by(1).counts(990, 9);
        world.record(1.5, 3.5, World.TCP, PC, 51515, WEB, 443).by(2).counts(1000, 10);
        world.record(0, 2, World.TCP, PC, 51515, WEB, 443).by(3).counts(1000, 10);
        Conversation c = world.one();
        assertEquals(10, c.requestPackets());
        assertEquals(1000, c.requestBytes());
        assertEquals(2, c.exporter());
        assertEquals(2, world.pairing.counts().duplicates());
    }

    @Test
    void countsARecordReportedTwiceOnce() {
        world.record(0, 2, World.TCP, PC, 51515, WEB, 443);
        world.record(0, 2, World.TCP, PC, 51515, WEB, 443);
        assertEquals(10, world.one().requestPackets());
    }

    @Test
    void addsWhatAClientThatMovedWasCountedElsewhere() {
        world.record(0, 100, World.TCP, PC, 51515, WEB, 443).by(1);
        world.record(101, 200, World.TCP, PC, 51515, WEB, 443).by(2);
        assertEquals(20, world.one().requestPackets());
    }

    @Test
    void keepsPortsThatAreUsedAgainApart() {
        world.record(0, 2, World.UDP, PC, 51515, WEB, 53);
        world.record(100, 102, World.UDP, PC, 51515, WEB, 53);
        assertEquals(2, world.all().size());
    }

    @Test
    void keepsConnectionsOnTheSamePortsApartByTheirFlags() {
        world.record(0, 2, World.TCP, PC, 51515, WEB, 443).flags(WHOLE);
        world.record(0.1, 2, World.TCP, WEB, 443, PC, 51515).flags(WHOLE);
        world.record(4, 5, World.TCP, PC, 51515, WEB, 443).flags(WHOLE);
        world.record(4.1, 5, World.TCP, WEB, 443, PC, 51515).flags(WHOLE);
        assertEquals(2, world.all().size());
        assertTrue(world.conversations.stream().allMatch(Conversation::isAnswered));
    }

    @Test
    void accountsForSampling() {
        world.record(0, 2, World.TCP, PC, 51515, WEB, 443).sampled(100);
        Conversation c = world.one();
        assertEquals(1000, c.requestPackets());
        assertEquals(100, c.sampling());
        assertTrue(Mark.SAMPLED.isIn(c.marks()));
    }

    @Test
    void countsNothingBelowZero() {
        world.record(0, 2, World.TCP, PC, 51515, WEB, 443)
                .counts(Long.MAX_VALUE, 3)
                .sampled(1000);
        world.record(3, 4, World.TCP, PC, 51515, WEB, 443).counts(Long.MAX_VALUE, 3);
        assertEquals(Long.MAX_VALUE, world.one().requestBytes());
    }

    @Test
    void countsEveryRecordThatAFurtherExporterRepeats() {
        for (int i = 0; i < 5; i++) {
            world.record(i, i + 1, World.TCP, PC, 51515, WEB, 443).by(1);
            world.record(i, i + 1, World.TCP, PC, 51515, WEB, 443).by(2);
        }
        world.all();
        assertEquals(5, world.pairing.counts().duplicates());
    }

    @Test
    void readsBothDirectionsOfABiflow() {
        world.record(0, 2, World.TCP, PC, 40000, WEB, 40001).reverse(5000, 7);
        Conversation c = world.one();
        assertTrue(c.isAnswered());
        assertEquals(7, c.replyPackets());
        assertTrue(Orientation.EXPORTER.isIn(c.evidence()));
        assertEquals(PC, c.client().toString());
    }

    @Test
    void pairsEchoesByTheirType() {
        world.record(1, 1, World.ICMP, WEB, 0, PC, 0).icmp(0, 0);
        world.record(1, 1, World.ICMP, PC, 0, WEB, 0).icmp(8, 0);
        Conversation c = world.one();
        assertEquals("10.0.0.1:0 10.1.0.9:2048", World.ends(c));
        assertTrue(c.isAnswered());
        assertTrue(Orientation.ICMP_TYPE.isIn(c.evidence()));
    }

    @Test
    void takesNoIcmpErrorForAnAnswer() {
        world.record(0, 0, World.UDP, PC, 51515, WEB, 9999);
        world.record(0, 0, World.ICMP, WEB, 0, PC, 0).icmp(3, 3);
        world.record(0, 0, World.ICMP, PC, 0, WEB, 0).icmp(3, 3);
        assertEquals(3, world.all().size());
        assertTrue(world.conversations.stream().noneMatch(Conversation::isAnswered));
    }

    @Test
    void letsNoGroupAddressAsk() {
        world.record(0, 0, World.UDP, "10.0.0.1", 5353, "224.0.0.251", 5353);
        world.record(0, 0, World.UDP, "fe80::1", 5353, "ff02::fb", 5353);
        world.record(0, 0, World.UDP, "240.0.0.1", 137, "255.255.255.255", 40000);
        for (Conversation c : world.all()) {
            assertTrue(Orientation.GROUP_ADDRESS.isIn(c.evidence()), World.ends(c));
            assertTrue(c.server().toString().matches("224.*|ff02.*|255.*"), World.ends(c));
        }
    }

    @Test
    void takesAResetForARefusal() {
        world.record(0, 0, World.TCP, PC, 51515, WEB, 8081).flags(SYN).counts(60, 1);
        world.record(0, 0, World.TCP, WEB, 8081, PC, 51515).flags(RST_ACK).counts(40, 1);
        Conversation c = world.one();
        assertTrue(Mark.REFUSED.isIn(c.marks()));
        assertFalse(c.isAnswered());
    }

    @Test
    void marksWhatOnlyTheServerWasSeenToSay() {
        world.record(0, 0, World.TCP, WEB, 443, PC, 51515);
        Conversation c = world.one();
        assertEquals(PC, c.client().toString());
        assertTrue(Mark.REPLY_ONLY.isIn(c.marks()));
    }

    @Test
    void believesFlagsMoreThanPorts() {
        world.record(0, 0, World.TCP, PC, 443, WEB, 51515).flags(SYN);
        assertEquals("10.0.0.1:443 10.1.0.9:51515", World.ends(world.one()));
        assertTrue(Orientation.TCP_FLAGS.isIn(world.conversations.get(0).evidence()));
    }

    @Test
    void knowsClientsWithLowPorts() {
        world.record(0, 1, World.TCP, PC, 801, WEB, 2049);
        world.record(0, 1, World.TCP, WEB, 2049, PC, 801);
        world.record(0, 1, World.UDP, "10.0.0.3", 67, "10.0.0.2", 68);
        world.record(0, 1, World.UDP, "0.0.0.0", 68, "255.255.255.255", 67);
        List<Conversation> all = world.all();
        assertTrue(all.stream().anyMatch(c -> World.ends(c).equals("10.0.0.1:801 10.1.0.9:2049")), all::toString);
        assertTrue(all.stream().anyMatch(c -> World.ends(c).equals("10.0.0.2:68 10.0.0.3:67")), all::toString);
        assertTrue(all.stream().anyMatch(c -> World.ends(c).equals("0.0.0.0:68 255.255.255.255:67")), all::toString);
    }

    @Test
    void findsTheServerOfEqualPortsByHowManyAskIt() {
        for (int i = 2; i < 20; i++) {
            world.record(0, 1, World.UDP, "10.0.0." + i, 123, WEB, 123);
            world.record(0, 1, World.UDP, WEB, 123, "10.0.0." + i, 123);
        }
        for (Conversation c : world.all()) {
            assertEquals(WEB, c.server().toString());
            assertTrue(Orientation.FAN_IN.isIn(c.evidence()));
        }
    }

    @Test
    void findsTheServerOnAHighPortByHowManyAskIt() {
        for (int i = 2; i < 20; i++) {
            world.record(0, 1, World.TCP, "10.0.0." + i, 60000 + i, WEB, 49160);
            world.record(0, 1, World.TCP, WEB, 49160, "10.0.0." + i, 60000 + i);
        }
        assertTrue(world.all().stream().allMatch(c -> c.servicePort() == 49160));
    }

    @Test
    void guessesTheSameWayEachTime() {
        world.record(0, 1, World.UDP, PC, 50000, WEB, 50001);
        world.record(0, 1, World.UDP, WEB, 50001, PC, 50000);
        Conversation c = world.one();
        assertEquals(50000, c.servicePort());
        assertTrue(Orientation.GUESS.isIn(c.evidence()));
    }

    @Test
    void handsOnWhatIsIdleAndKeepsTheRest() {
        world.record(0, 2, World.TCP, PC, 51515, WEB, 443).at(100);
        assertEquals(0, world.conversations.size());
        world.at(123);
        assertEquals(1, world.conversations.size());
        assertEquals(0, world.pairing.counts().open());
    }

    @Test
    void putsARecordOfAWrongClockRight() {
        world.record(-86_400, -86_390, World.TCP, PC, 51515, WEB, 443).arrivedAt(0);
        world.pairing.finish();
        Conversation c = world.conversations.get(0);
        assertEquals(World.START, c.lastMillis());
        assertTrue(Mark.CLOCK_CORRECTED.isIn(c.marks()));
        assertEquals(1, world.pairing.counts().clockCorrected());
    }

    @Test
    void handsOnEarlyWhatDoesNotFitAndSaysSo() {
        World small = new World(PairingSettings.DEFAULTS.withOpenLimit(100));
        for (int i = 0; i < 1000; i++) {
            small.record(i * 0.001, i * 0.001, World.UDP, PC, 50000, WEB, i + 1);
        }
        assertEquals(1000, small.all().size());
        assertTrue(small.pairing.counts().flushedEarly() >= 900);
    }

    @Test
    void marksSweepsAndScansFromTheirBeginning() {
        for (int i = 0; i < 250; i++) {
            world.record(i * 0.1, i * 0.1, World.TCP, PC, 40000 + i, "10.2.0." + i, 445)
                    .flags(SYN);
            world.record(i * 0.1, i * 0.1, World.TCP, "10.0.0.2", 40000 + i, WEB, 1 + i)
                    .flags(SYN);
        }
        for (Conversation c : world.all()) {
            Mark mark = c.client().toString().equals(PC) ? Mark.SWEEP : Mark.PORT_SCAN;
            assertTrue(mark.isIn(c.marks()), World.ends(c));
        }
        assertEquals(500, world.conversations.size());
    }

    @Test
    void marksNoPollerThatIsAnswered() {
        for (int i = 0; i < 250; i++) {
            world.record(i * 0.1, i * 0.1, World.UDP, PC, 40000, "10.2.0." + i, 161);
            if (i % 5 != 0) {
                world.record(i * 0.1, i * 0.1, World.UDP, "10.2.0." + i, 161, PC, 40000);
            }
        }
        assertTrue(world.all().stream().noneMatch(c -> Mark.SWEEP.isIn(c.marks())));
    }

    @Test
    void keepsTheTagsAndSaysUnknownOtherwise() {
        Conversation c = world.record(0, 1, World.UDP, PC, 50000, WEB, 53).one();
        assertEquals(FlowBatch.UNKNOWN, c.clientSgt());
        assertEquals(FlowBatch.UNKNOWN, c.serverMac());
    }
}
