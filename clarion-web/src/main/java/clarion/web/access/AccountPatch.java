package clarion.web.access;

import clarion.ejb.access.AccountChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body that changes an account; what is absent stays as it is.
 *
 * @param displayName empty removes it
 * @param roles all that are granted from now on
 * @param disabled true ends the account's sessions and revokes its tokens
 * @param password a new one, which ends the account's sessions
 */
public record AccountPatch(
        @Nullable String displayName,
        @Nullable List<String> roles,
        @Nullable Boolean disabled,
        @Nullable String password) {

    AccountChange toAccountChange() {
        return new AccountChange(displayName, roles == null ? null : Bodies.list("roles", roles), disabled, password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AccountPatch[]";
    }
}
