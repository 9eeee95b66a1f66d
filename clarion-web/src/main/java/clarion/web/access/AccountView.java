package clarion.web.access;

import clarion.ejb.access.Account;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A local account.
 *
 * @param roles granted ones, without those they imply
 * @param revision the entity tag without its quotes
 */
public record AccountView(
        String id,
        String username,
        @Nullable String displayName,
        List<String> roles,
        boolean disabled,
        Instant createdAt,
        Instant passwordChangedAt,
        @Nullable Instant lastLoginAt,
        String revision) {

    static AccountView of(Account account) {
        return new AccountView(
                Long.toString(account.id()),
                account.username(),
                account.displayName(),
                account.roles(),
                account.disabled(),
                account.createdAt(),
                account.passwordChangedAt(),
                account.lastLoginAt(),
                account.revision());
    }
}
