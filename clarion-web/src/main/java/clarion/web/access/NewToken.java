package clarion.web.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body that makes an API token.
 *
 * @param name what it is for
 * @param role the most it may do; absent for all that the caller may
 * @param expiresAt when it ends; absent for never
 */
public record NewToken(
        @Nullable String name,
        @Nullable String role,
        @Nullable Instant expiresAt) {}
