package clarion.web.access;

import clarion.ejb.access.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller.
 *
 * @param roles implied ones included, the cap of a token applied
 * @param via {@code session} or {@code token}
 * @param csrfToken with a session only
 * @param expiresAt when the session or token ends at the latest; absent for a token without an end
 */
public record MeView(
        String username,
        @Nullable String displayName,
        List<String> roles,
        String via,
        @Nullable String csrfToken,
        @Nullable Instant expiresAt) {

    static MeView of(Caller caller) {
        Identity identity = caller.identity();
        return new MeView(
                identity.username(),
                identity.displayName(),
                List.copyOf(identity.roles()),
                identity.via().wireName(),
                caller.csrfToken(),
                identity.expiresAt());
    }
}
