package clarion.web.connectors;

import clarion.ejb.connectors.TopicLedger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How completely every topic was received, on the wire.
 *
 * @param asOf Clarion's clock
 * @param liveSessions sessions that have not ended, as counted last; absent before the first count
 * @param lagMillis from receipt to commit of the latest batch
 * @param topics all that Clarion follows
 */
public record LedgerView(
        Instant asOf, @Nullable Long liveSessions, @Nullable Long lagMillis, List<TopicLedger> topics) {}
