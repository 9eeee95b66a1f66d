package clarion.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Api;
import clarion.it.harness.MicroServer;
import clarion.it.harness.Until;
import clarion.it.harness.World;
import clarion.simulator.sessions.IseSession;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Ten thousand sessions, read page by page and as CSV while more arrive. */
class PagingUnderLoadIT {

    private static final int SESSIONS = 10_000;

    @Test
    void keepsItsOrderWhileEventsArrive() throws Exception {
        try (World world = World.start(
                "world-paging",
                campus -> campus.devices(0).eventRate(0),
                settings -> new MicroServer("paging", settings))) {
            world.ise().feed().publishWaiting(sessions(0, SESSIONS));
            Until.isTrue(
                    SESSIONS + " sessions are stored",
                    Duration.ofMinutes(2),
                    () -> world.postgres().count("SELECT count(*) FROM session WHERE live") >= SESSIONS);
            Set<String> before = new HashSet<>(pageThrough(world.viewer()));
            assertEquals(SESSIONS, before.size());

            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Integer> busy = CompletableFuture.supplyAsync(() -> publishUntil(world, enough));
            List<String> seen;
            String csv;
            try {
                seen = pageThrough(world.viewer());
                csv = world.viewer()
                        .get("/api/v1/sessions", "text/csv")
                        .expect(200)
                        .body();
            } finally {
                enough.set(true);
            }
            int published = busy.join();
            assertTrue(published > 0, "nothing arrived meanwhile, so nothing was proved");
            assertEquals(seen.size(), new HashSet<>(seen).size(), "a row came twice");
            assertTrue(new HashSet<>(seen).containsAll(before), "a row that was there was skipped");
            long rows = csv.lines().count() - 1;
            assertTrue(rows >= SESSIONS && rows <= SESSIONS + published, "the CSV has " + rows + " rows");
            Until.isTrue(
                    "every event is stored once",
                    Duration.ofMinutes(1),
                    () -> world.postgres().count("SELECT count(*) FROM session") == SESSIONS + published);
        }
    }

    private static int publishUntil(World world, AtomicBoolean enough) {
        int next = SESSIONS;
        while (!enough.get()) {
            world.ise().feed().publishWaiting(sessions(next, 20));
            next += 20;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return next - SESSIONS;
    }

    private static List<IseSession> sessions(int first, int count) {
        List<IseSession> sessions = new ArrayList<>(count);
        Instant start = Instant.now();
        for (int i = first; i < first + count; i++) {
            sessions.add(IseSession.started(start, "02:00:00:%02X:%02X:%02X".formatted(i >> 16, i >> 8 & 255, i & 255))
                    .with("auditSessionId", "paging-" + i)
                    .with("userName", "user" + i % 700)
                    .withIpAddresses("10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255)));
        }
        return sessions;
    }

    private static List<String> pageThrough(Api caller) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = caller.get("/api/v1/sessions?limit=500"
                            + (cursor.isEmpty() ? "" : "&cursor=" + ListContract.encoded(cursor)))
                    .expect(200)
                    .json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> seen.add(item.getString("id")));
            cursor = page.getString("nextCursor", "");
        } while (!cursor.isEmpty());
        return seen;
    }
}
