package clarion.ejb.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit record.
 *
 * @param via {@code session}, {@code token}, {@code anonymous} or {@code system}
 * @param before what it was, a JSON object without secrets; null where there was nothing
 * @param after what it is now, likewise
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String via,
        @Nullable String remoteAddress,
        String action,
        String target,
        @Nullable String before,
        @Nullable String after,
        @Nullable String requestId) {}
