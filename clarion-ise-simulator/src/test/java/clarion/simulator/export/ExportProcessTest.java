package clarion.simulator.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.traffic.Address;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.FlowRecord;
import clarion.simulator.traffic.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportProcessTest {

    private static final long NOW = 1_774_256_400_123L;
    private static final Map<Integer, String> GROUPS = Map.of(4, "Employees", 11, "Production_Servers");

    private final Wire wire = new Wire();
    private final List<byte[]> messages = new ArrayList<>();

    private ExportProcess process(Format format, boolean sgts, int sampling) {
        Exporter exporter = new Exporter(6, "b01-sw01", sgts, false, sampling, 60_000);
        return new ExportProcess(exporter, format, GROUPS, NOW, message -> {
            byte[] octets = new byte[message.remaining()];
            message.get(octets);
            messages.add(octets);
            wire.read("b01-sw01", octets);
        });
    }

    private static FlowRecord record(int number, boolean v6, boolean sgts, int sampling) {
        Exporter exporter = new Exporter(6, "b01-sw01", sgts, false, sampling, 60_000);
        Exporter rack = new Exporter(7, "dc-sw01", true, false, 1, 60_000);
        Address client = v6 ? Address.parse("2001:db8::1:2") : Address.parse("10.1.2.3");
        Address server = v6 ? Address.parse("2001:db8:fa::b") : Address.parse("10.250.0.11");
        return new FlowRecord(
                exporter,
                new Party(0x8cec4b010203L, client, "role", "amina", 4, 4, exporter, 10_107, 110),
                new Party(0x005056000001L, server, "server", null, 11, 11, rack, 10_103, 0),
                50_000 + number,
                443,
                6,
                0x1b,
                NOW - 5_000 - number,
                NOW - 1_000,
                5_000_000_000L + number,
                12);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void sendsEveryFieldOfEveryRecord(Format format) {
        ExportProcess process = process(format, true, 1);
        for (int i = 0; i < 200; i++) {
            process.add(record(i, i % 3 == 0, true, 1), NOW);
        }
        process.flush(NOW);
        assertEquals(200, process.records());
        assertEquals(messages.size(), process.messages());
        List<Wire.Data> flows = wire.flows();
        assertEquals(200, flows.size());
        assertTrue(messages.size() > 5 && messages.size() < 40, "messages " + messages.size());
        boolean ipfix = format == Format.IPFIX;
        for (int i = 0; i < 200; i++) {
            Wire.Data flow = flows.get(i);
            FlowRecord sent = record(i, i % 3 == 0, true, 1);
            assertEquals(7, flow.domain());
            assertArrayEquals(sent.source().address().octets(), flow.octets(i % 3 == 0 ? "27" : "8"));
            assertArrayEquals(sent.destination().address().octets(), flow.octets(i % 3 == 0 ? "28" : "12"));
            assertEquals(50_000 + i, flow.number("7"));
            assertEquals(443, flow.number("11"));
            assertEquals(6, flow.number("4"));
            assertEquals(0x1b, flow.number("6"));
            assertEquals(10_107, flow.number("10"));
            assertEquals(Exporter.UPLINK, flow.number("14"));
            assertEquals(0x8cec4b010203L, flow.number("56"));
            assertEquals(110, flow.number("58"));
            assertEquals(5_000_000_000L + i, flow.number("1"));
            assertEquals(12, flow.number("2"));
            assertEquals(3, flow.number("136"));
            assertEquals(4, flow.number(ipfix ? "9/1232" : "34000"));
            assertEquals(11, flow.number(ipfix ? "9/1233" : "34001"));
            long start = ipfix ? flow.number("152") : wire.bootMillis() + flow.number("22");
            long end = ipfix ? flow.number("153") : wire.bootMillis() + flow.number("21");
            assertEquals(sent.start(), start);
            assertEquals(sent.end(), end);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void saysWhatInterfacesGroupsAndSamplersAre(Format format) {
        ExportProcess process = process(format, true, 16);
        process.add(record(1, false, true, 16), NOW);
        process.flush(NOW);
        boolean ipfix = format == Format.IPFIX;
        List<String> interfaces = wire.options().stream()
                .filter(data -> data.has("82"))
                .map(data -> data.number("10") + " " + data.text("82") + ", " + data.text("83"))
                .toList();
        assertEquals(
                List.of("10149 TenGigabitEthernet1/1/1, uplink", "10107 GigabitEthernet1/0/7, access port"),
                interfaces);
        List<String> groups = wire.options().stream()
                .filter(data -> data.has(ipfix ? "9/1234" : "34002"))
                .map(data -> data.number(ipfix ? "9/1232" : "34000") + " " + data.text(ipfix ? "9/1234" : "34002"))
                .toList();
        assertEquals(List.of("4 Employees", "11 Production_Servers"), groups);
        Wire.Data sampler = wire.options().stream()
                .filter(data -> data.has(ipfix ? "302" : "48"))
                .findFirst()
                .orElseThrow();
        Wire.Data flow = wire.flows().get(0);
        if (ipfix) {
            assertEquals(flow.number("302"), sampler.number("302"));
            assertEquals(16, sampler.number("305") + sampler.number("306"));
        } else {
            assertEquals(flow.number("48"), sampler.number("48"));
            assertEquals(16, sampler.number("50"));
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void sendsTemplatesAgain(Format format) {
        ExportProcess process = process(format, true, 1);
        int described = 0;
        for (int i = 0; i < 10; i++) {
            long now = NOW + i * ExportProcess.REFRESH_MILLIS / 2;
            int before = wire.options().size();
            process.add(record(i, false, true, 1), now);
            process.flush(now);
            described += wire.options().size() > before ? 1 : 0;
        }
        assertEquals(5, described);
        Wire late = new Wire();
        for (byte[] message : messages.subList(messages.size() - 2, messages.size())) {
            late.read("b01-sw01", message);
        }
        assertFalse(late.flows().isEmpty(), "a collector that comes late understands");
    }

    @Test
    void hasNoGroupsWhereSwitchesHaveNone() {
        ExportProcess process = process(Format.NETFLOW_9, false, 1);
        process.add(record(1, false, false, 1), NOW);
        process.flush(NOW);
        assertFalse(wire.flows().get(0).has("34000"));
        assertTrue(wire.options().stream().noneMatch(data -> data.has("34002")));
    }
}
