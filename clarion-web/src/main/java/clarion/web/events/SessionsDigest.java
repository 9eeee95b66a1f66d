package clarion.web.events;

import clarion.ejb.sessions.SessionsChanged;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what committed batches did to the sessions, so that clients hear of it twice a second and not per batch. */
final class SessionsDigest {

    private long opened;
    private long changed;
    private long closed;
    private final Set<Long> ids = new LinkedHashSet<>();
    private @Nullable Instant at;

    synchronized void add(SessionsChanged batch) {
        opened += batch.opened();
        changed += batch.changed();
        closed += batch.closed();
        for (Long id : batch.ids()) {
            if (ids.size() >= SessionsChanged.MAX_IDS) {
                break;
            }
            ids.add(id);
        }
        at = at == null || batch.at().isAfter(at) ? batch.at() : at;
    }

    /** The data of one event for everything since the last call; empty when there was nothing. */
    synchronized Optional<String> take() {
        if (at == null || opened + changed + closed == 0) {
            return Optional.empty();
        }
        JsonArrayBuilder touched = Json.createArrayBuilder();
        ids.forEach(id -> touched.add(Long.toString(id)));
        String data = Json.createObjectBuilder()
                .add("opened", opened)
                .add("changed", changed)
                .add("closed", closed)
                .add("ids", touched)
                .add("at", at.toString())
                .build()
                .toString();
        opened = 0;
        changed = 0;
        closed = 0;
        ids.clear();
        at = null;
        return Optional.of(data);
    }
}
