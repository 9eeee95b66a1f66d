package clarion.ejb.flows;

import static clarion.ejb.flows.ConversationBuilder.fromClient;
import static clarion.ejb.flows.FlowWorld.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.devices.MacAddress;
import clarion.domain.flows.Mark;
import clarion.ejb.TestDatabase;
import clarion.ejb.flows.FlowGroups.By;
import clarion.ejb.flows.FlowWindow.Resolution;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowQueryDatabaseTest {

    private static final String LAPTOP = "00:11:22:33:44:55";
    private static final String PHONE = "00:11:22:33:44:66";

    private final FlowWorld world = new FlowWorld();
    private final FlowQueryService flows =
            new FlowQueryService(new Lists(world.dataSource), world.settings, world.clock);

    @BeforeEach
    void traffic() {
        world.change(
                NOON.minusSeconds(9000), NOON.minusSeconds(9000), "10.0.0.1", 1, LAPTOP, "anna", "Employees", true);
        world.change(NOON.minusSeconds(9000), NOON.minusSeconds(9000), "10.0.0.2", 2, PHONE, "bob", "Guests", true);
        world.store(
                1,
                fromClient("10.0.0.1").at(NOON.minusSeconds(7200)).build(),
                fromClient("10.0.0.1").at(NOON.minusSeconds(300)).build(),
                fromClient("10.0.0.1").at(NOON.minusSeconds(300)).by(1).build(),
                fromClient("10.0.0.1")
                        .to("8.8.8.8", 53)
                        .at(NOON.minusSeconds(200))
                        .unanswered()
                        .build(),
                fromClient("10.0.0.2").at(NOON.minusSeconds(100)).build(),
                fromClient("10.0.0.2")
                        .to("10.0.0.1", 22)
                        .at(NOON.minusSeconds(100))
                        .marked(Mark.REFUSED)
                        .build());
        world.clock.set(NOON.plus(Duration.ofMinutes(1)));
        while (world.upkeep.makeNext()) {} // the first conversation is read from its hour, the others from 5 minutes
    }

    private FlowWindow window() {
        return flows.window(null, null);
    }

    private ListQuery query(FlowWindow window, Map<String, List<String>> parameters) {
        return ListQuery.parse(flows.conversationColumns(window), parameters, Set.of());
    }

    private static String text(Row row) {
        return (row.findText("clientUser") + " " + row.findText("clientSgtName") + " > " + row.findIp("serverIp") + " "
                + row.findText("serverNetwork") + " " + row.number("service") + ": " + row.number("conversations") + " "
                + row.number("answered") + " " + row.number("bytes"));
    }

    private List<String> conversations(String filter) {
        FlowWindow window = window();
        return flows.conversations(window, query(window, Map.of("filter", List.of(filter)))).items().stream()
                .map(FlowQueryDatabaseTest::text)
                .toList();
    }

    @Test
    void listsWhoAskedWhatOfWhomTheMostTrafficFirst() {
        assertEquals(
                List.of(
                        "anna Employees > 10.9.9.9 null 443: 3 3 600",
                        "bob Guests > 10.9.9.9 null 443: 1 1 200",
                        "bob Guests > 10.0.0.1 null 22: 1 0 200",
                        "anna Employees > null external IPv4 53: 1 0 100"),
                conversations("protocol eq 6"));
    }

    @Test
    void filtersByEitherSideAndByWhatIsKnownOfIt() {
        assertEquals(
                List.of("bob Guests > 10.0.0.1 null 22: 1 0 200", "anna Employees > null external IPv4 53: 1 0 100"),
                conversations("serverUser eq \"anna\" or service eq 53"));
        assertEquals(List.of("bob Guests > 10.0.0.1 null 22: 1 0 200"), conversations("marks co \"refused\""));
        assertEquals(4, conversations("evidence co \"TCP_FLAGS\"").size());
        assertEquals(2, conversations("not (anyAnswered eq true)").size());
        assertEquals(List.of("anna Employees > 10.9.9.9 null 443: 1 1 200"), conversations("exporter eq \"switch-2\""));
        assertEquals(
                2,
                conversations("clientSgt eq 20 and clientIp eq \"10.0.0.0/24\"").size());
        assertEquals(2, conversations("clientMac eq \"" + LAPTOP + "\"").size());
    }

    @Test
    void pagesWithoutGapsInAnyOrder() {
        for (String sort : List.of("-bytes", "conversations", "-lastAt", "id", "answered,-bytes")) {
            FlowWindow window = window();
            List<String> all = new ArrayList<>();
            String cursor = null;
            do {
                ListQuery query = query(
                        window,
                        cursor == null
                                ? Map.of("sort", List.of(sort), "limit", List.of("1"))
                                : Map.of("sort", List.of(sort), "limit", List.of("1"), "cursor", List.of(cursor)));
                Page<Row> page = flows.conversations(window, query);
                assertEquals(4, page.total().orElseThrow().rows(), sort);
                page.items().forEach(row -> all.add(row.text("id")));
                cursor = page.next().orElse(null);
            } while (cursor != null);
            assertEquals(4, Set.copyOf(all).size(), sort + " " + all);
        }
    }

    @Test
    void drillsDownToBuckets() {
        FlowWindow window = window();
        String id = flows.conversations(window, query(window, Map.of()))
                .items()
                .get(0)
                .text("id");
        Page<Row> buckets = flows.buckets(
                ConversationId.parse(id), window, ListQuery.parse(flows.bucketColumns(window), Map.of(), Set.of()));
        assertEquals(
                List.of(
                        "2026-11-03T11:00:00Z switch-1 1",
                        "2026-11-03T11:00:00Z switch-2 1",
                        "2026-11-03T10:00:00Z switch-1 1"),
                buckets.items().stream()
                        .map(row -> row.time("at") + " " + row.text("exporter") + " " + row.number("conversations"))
                        .toList());
        assertThrows(ClarionException.class, () -> ConversationId.parse("1.2.3; drop table"));
    }

    @Test
    void sumsUpByGroupsAndSaysWhatTheRestIs() {
        FlowWindow window = window();
        FlowGroups clients = flows.groups(window, query(window, Map.of()), By.CLIENT, "bytes", 1);
        assertEquals(2, clients.groups());
        assertEquals(LAPTOP, clients.top().get(0).mac());
        assertEquals(4, clients.top().get(0).counts().conversations());
        assertEquals(2, Objects.requireNonNull(clients.rest()).conversations());
        assertEquals(6, clients.all().conversations());
        FlowGroups matrix = flows.groups(window, query(window, Map.of()), By.SGTS, "conversations", 10);
        assertEquals(
                List.of("Employees null 4", "Guests Employees 1", "Guests null 1"),
                matrix.top().stream()
                        .map(g -> g.clientSgtName() + " " + g.serverSgtName() + " "
                                + g.counts().conversations())
                        .toList());
        assertNull(matrix.rest());
        for (By by : By.values()) {
            FlowGroups groups = flows.groups(window, query(window, Map.of()), by, "answered", 100);
            assertEquals(6, groups.all().conversations(), by.name());
            assertEquals(
                    6,
                    groups.top().stream()
                            .mapToLong(g -> g.counts().conversations())
                            .sum(),
                    by.name());
        }
    }

    @Test
    void showsTheTrafficOfADeviceAndOfAUser() {
        FlowTraffic laptop = flows.ofDevice(MacAddress.parse(LAPTOP), window(), 10);
        assertEquals(4, laptop.asClient().conversations());
        assertEquals(1, laptop.asServer().conversations());
        assertEquals(PHONE, laptop.clients().top().get(0).mac());
        assertEquals(
                List.of("2026-11-03T10:00:00Z 100 100 1", "2026-11-03T11:00:00Z 400 300 4"),
                laptop.points().stream()
                        .map(p -> p.at() + " " + p.sentBytes() + " " + p.receivedBytes() + " " + p.conversations())
                        .toList());
        assertEquals(2, flows.ofUser(2, window(), 10).asClient().conversations());
    }

    @Test
    void findsWhatIsNew() {
        FlowWindow window = window();
        assertEquals(
                List.of(
                        "bob Guests > 10.9.9.9 null 443: 1 1 200",
                        "bob Guests > 10.0.0.1 null 22: 1 0 200",
                        "anna Employees > null external IPv4 53: 1 0 100"),
                flows.newSince(NOON.minusSeconds(600), window, query(window, Map.of())).items().stream()
                        .map(FlowQueryDatabaseTest::text)
                        .toList());
    }

    @Test
    void answersFromTheBucketsThatTheWindowNeeds() {
        assertEquals(Resolution.HOUR, window().resolution());
        assertEquals(
                Resolution.FIVE_MINUTES,
                flows.window("2026-11-03T11:02:00Z", null).resolution());
        assertEquals(
                "2026-11-03T11:00:00Z",
                flows.window("2026-11-03T11:02:00Z", null).from().toString());
        assertEquals(Resolution.DAY, flows.window("2026-10-01T00:00:00Z", null).resolution());
        assertThrows(ClarionException.class, () -> flows.window("yesterday", null));
        assertThrows(ClarionException.class, () -> flows.window("2027-01-01T00:00:00Z", null));
        for (String begin : List.of("2026-11-03T09:00:00Z", "2026-11-01T00:00:00Z", "2026-10-01T00:00:00Z")) {
            FlowWindow window = flows.window(begin, null);
            assertEquals(
                    6,
                    flows.groups(window, query(window, Map.of()), By.SERVICE, "bytes", 10)
                            .all()
                            .conversations(),
                    begin);
        }
    }

    @Test
    void saysHowFreshAndCompleteItIs() {
        FlowStatusService service = new FlowStatusService(new Lists(world.dataSource), world.clock);
        FlowStatus status = service.status();
        assertEquals("STALE", status.state(), "it last wrote a minute ago");
        world.clock.set(NOON.plusSeconds(30));
        assertEquals("CURRENT", service.status().state());
        assertEquals(NOON.minusSeconds(99), status.newestAt());
        assertTrue(status.writers().get(0).name().equals("test"));
        TestDatabase.run(world.dataSource, "update flow_writer set figures = '{\"recordsDropped\": 7}'");
        assertEquals("CURRENT", service.status().state(), "what was dropped long ago is history");
        TestDatabase.run(
                world.dataSource, "update flow_writer set figures = '{\"recordsDropped\": 7, \"droppedLately\": 2}'");
        assertEquals("DEGRADED", service.status().state());
    }
}
