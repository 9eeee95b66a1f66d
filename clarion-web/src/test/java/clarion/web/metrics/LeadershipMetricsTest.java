package clarion.web.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.connectors.leadership.Leadership;
import clarion.ejb.connectors.leadership.Member;
import clarion.ejb.connectors.leadership.Term;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadershipMetricsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void aLeaderIsNamedAndWhoStandsByIsCounted() {
        String text = write(new Term(7, "a/1", null, NOON, true, null), "a/1", "b/2", "c/3");
        assertTrue(text.contains("\nclarion_leadership_term 7\n"), text);
        assertTrue(text.contains("\nclarion_leadership_since_timestamp_seconds 1795435200\n"), text);
        assertTrue(text.contains("\nclarion_leadership_leader{name=\"a/1\"} 1\n"), text);
        assertTrue(text.contains("\nclarion_leadership_processes{part=\"leads\"} 1\n"), text);
        assertTrue(text.contains("\nclarion_leadership_processes{part=\"stands-by\"} 2\n"), text);
    }

    @Test
    void whoLedLastAndIsGoneIsNoLeader() {
        String text = write(new Term(7, "a/1", null, NOON, true, null), "b/2");
        assertFalse(text.contains("clarion_leadership_leader{"), text);
        assertTrue(text.contains("\nclarion_leadership_processes{part=\"leads\"} 0\n"), text);
        assertTrue(text.contains("\nclarion_leadership_processes{part=\"stands-by\"} 1\n"), text);
    }

    @Test
    void beforeTheFirstTermThereIsNobody() {
        String text = write(new Term(0, null, null, null, true, null));
        assertTrue(text.contains("\nclarion_leadership_term 0\n"), text);
        assertFalse(text.contains("\nclarion_leadership_since_timestamp_seconds "), text);
        assertEquals(2, text.lines().filter(line -> line.endsWith("} 0")).count(), text);
    }

    private static String write(Term term, String... members) {
        MetricsText text = new MetricsText();
        LeadershipMetrics.write(
                text,
                new Leadership(
                        term,
                        List.of(members).stream()
                                .map(name -> new Member(name, null, NOON, NOON))
                                .toList()));
        return text.toString();
    }
}
