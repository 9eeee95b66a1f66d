package clarion.simulator.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.traffic.Conversation.Kind;
import clarion.simulator.traffic.Conversation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ObserverTest {

    private static final Exporter CORE = new Exporter(0, "core", true, false, 1, 60_000);
    private static final Exporter ACCESS = new Exporter(1, "access", true, false, 1, 60_000);
    private static final Exporter ONE_WAY = new Exporter(2, "one-way", true, true, 1, 60_000);
    private static final Exporter SAMPLING = new Exporter(3, "sampling", true, false, 16, 60_000);
    private static final Exporter RACK = new Exporter(4, "rack", true, false, 1, 60_000);

    private static Party party(int number, Exporter exporter) {
        return new Party(number, Address.v4(10, 1, 0, number), "role", null, 4, 4, exporter, 10_101, 110);
    }

    private static List<Conversation> conversations(int count, Exporter client, String service, Outcome outcome) {
        CampusModel model = CampusModel.of("corporate");
        SplittableRandom random = new SplittableRandom(9);
        List<Conversation> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(Conversation.happen(
                    i,
                    Kind.LEGITIMATE,
                    party(1, client),
                    party(2, RACK),
                    model.service(service),
                    true,
                    outcome,
                    1_000_000L * i,
                    Long.MAX_VALUE,
                    random));
        }
        return all;
    }

    private static List<FlowRecord> observe(Imperfections imperfections, List<Conversation> conversations) {
        Observer observer = new Observer(imperfections, 5, CORE);
        List<FlowRecord> records = new ArrayList<>();
        conversations.forEach(one -> observer.observe(one, records::add));
        assertEquals(records.size(), observer.told());
        return records;
    }

    @Test
    void reportsLongConversationsInPartsWithoutAGap() {
        List<Conversation> one = conversations(1, ACCESS, "rtsp", Outcome.ANSWERED);
        List<FlowRecord> records = observe(Imperfections.none(), one);
        List<FlowRecord> requests =
                records.stream().filter(record -> record.source().mac() == 1).toList();
        assertTrue(requests.size() > 10, "parts " + requests.size());
        long end = one.get(0).start();
        for (FlowRecord part : requests) {
            assertEquals(end, part.start());
            end = part.end();
            assertTrue(part.end() - part.start() <= 60_000);
        }
        assertEquals(one.get(0).end(), end);
        assertEquals(
                one.get(0).requestPackets(),
                requests.stream().mapToLong(FlowRecord::packets).sum());
        assertEquals(
                one.get(0).requestOctets(),
                requests.stream().mapToLong(FlowRecord::octets).sum());
        assertEquals(0x1a, requests.get(0).flags(), "SYN, PSH, ACK at the beginning");
        assertEquals(0x19, requests.get(requests.size() - 1).flags(), "FIN, PSH, ACK at the end");
    }

    @Test
    void reportsNoReplyOfWhatIsUnanswered() {
        List<FlowRecord> records =
                observe(Imperfections.none(), conversations(50, ACCESS, "https", Outcome.UNANSWERED));
        assertEquals(50, records.size());
        assertTrue(records.stream()
                .allMatch(record -> record.flags() == 2 && record.source().mac() == 1));
        List<FlowRecord> refused = observe(Imperfections.none(), conversations(50, ACCESS, "https", Outcome.REFUSED));
        assertEquals(
                50, refused.stream().filter(record -> record.flags() == 0x14).count());
    }

    @Test
    void losesAndRepeatsAndMovesAsMuchAsItSays() {
        List<Conversation> many = conversations(20_000, ACCESS, "dns", Outcome.ANSWERED);
        double lost = observe(Imperfections.none().with(Imperfection.LOSS, 0.05), many)
                        .size()
                / 40_000.0;
        assertEquals(0.95, lost, 0.005);
        double twice = observe(Imperfections.none().with(Imperfection.DUPLICATES, 0.06), many).stream()
                        .filter(record -> record.exporter().equals(CORE))
                        .count()
                / 40_000.0;
        assertEquals(0.06, twice, 0.006);
        double elsewhere = observe(Imperfections.none().with(Imperfection.REPLY_ELSEWHERE, 0.3), many).stream()
                        .filter(record -> record.exporter().equals(RACK))
                        .count()
                / 20_000.0;
        assertEquals(0.3, elsewhere, 0.02);
    }

    @Test
    void reportsOnlyWhatComesInWhereSwitchesAreOneWay() {
        List<FlowRecord> records = observe(Imperfections.none(), conversations(50, ONE_WAY, "dns", Outcome.ANSWERED));
        assertEquals(50, records.size());
        assertTrue(records.stream().allMatch(record -> record.source().mac() == 1));
    }

    @Test
    void countsSampledPacketsOnly() {
        List<Conversation> many = conversations(500, SAMPLING, "rtp", Outcome.ANSWERED);
        long seen = observe(Imperfections.none(), many).stream()
                .filter(record -> record.source().mac() == 1)
                .mapToLong(FlowRecord::packets)
                .sum();
        long sent = many.stream().mapToLong(Conversation::requestPackets).sum();
        assertEquals(1 / 16.0, (double) seen / sent, 0.001);
    }

    @Test
    void seesTheRoutersAddressOfWhoeverIsElsewhere() {
        FlowRecord record = observe(Imperfections.none(), conversations(1, ACCESS, "dns", Outcome.ANSWERED))
                .get(0);
        assertEquals(1, record.sourceMac());
        assertEquals("00:00:0c:9f:f0:6e", Party.macText(record.destinationMac()));
        assertEquals(Exporter.UPLINK, record.egress());
        assertEquals("GigabitEthernet1/0/1", Exporter.interfaceName(record.ingress()));
    }
}
