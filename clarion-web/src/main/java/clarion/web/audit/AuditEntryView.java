package clarion.web.audit;

import clarion.ejb.audit.AuditEntry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit record.
 *
 * @param via {@code session}, {@code token}, {@code anonymous} or {@code system}
 * @param before what it was; absent where there was nothing
 * @param after what it is now; absent where there is nothing any more
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record AuditEntryView(
        String id,
        Instant at,
        String actor,
        String via,
        @Nullable String remoteAddress,
        String action,
        String target,
        @Nullable JsonObject before,
        @Nullable JsonObject after,
        @Nullable String requestId) {

    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(
                Long.toString(entry.id()),
                entry.at(),
                entry.actor(),
                entry.via(),
                entry.remoteAddress(),
                entry.action(),
                entry.target(),
                object(entry.before()),
                object(entry.after()),
                entry.requestId());
    }

    private static @Nullable JsonObject object(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
