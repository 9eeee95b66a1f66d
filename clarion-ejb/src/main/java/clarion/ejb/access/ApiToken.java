package clarion.ejb.access;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An API token as it may be shown; the token itself is not in it.
 *
 * @param account user name of the account it acts for
 * @param prefix its first characters, to tell tokens apart
 * @param role the most it may do, or null for all that its account may
 */
public record ApiToken(
        long id,
        String account,
        String name,
        String prefix,
        @Nullable String role,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    String auditTarget() {
        return "token/" + id;
    }

    Map<String, Object> auditState() {
        Map<String, Object> state = new TreeMap<>(Map.of("account", account, "name", name, "prefix", prefix));
        if (role != null) {
            state.put("role", role);
        }
        if (expiresAt != null) {
            state.put("expiresAt", expiresAt);
        }
        return state;
    }
}
