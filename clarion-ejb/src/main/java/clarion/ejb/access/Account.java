package clarion.ejb.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A local account as it may be shown; it holds no secret.
 *
 * @param roles granted roles, least first, without those they imply
 * @param revision opaque, changes with every change an administrator can make; the entity tag
 */
public record Account(
        long id,
        String username,
        @Nullable String displayName,
        List<String> roles,
        boolean disabled,
        Instant createdAt,
        Instant passwordChangedAt,
        @Nullable Instant lastLoginAt,
        String revision) {

    public Account {
        roles = List.copyOf(roles);
    }

    String auditTarget() {
        return "account/" + id;
    }

    /** What the audit record shows of it. */
    Map<String, Object> auditState() {
        Map<String, Object> state = new TreeMap<>(Map.of("username", username, "roles", roles, "disabled", disabled));
        if (displayName != null) {
            state.put("displayName", displayName);
        }
        return state;
    }
}
