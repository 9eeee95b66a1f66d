package clarion.ejb.flows;

import static clarion.ejb.flows.ConversationBuilder.fromClient;
import static clarion.ejb.flows.FlowWorld.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateMovesDatabaseTest {

    private static final String LAPTOP = "00:11:22:33:44:55";
    private static final String PHONE = "00:11:22:33:44:66";
    private static final String WHOSE =
            "select to_char(b.at at time zone 'UTC', 'HH24:MI'), coalesce(c.mac::text, host(c.ip), c.name),"
                    + " coalesce(s.mac::text, host(s.ip), s.name), client_sgt, server_sgt, conversations from flow_5m b"
                    + " join flow_party c on c.id = b.client join flow_party s on s.id = b.server order by 1, 2, 3, 4, 5";

    private final FlowWorld world = new FlowWorld();

    private void move() {
        while (world.upkeep.move()) {}
    }

    @Test
    void aSessionThatIsHeardOfLateTakesWhatIsItsOwn() {
        world.store(
                1,
                fromClient("10.0.0.1").at(NOON.minusSeconds(600)).build(),
                fromClient("10.0.0.1").build(),
                fromClient("10.7.7.7").to("10.0.0.1", 22).build(),
                fromClient("10.0.0.2").build());
        world.change(NOON.minusSeconds(300), NOON.plusSeconds(120), "10.0.0.1", 1, LAPTOP, "anna", "Employees", true);
        move();
        assertEquals(
                List.of(
                        "11:50|10.0.0.1|10.9.9.9|-1|-1|1",
                        "12:00|00:11:22:33:44:55|10.9.9.9|20|-1|1",
                        "12:00|10.0.0.2|10.9.9.9|-1|-1|1",
                        "12:00|10.7.7.7|00:11:22:33:44:55|-1|20|1"),
                world.rows(WHOSE));
        move();
        assertEquals(4, world.rows(WHOSE).size(), "once is enough");
    }

    @Test
    void anAddressThatIsUsedAgainIsEachOnesInItsTime() {
        world.change(
                NOON.minusSeconds(3600), NOON.minusSeconds(3600), "10.0.0.1", 1, LAPTOP, "anna", "Employees", true);
        world.store(
                1,
                fromClient("10.0.0.1").at(NOON.minusSeconds(900)).build(),
                fromClient("10.0.0.1").at(NOON.minusSeconds(300)).build(),
                fromClient("10.0.0.1").at(NOON.minusSeconds(300)).build(),
                fromClient("10.0.0.1").build());
        world.clock.set(NOON.plusSeconds(600));
        world.change(NOON.minusSeconds(600), NOON.plusSeconds(500), "10.0.0.1", 1, LAPTOP, "anna", "Employees", false);
        world.change(NOON.minusSeconds(400), NOON.plusSeconds(500), "10.0.0.1", 2, PHONE, "bob", "Guests", true);
        world.change(NOON.minusSeconds(100), NOON.plusSeconds(500), "10.0.0.1", 2, PHONE, "bob", "Guests", false);
        move();
        assertEquals(
                List.of(
                        "11:45|00:11:22:33:44:55|10.9.9.9|20|-1|1",
                        "11:55|00:11:22:33:44:66|10.9.9.9|30|-1|2",
                        "12:00|10.0.0.1|10.9.9.9|-1|-1|1"),
                world.rows(WHOSE));
        assertEquals(List.of("4|400"), world.rows("select sum(conversations), sum(request_bytes) from flow_5m"));
    }

    @Test
    void whatIsMovedJoinsWhatIsThere() {
        world.store(1, fromClient("10.0.0.1").build());
        world.change(NOON.minusSeconds(300), NOON.plusSeconds(120), "10.0.0.1", 1, LAPTOP, "anna", "Employees", true);
        world.store(2, fromClient("10.0.0.1").build());
        move();
        assertEquals(List.of("12:00|00:11:22:33:44:55|10.9.9.9|20|-1|2"), world.rows(WHOSE));
    }

    @Test
    void anSgtOfAnExporterAndAMacOfItsSegmentStay() {
        world.store(
                1,
                fromClient("10.0.0.1").sgts(7, 8).build(),
                fromClient("10.0.0.2").mac(0x0011_2233_4466L).build());
        world.change(NOON.minusSeconds(300), NOON.plusSeconds(120), "10.0.0.1", 1, LAPTOP, "anna", "Employees", true);
        world.change(NOON.minusSeconds(300), NOON.plusSeconds(120), "10.0.0.2", 2, PHONE, "bob", "Guests", false);
        move();
        assertEquals(
                List.of("12:00|00:11:22:33:44:55|10.9.9.9|7|8|1", "12:00|00:11:22:33:44:66|10.9.9.9|-1|-1|1"),
                world.rows(WHOSE));
    }

    @Test
    void hoursThatWereMadeAreMadeAnew() {
        world.store(1, fromClient("10.0.0.1").build());
        world.clock.set(NOON.plus(Duration.ofMinutes(90)));
        while (world.upkeep.makeNext()) {}
        world.change(
                NOON.minusSeconds(300),
                NOON.plus(Duration.ofMinutes(80)),
                "10.0.0.1",
                1,
                LAPTOP,
                "anna",
                "Employees",
                true);
        move();
        while (world.upkeep.makeNext()) {}
        assertEquals(
                List.of("00:11:22:33:44:55|1"),
                world.rows("select c.mac, conversations from flow_1h join flow_party c on c.id = client"));
    }

    @Test
    void newsInTimeMoveNothing() {
        world.change(NOON.minusSeconds(300), NOON.minusSeconds(299), "10.0.0.1", 1, LAPTOP, "anna", "Employees", true);
        assertEquals(true, world.upkeep.move());
        assertEquals(false, world.upkeep.move(), "it has been looked at");
        assertEquals(List.of("1"), world.rows("select change_id from flow_moves"));
    }
}
