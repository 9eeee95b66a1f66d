package clarion.ejb.access;

import clarion.ejb.audit.Via;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated caller.
 *
 * @param roles every role the caller has now, implied ones included, the cap of a token applied
 * @param via {@link Via#SESSION} or {@link Via#TOKEN}
 * @param credentialId id of the console session or of the API token
 * @param expiresAt when the credential ends at the latest; null for a token without an end
 */
public record Identity(
        long accountId,
        String username,
        @Nullable String displayName,
        Set<String> roles,
        Via via,
        long credentialId,
        @Nullable Instant expiresAt) {

    public Identity {
        roles = java.util.Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
