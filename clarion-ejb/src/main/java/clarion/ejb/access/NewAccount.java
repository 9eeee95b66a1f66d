package clarion.ejb.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param password in clear; never logged nor recorded
 */
public record NewAccount(String username, @Nullable String displayName, List<String> roles, String password) {

    public NewAccount {
        roles = List.copyOf(roles);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
