package clarion.ejb.connectors.leadership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process that holds the connection to ISE or stands by to take it over, as it told last.
 *
 * @param name host and process
 * @param url where it can be reached, if it told
 * @param startedAt when it started
 * @param seenAt when it told last; it does every {@value MemberTable#TOLD_EVERY_SECONDS} seconds
 */
public record Member(String name, @Nullable String url, Instant startedAt, Instant seenAt) {}
