package clarion.ejb.connectors.leadership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process that may lead.
 *
 * @param name tells it from all others
 * @param url where the others reach it, or null if that is not known
 * @param startedAt when it started; Clarion's clock
 */
record Candidate(String name, @Nullable String url, Instant startedAt) {}
