package clarion.it.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.campaign.Difference;
import clarion.it.harness.Broker;
import clarion.it.harness.MicroServer;
import clarion.it.harness.Scratch;
import clarion.it.harness.Until;
import clarion.it.harness.World;
import clarion.simulator.Bursts;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The whole product with RabbitMQ between connector and database: everything arrives once, whichever of the three is
 * killed, and can be applied again.
 *
 * <p>{@code -Dclarion.queue.campaign.seconds} sets how long the campaign lasts, at least one round in which the broker
 * is killed; {@code -Dclarion.campaign.seed} what happens in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QueueIT {

    private static final int SESSIONS = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Sessions that are gone, and from what is counted beside them too. */
    private static final String LOSE_A_THIRD = """
            with gone as (delete from session where id % 3 = 0 and live returning mac, user_id),
            devices as (update device d set live_sessions = d.live_sessions - g.n, online = d.live_sessions > g.n
                from (select mac, count(*)::int n from gone where mac is not null group by mac) g where d.mac = g.mac),
            users as (update network_user u set live_sessions = u.live_sessions - g.n, online = u.live_sessions > g.n
                from (select user_id, count(*)::int n from gone where user_id is not null group by user_id) g
                where u.id = g.user_id)
            select count(*) from gone""";

    private final Duration lasts = Duration.ofSeconds(Long.getLong("clarion.queue.campaign.seconds", 3));
    private final long seed = Long.getLong("clarion.campaign.seed", 20261130);
    private Broker broker;
    private World world;

    @BeforeAll
    void start() {
        broker = new Broker(Scratch.fresh("queue-broker"));
        world = World.start(
                "world-queue",
                campus -> campus.nodes(2)
                        .sessions(SESSIONS)
                        .devices(100)
                        .eventRate(2)
                        .seed(seed),
                settings -> new MicroServer(
                        "queue",
                        broker.settings(settings)
                                .and("clarion.pxgrid.backoff-initial", "PT0.2S")
                                .and("clarion.pxgrid.ping-interval", "PT1S")));
    }

    @AfterAll
    void stop() {
        if (world != null) {
            world.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    private JsonObject queue() {
        return world.viewer().get("/api/v1/connectors/queue").expect(200).json();
    }

    private void awaitEqual(String when) {
        world.awaitConnector("LIVE", PATIENCE);
        Until.holds(
                "Clarion holds what ISE said, " + when,
                PATIENCE,
                () -> Difference.ofSessions(world.ise(), world.postgres()),
                List::isEmpty);
        Until.holds(
                "users have as many sessions as there are, " + when,
                PATIENCE,
                () -> Difference.ofUsers(world.postgres()),
                List::isEmpty);
    }

    private long stored() {
        return world.postgres().count("SELECT stored FROM queue_progress");
    }

    @Test
    @Order(1)
    void everythingGoesThroughTheQueue() throws Exception {
        awaitEqual("at the start");
        long before = stored();
        world.ise().bursts().start(2_000, 2_000, 50).await();
        awaitEqual("after a burst");
        assertTrue(stored() > before + 5, () -> "only " + (stored() - before) + " entries of the queue were stored");
        JsonObject queue = queue();
        assertTrue(queue.getBoolean("on"), queue::toString);
        assertEquals("STORING", queue.getJsonObject("consuming").getString("state"), queue::toString);
        assertTrue(queue.getJsonObject("publishing").getInt("confirmed") > 0, queue::toString);
    }

    @Test
    @Order(2)
    void eventsWaitAtTheBrokerWhileTheDatabaseIsAway() throws Exception {
        awaitEqual("before");
        long gaps = gaps();
        world.postgres().kill();
        world.ise().bursts().start(1_000, 500, 50).await();
        world.postgres().start();
        awaitEqual("after the database came back");
        assertEquals(gaps, gaps(), "the connection to ISE went on, and nothing had to be fetched again");
    }

    private long gaps() {
        return world.postgres().count("SELECT count(*) FROM topic_gap WHERE topic = 'sessions'");
    }

    @Test
    @Order(3)
    void whatWasLostOnTheWayIsAppliedAgainByAReplay() throws Exception {
        Instant begin = Instant.EPOCH.plusSeconds(1);
        awaitEqual("before the replay");
        assertTrue(world.postgres().count(LOSE_A_THIRD) > 100);
        JsonObject asked = world.administrator()
                .post("/api/v1/connectors/queue/replays", "{\"from\":\"" + begin + "\"}")
                .expect(202)
                .json();
        world.viewer()
                .post("/api/v1/connectors/queue/replays", "{\"from\":\"" + begin + "\"}")
                .expect(403);
        JsonObject done = Until.holds(
                "the replay ends",
                PATIENCE,
                () -> world.viewer()
                        .get("/api/v1/connectors/queue/replays")
                        .expect(200)
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0),
                replay -> replay.containsKey("completedAt"));
        assertEquals(asked.getString("id"), done.getString("id"));
        assertTrue(done.getInt("entries") > 0 && done.getInt("applied") > 0, done::toString);
        Until.holds(
                "what was deleted is there again",
                PATIENCE,
                () -> Difference.ofSessions(world.ise(), world.postgres()),
                List::isEmpty);
    }

    @Test
    @Order(4)
    void holdsWhatIseSaidWhicheverOfTheThreeIsKilled() throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Instant end = Instant.now().plus(lasts);
        int rounds = 0;
        do {
            String calamity = List.of("broker", "broker-hangs", "database", "clarion", "broker-and-database")
                    .get(rounds == 0 ? 0 : random.nextInt(5));
            Bursts.Burst burst = world.ise().bursts().start(2_000, 1_000, 1 + random.nextInt(100));
            strike(calamity);
            burst.await();
            world.ise().bursts().start(50, 0, 5).await();
            rounds++;
            awaitEqual("round " + rounds + ", seed " + seed + ", after " + calamity);
            assertEquals(0, twice(), "sessions that are live twice");
        } while (Instant.now().isBefore(end));
        System.out.printf("queue campaign: seed %d, rounds %d, differences 0%n", seed, rounds);
    }

    private void strike(String calamity) throws InterruptedException {
        switch (calamity) {
            case "broker" -> {
                broker.kill();
                broker.start();
            }
            case "broker-hangs" -> {
                broker.pause();
                Thread.sleep(12_000);
                broker.resume();
            }
            case "database" -> {
                world.postgres().kill();
                world.postgres().start();
            }
            case "clarion" -> {
                world.clarion().kill();
                world.clarion().start();
            }
            default -> {
                world.postgres().kill();
                broker.kill();
                broker.start();
                world.postgres().start();
            }
        }
    }

    private long twice() {
        return world.postgres()
                .count("SELECT count(*) FROM (SELECT session_key FROM session WHERE live"
                        + " GROUP BY session_key HAVING count(*) > 1) twice");
    }

    @Test
    @Order(5)
    void aBrokerThatLostItsDiskCostsADownloadAndLeavesAGapOfTheRest() throws Exception {
        awaitEqual("before the disk is lost");
        broker.kill();
        broker.loseDisk();
        broker.start();
        world.ise().bursts().start(500, 500, 20).await();
        awaitEqual("after the disk was lost");
        Until.holds(
                "what cannot be downloaded again has a gap that stays unknown",
                PATIENCE,
                () -> world.postgres()
                        .count("SELECT count(*) FROM topic_gap WHERE cause = 'QUEUE_LOST' AND how = 'NOT_RECOVERABLE'"),
                count -> count > 0);
    }
}
