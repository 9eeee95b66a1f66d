package clarion.ejb.sessions;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.sessions.SessionReport;
import clarion.ejb.DatabaseText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * A report at the edge of the database.
 *
 * @param key fit to be indexed
 * @param at ISE's time, in whole microseconds, as the database keeps it
 * @param state as ISE names it
 * @param live false for an end
 * @param content what it says
 * @param digest of the content, as hexadecimal text
 */
record ReceivedReport(String key, Instant at, String state, boolean live, SessionContent content, String digest) {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * Makes a report fit.
     *
     * @throws ClarionException if its time is before 1970 or after 9999; such a report, once stored, would win for ever
     */
    static ReceivedReport of(SessionReport report) {
        Instant at = report.timestamp().truncatedTo(ChronoUnit.MICROS);
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new ClarionException(
                    ProblemType.VALIDATION_FAILED,
                    "session " + report.key() + ": timestamp " + report.timestamp() + " is not between 1970 and 9999");
        }
        String state = DatabaseText.limit(report.state().name(), 64);
        SessionContent content = SessionContent.of(report);
        return new ReceivedReport(
                DatabaseText.key(report.key().text()),
                at,
                state,
                report.state().isLive(),
                content,
                HexFormat.of().formatHex(content.digest(state)));
    }
}
