package clarion.ejb.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes of an account; null leaves a member as it is.
 *
 * @param displayName blank removes it
 * @param roles all granted roles, not the difference
 * @param disabled true ends the account's sessions and revokes its tokens at once
 * @param password in clear; ends the account's sessions
 */
public record AccountChange(
        @Nullable String displayName,
        @Nullable List<String> roles,
        @Nullable Boolean disabled,
        @Nullable String password) {

    public AccountChange {
        roles = roles == null ? null : List.copyOf(roles);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AccountChange[]";
    }
}
