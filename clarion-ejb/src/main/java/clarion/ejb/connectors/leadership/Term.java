package clarion.ejb.connectors.leadership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time for which one process leads.
 *
 * @param epoch number of the term; 0 before the first
 * @param holder name of the process that leads, or led last
 * @param url where that process can be reached, if it told
 * @param since when the term began
 * @param started whether an operator wants the connection
 * @param startedChangedAt when an operator said so last
 */
public record Term(
        long epoch,
        @Nullable String holder,
        @Nullable String url,
        @Nullable Instant since,
        boolean started,
        @Nullable Instant startedChangedAt) {}
