package clarion.web.access;

import clarion.ejb.access.ApiToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API token.
 *
 * @param account user name of the account it acts for
 * @param prefix its first characters, to tell tokens apart
 * @param role the most it may do; absent for all that its account may
 * @param token the token itself; only in the answer that made it
 */
public record TokenView(
        String id,
        String account,
        String name,
        String prefix,
        @Nullable String role,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String token) {

    static TokenView of(ApiToken token) {
        return of(token, null);
    }

    static TokenView of(ApiToken token, @Nullable String secret) {
        return new TokenView(
                Long.toString(token.id()),
                token.account(),
                token.name(),
                token.prefix(),
                token.role(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.revokedAt(),
                secret);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TokenView[" + id + "]";
    }
}
