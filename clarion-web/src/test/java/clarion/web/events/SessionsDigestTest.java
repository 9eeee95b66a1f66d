package clarion.web.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.ejb.sessions.SessionsChanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SessionsDigestTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final SessionsDigest digest = new SessionsDigest();

    @Test
    void gathersBatchesIntoOneEvent() {
        digest.add(new SessionsChanged(1, 2, 0, List.of(7L, 8L), AT));
        digest.add(new SessionsChanged(0, 1, 3, List.of(8L, 9L), AT.plusMillis(200)));
        assertEquals(
                Optional.of("{\"opened\":1,\"changed\":3,\"closed\":3,\"ids\":[\"7\",\"8\",\"9\"],"
                        + "\"at\":\"2026-11-23T10:00:00.200Z\"}"),
                digest.take());
        assertEquals(Optional.empty(), digest.take());
    }

    @Test
    void saysNothingAboutABatchThatChangedNothing() {
        digest.add(new SessionsChanged(0, 0, 0, List.of(), AT));
        assertEquals(Optional.empty(), digest.take());
    }

    @Test
    void namesAtMostAHundredSessionsAndCountsThemAll() {
        for (int i = 0; i < 5; i++) {
            long from = i * 60L;
            digest.add(new SessionsChanged(
                    60, 0, 0, LongStream.range(from, from + 60).boxed().toList(), AT));
        }
        String data = digest.take().orElseThrow();
        assertEquals(100, data.substring(data.indexOf('['), data.indexOf(']')).split(",").length);
        assertEquals(true, data.contains("\"opened\":300"));
    }
}
