package clarion.web.access;

import clarion.ejb.access.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session that a login opened.
 *
 * @param roles implied ones included
 * @param csrfToken to be sent as {@code X-CSRF-Token} with every change
 * @param expiresAt when the session ends at the latest
 */
public record LoginView(
        String username,
        List<String> roles,
        String csrfToken,
        @Nullable Instant expiresAt) {

    static LoginView of(Identity identity, String csrfToken) {
        return new LoginView(identity.username(), List.copyOf(identity.roles()), csrfToken, identity.expiresAt());
    }
}
