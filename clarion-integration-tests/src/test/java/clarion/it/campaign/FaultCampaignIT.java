package clarion.it.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.it.harness.MicroServer;
import clarion.it.harness.Project;
import clarion.it.harness.Until;
import clarion.it.harness.World;
import clarion.simulator.Bursts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Rounds of random faults and kills while events pour in; after each round every session, user and position is compared
 * with what ISE said. Nothing may differ, and nothing may grow.
 *
 * <p>{@code -Dclarion.campaign.seconds} sets for how long, {@code -Dclarion.campaign.seed} what happens. The report is
 * in {@code target/campaign/report.txt} of the top folder.
 */
class FaultCampaignIT {

    private static final int SESSIONS = 4_000;
    private static final int EVENTS = 3_000;
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final Duration lasts = Duration.ofSeconds(Long.getLong("clarion.campaign.seconds", 150));
    private final long seed = Long.getLong("clarion.campaign.seed", 20261123);
    private final Map<Calamity, Integer> struck = new EnumMap<>(Calamity.class);

    @Test
    @Tag("pxgrid-17")
    @Tag("pxgrid-22")
    @Tag("pxgrid-32")
    void holdsWhatIseSaidWhateverGoesWrong() throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try (World world = World.start(
                "world-campaign",
                campus -> campus.nodes(2)
                        .sessions(SESSIONS)
                        .devices(100)
                        .eventRate(2)
                        .seed(seed),
                settings -> new MicroServer(
                        "campaign",
                        settings.and("clarion.pxgrid.backoff-initial", "PT0.2S")
                                .and("clarion.pxgrid.ping-interval", "PT1S")
                                .and("clarion.pxgrid.connect-timeout", "PT2S")
                                .and("clarion.pxgrid.request-timeout", "PT5S")
                                .and("clarion.pxgrid.max-message-bytes", Integer.toString(2 << 20))))) {
            awaitEqual(world, "at the start");
            Instant end = Instant.now().plus(lasts);
            int rounds = 0;
            MicroServer server = (MicroServer) world.clarion();
            Growth growth = new Growth();
            Growth longest = growth;
            while (rounds == 0 || Instant.now().isBefore(end)) {
                rounds++;
                boolean sameProcess = round(world, random, rounds);
                growth = sameProcess ? growth : new Growth();
                growth.note(server.footprint());
                assertEquals(List.of(), growth.faults(), "it grew, seed " + seed);
                longest = growth.rounds() >= longest.rounds() ? growth : longest;
            }
            while (!longest.canTell()) { // each process was killed too early to tell: some rounds without a kill
                rounds++;
                quietRound(world, rounds);
                growth.note(server.footprint());
                assertEquals(List.of(), growth.faults(), "it grew, seed " + seed);
                longest = growth;
            }
            report(rounds, longest);
        }
    }

    /** True if Clarion's process is the same as before it. */
    private boolean round(World world, RandomGenerator random, int number) throws Exception {
        List<Calamity> calamities = Calamity.some(random);
        Bursts.Burst burst = world.ise().bursts().start(EVENTS, 2_000, 1 + random.nextInt(200));
        for (Calamity calamity : calamities) {
            calamity.strike(world, random);
            struck.merge(calamity, 1, Integer::sum);
        }
        burst.await();
        // Whatever lies in wait for a message shall meet one.
        world.ise().bursts().start(50, 0, 5).await();
        world.ise().faults().clear();
        awaitEqual(world, "round " + number + ", seed " + seed + ", after " + calamities);
        return !calamities.contains(Calamity.KILL_CLARION);
    }

    /** Events and no fault. */
    private static void quietRound(World world, int number) throws Exception {
        world.ise().bursts().start(EVENTS, 2_000, 20).await();
        awaitEqual(world, "quiet round " + number);
    }

    private static void awaitEqual(World world, String when) {
        world.awaitConnector("LIVE", RECOVERY);
        Until.holds(
                "Clarion holds what ISE said, " + when,
                RECOVERY,
                () -> Difference.ofSessions(world.ise(), world.postgres()),
                List::isEmpty);
        Until.holds(
                "users have as many sessions as there are, " + when,
                RECOVERY,
                () -> Difference.ofUsers(world.postgres()),
                List::isEmpty);
        Until.holds(
                "the saved position of sessions is that of ISE's last message, " + when,
                RECOVERY,
                () -> Difference.ofPosition(world.ise(), world.postgres()),
                List::isEmpty);
        assertEquals(0, twice(world), "sessions that are live twice, " + when);
    }

    private static long twice(World world) {
        return world.postgres()
                .count("SELECT count(*) FROM (SELECT session_key FROM session WHERE live"
                        + " GROUP BY session_key HAVING count(*) > 1) twice");
    }

    private void report(int rounds, Growth growth) throws IOException {
        Path report = Project.root().resolve("target/campaign/report.txt");
        Files.createDirectories(report.getParent());
        String text = "seed " + seed + "\nrounds " + rounds + "\nfaults injected " + struck
                + "\ndifferences 0\ngrowth of a process " + growth + "\n";
        Files.writeString(report, text);
        System.out.print(text);
    }
}
