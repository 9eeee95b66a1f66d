package clarion.ejb.flows;

import static clarion.ejb.flows.ConversationBuilder.fromClient;
import static clarion.ejb.flows.FlowWorld.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.FlowBatch;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class FlowPipelineDatabaseTest {

    private static final String COUNTS = "select coalesce(sum(conversations), 0) from flow_5m";

    private final FlowWorld world = new FlowWorld();
    private final FlowWorld.ListJoiner joiner = new FlowWorld.ListJoiner();
    private final FlowPipeline pipeline = new FlowPipeline("here", world.settings, joiner, world.service, world.clock);
    private FlowBatch batch = new FlowBatch(10);

    FlowPipelineDatabaseTest() {
        pipeline.exporters().number("switch-1");
    }

    private long figure(String name) {
        return Objects.requireNonNull(pipeline.figures().values().get(name));
    }

    private void start() {
        new Thread(pipeline::join, "join").start();
        new Thread(pipeline::write, "write").start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        world.work.away = false;
        pipeline.stop();
    }

    private void send(Conversation... conversations) {
        joiner.waiting.addAll(List.of(conversations));
        for (int i = 0; i < conversations.length; i++) {
            batch.add();
        }
        batch = pipeline.exchange(batch);
        assertEquals(0, batch.size());
    }

    private void pass(Duration time) {
        world.clock.set(world.clock.instant().plus(time));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void flowsWaitForTheSessionsOfTheirTime() throws Exception {
        send(fromClient("10.0.0.1").build());
        start();
        until(() -> figure("held") == 1);
        world.change(
                NOON.minusSeconds(1),
                NOON.plusSeconds(30),
                "10.0.0.1",
                1,
                "00:11:22:33:44:55",
                "anna",
                "Employees",
                true);
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(5));
            TimeUnit.MILLISECONDS.sleep(60);
        }
        assertEquals(List.of("0"), world.rows(COUNTS), "held back for two minutes");
        pass(Duration.ofSeconds(40));
        until(() -> {
            pass(Duration.ofSeconds(1));
            return figure("conversationsStored") == 1;
        });
        assertEquals(
                List.of("00:11:22:33:44:55|20"),
                world.rows("select mac, client_sgt from flow_5m join flow_party on id = client"));
        assertEquals(List.of("here|1"), world.rows("select name, batch from flow_writer"));
    }

    @Test
    void aDatabaseThatIsAwayOrForgetsToAnswerCostsAndDoublesNothing() throws Exception {
        start();
        world.work.away = true;
        send(fromClient("10.0.0.1").at(NOON.minusSeconds(600)).build());
        until(pipeline::isFailing);
        send(fromClient("10.0.0.2").at(NOON.minusSeconds(600)).build());
        world.work.lostAnswers.set(6);
        world.work.away = false;
        until(() -> {
            pass(Duration.ofSeconds(1));
            return figure("conversationsStored") == 2;
        });
        assertEquals(List.of("2"), world.rows(COUNTS));
        assertEquals(0, figure("conversationsDropped"));
        assertTrue(figure("commitsFailed") > 0);
    }

    @Test
    void aFullQueueDropsAndCounts() {
        for (int i = 0; i < world.settings.queue(); i++) {
            send(fromClient("10.0.0.1").build());
        }
        FlowBatch filled = batch;
        send(fromClient("10.0.0.1").build(), fromClient("10.0.0.1").build());
        assertSame(filled, batch);
        assertEquals(2, figure("recordsDropped"));
        assertEquals(world.settings.queue() + 2, figure("recordsReceived"));
        joiner.waiting.clear();
        for (int i = 0; i < world.settings.queue(); i++) {
            joiner.waiting.add(fromClient("10.0.0.1").at(NOON.minusSeconds(600)).build());
        }
        start();
    }

    @Test
    void aClockThatIsAheadMakesNoFuture() throws Exception {
        start();
        send(fromClient("10.0.0.1").at(NOON.plus(Duration.ofDays(300))).build());
        until(() -> {
            pass(Duration.ofSeconds(10));
            return figure("conversationsStored") == 1;
        });
        assertEquals(List.of("t"), world.rows("select at < '2026-11-04T00:00Z' and marks & 32 = 32 from flow_5m"));
    }

    @Test
    void whatIsInMemoryIsWrittenBeforeItStops() throws Exception {
        start();
        send(fromClient("10.0.0.1").build());
        pipeline.stop();
        assertEquals(List.of("1"), world.rows(COUNTS));
    }
}
