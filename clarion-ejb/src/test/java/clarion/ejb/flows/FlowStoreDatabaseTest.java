package clarion.ejb.flows;

import static clarion.ejb.flows.ConversationBuilder.fromClient;
import static clarion.ejb.flows.FlowWorld.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.flows.Mark;
import clarion.domain.flows.Orientation;
import clarion.ejb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowStoreDatabaseTest {

    private static final String MAC = "00:11:22:33:44:55";
    private static final String BUCKETS =
            "select to_char(b.at at time zone 'UTC', 'HH24:MI'), coalesce(c.mac::text, host(c.ip), c.name),"
                    + " coalesce(s.mac::text, host(s.ip), s.name), service, service_last, client_sgt, server_sgt, sgt_origin,"
                    + " conversations, answered, replies, request_bytes, reply_bytes from %s b join flow_party c on c.id = b.client"
                    + " join flow_party s on s.id = b.server order by 1, 2, 3, 4, b.exporter";

    private final FlowWorld world = new FlowWorld();

    @Test
    void countsTogetherWhatIsAlike() {
        world.store(
                1,
                fromClient("10.0.0.1").build(),
                fromClient("10.0.0.1").at(NOON.plusSeconds(299)).build());
        world.store(
                2, fromClient("10.0.0.1").at(NOON.plusSeconds(30)).unanswered().build());
        world.store(3, fromClient("10.0.0.1").at(NOON.plusSeconds(300)).build());
        assertEquals(
                List.of(
                        "12:00|10.0.0.1|10.9.9.9|443|443|-1|-1|0|3|2|0|300|200",
                        "12:05|10.0.0.1|10.9.9.9|443|443|-1|-1|0|1|1|0|100|100"),
                world.rows(BUCKETS.formatted("flow_by_5m")));
    }

    @Test
    void addsNoBatchTwice() {
        Buckets buckets = world.buckets(fromClient("10.0.0.1").build());
        assertEquals(1, world.write(7, buckets).buckets());
        assertEquals(0, world.write(7, buckets).buckets());
        assertEquals(List.of("1"), world.rows("select sum(conversations) from flow_5m"));
        assertEquals(1, world.write(8, buckets).buckets());
        assertEquals(List.of("2"), world.rows("select sum(conversations) from flow_5m"));
    }

    @Test
    void knowsDevicesUsersAndSgts() {
        world.change(NOON.minusSeconds(60), NOON.minusSeconds(60), "10.0.0.1", 1, MAC, "anna", "Employees", true);
        world.store(1, fromClient("10.0.0.1").sgts(30, 5).build());
        world.store(
                2,
                fromClient("10.0.0.1").at(NOON.plusSeconds(1)).to("8.8.8.8", 53).build());
        assertEquals(
                List.of(
                        "12:00|00:11:22:33:44:55|10.9.9.9|443|443|30|5|3|1|1|0|100|100",
                        "12:00|00:11:22:33:44:55|external IPv4|53|53|20|-1|0|1|1|0|100|100"),
                world.rows(BUCKETS.formatted("flow_by_5m")));
        assertEquals(
                List.of("00:11:22:33:44:55|anna|switch-1|30|20|1"),
                world.rows(
                        "select p.mac, u.identity, o.name, record_sgt, session_sgt, conversations from flow_sgt_finding"
                                + " join flow_party p on p.id = party join network_user u on u.id = p.user_id"
                                + " join flow_source o on o.id = source"));
    }

    @Test
    void halvesThatTwoExportersReportMeetOnceEach() {
        world.store(
                1,
                fromClient("10.0.0.1").unanswered().by(0).build(),
                fromClient("10.0.0.1").unanswered().by(0).build(),
                fromClient("10.0.0.1").marked(Mark.REFUSED).by(0).build(),
                fromClient("10.0.0.1").replyOnly().by(1).build());
        world.store(
                2,
                fromClient("10.0.0.2").replyOnly().by(1).build(),
                fromClient("10.0.0.3").unanswered().by(1).build());
        assertEquals(
                List.of(
                        "12:00|10.0.0.1|10.9.9.9|443|443|-1|-1|0|3|1|0|300|100",
                        "12:00|10.0.0.1|10.9.9.9|443|443|-1|-1|0|0|0|0|0|100",
                        "12:00|10.0.0.2|10.9.9.9|443|443|-1|-1|0|0|0|1|0|100",
                        "12:00|10.0.0.3|10.9.9.9|443|443|-1|-1|0|1|0|0|100|0"),
                world.rows(BUCKETS.formatted("flow_by_5m")));
        List<String> live = world.rows(BUCKETS.formatted("flow_by_hour"));
        world.clock.set(NOON.plus(Duration.ofMinutes(71)));
        assertTrue(world.upkeep.makeNext());
        while (world.upkeep.makeNext()) {}
        assertEquals(List.of("1"), world.rows("select sum(met) from flow_1h"));
        assertEquals(live, world.rows(BUCKETS.formatted("flow_by_hour")), "made or not, an hour reads the same");
    }

    @Test
    void sumsUpAgainWhatComesLate() {
        world.change(NOON.minusSeconds(60), NOON.minusSeconds(60), "10.0.0.1", 1, MAC, "anna", "Employees", true);
        world.change(NOON.minusSeconds(60), NOON.minusSeconds(60), "10.0.0.2", 1, MAC, "anna", "Employees", true);
        world.store(1, fromClient("10.0.0.1").build());
        world.clock.set(NOON.plus(Duration.ofMinutes(69)));
        while (world.upkeep.makeNext()) {}
        assertEquals(List.of("0"), world.rows("select count(*) from flow_1h"), "it waits for what is on its way");
        world.clock.set(NOON.plus(Duration.ofMinutes(71)));
        while (world.upkeep.makeNext()) {}
        assertEquals(
                List.of("1|2026-11-03 13:00:00"),
                world.rows("select count(*), (select until at time zone 'UTC'"
                        + " from flow_made where series = 'flow_1h') from flow_1h"));
        world.store(
                2,
                fromClient("10.0.0.1").at(NOON.plusSeconds(900)).build(),
                fromClient("10.0.0.2").build());
        while (world.upkeep.makeNext()) {}
        assertEquals(List.of("3"), world.rows("select sum(conversations) from flow_1h"));
        world.clock.set(NOON.plus(Duration.ofHours(13)));
        while (world.upkeep.makeNext()) {}
        assertEquals(
                List.of("00:00|00:11:22:33:44:55|10.9.9.9|443|443|20|-1|0|3|3|0|300|300"),
                world.rows(BUCKETS.formatted("flow_1d")),
                "a day counts a device together, whatever its address");
        assertEquals(List.of("0"), world.rows("select count(*) from flow_due"));
    }

    @Test
    void olderFlowsGoWhereTheirTimeIsStillKept() {
        Instant month = NOON.minus(Duration.ofDays(30));
        Instant year = NOON.minus(Duration.ofDays(365));
        FlowStore.Written written = world.write(
                1,
                world.buckets(
                        fromClient("10.0.0.1").at(month.plusSeconds(1)).build(),
                        fromClient("10.0.0.1").at(month.plusSeconds(1800)).build(),
                        fromClient("10.0.0.1").at(year).build(),
                        fromClient("10.0.0.1")
                                .at(NOON.minus(Duration.ofDays(3000)))
                                .build()));
        assertEquals(new FlowStore.Written(2, 1), written);
        assertEquals(
                List.of("0|2|1"),
                world.rows("select (select count(*) from flow_5m),"
                        + " (select sum(conversations) from flow_1h), (select sum(conversations) from flow_1d)"));
    }

    @Test
    void scansAndEphemeralPortsDoNotMakeBucketsWithoutEnd() {
        for (int i = 0; i < 50; i++) {
            world.store(
                    i + 1,
                    fromClient("10.0.0.1")
                            .to("10.4.5." + i, 445)
                            .unanswered()
                            .marked(Mark.SWEEP)
                            .build(),
                    fromClient("10.0.0.2")
                            .to("10.4.5.6", 1000 + i)
                            .unanswered()
                            .marked(Mark.PORT_SCAN)
                            .build(),
                    fromClient("10.0.0.3")
                            .to("10.4.5.6", 50_000 + i)
                            .evidence(Orientation.GUESS)
                            .build());
        }
        assertEquals(
                List.of(
                        "12:00|10.0.0.1|10.4.5.0/24|445|445|-1|-1|0|50|0|0|5000|0",
                        "12:00|10.0.0.2|10.4.5.6|0|65535|-1|-1|0|50|0|0|5000|0",
                        "12:00|10.0.0.3|10.4.5.6|49152|65535|-1|-1|0|50|50|0|5000|5000"),
                world.rows(BUCKETS.formatted("flow_by_5m")));
    }

    @Test
    void partitionsAreMadeAheadAndDroppedBehind() {
        world.store(1, fromClient("10.0.0.1").at(NOON.minus(Duration.ofDays(6))).build());
        while (world.upkeep.makeNext()) {}
        assertEquals(0, world.upkeep.sweep());
        assertEquals(
                List.of("flow_5m_20261028", "flow_5m_20261103", "flow_5m_20261104", "flow_5m_20261105"),
                world.rows(
                        "select inhrelid::regclass from pg_inherits where inhparent = 'flow_5m'::regclass order by 1"));
        world.clock.set(NOON.plus(Duration.ofDays(2)));
        assertTrue(world.upkeep.sweep() > 0);
        assertEquals(List.of("0"), world.rows("select count(*) from flow_5m"));
        assertEquals(List.of("1"), world.rows("select sum(conversations) from flow_1h"));
    }

    @Test
    void whatIsNotSummedUpIsNotDropped() {
        world.store(1, fromClient("10.0.0.1").at(NOON.minus(Duration.ofDays(6))).build());
        world.clock.set(NOON.plus(Duration.ofDays(2)));
        world.upkeep.sweep();
        assertEquals(List.of("1"), world.rows("select count(*) from flow_5m"));
    }

    @Test
    void forgetsWhatNothingNeeds() {
        world.change(NOON.minus(Duration.ofDays(20)), NOON, "10.0.0.1", 1, MAC, "anna", "Employees", true);
        world.change(NOON.minus(Duration.ofDays(19)), NOON, "10.0.0.1", 1, MAC, "anna", "Guests", true);
        world.change(NOON.minus(Duration.ofDays(20)), NOON, "10.0.0.2", 2, MAC, "bob", "Guests", true);
        TestDatabase.run(
                world.dataSource,
                "update session set live = false, ended_at = now(), end_reason = 'UNSEEN' where id = 2");
        world.store(1, fromClient("10.0.0.1").build(), fromClient("10.0.0.2").build());
        assertEquals(2, world.upkeep.sweep());
        assertEquals(List.of("10.0.0.1|Guests"), world.rows("select host(ip), sgt_name from address_change"));
        world.clock.set(NOON.plus(Duration.ofDays(120)));
        world.upkeep.sweep();
        assertEquals(
                List.of("t"),
                world.rows("select bool_and(anywhere = id) from flow_party"),
                "only what daily buckets refer to is left");
    }
}
