package clarion.web.access;

import clarion.ejb.access.NewAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body that makes an account.
 *
 * @param username 1 to 64 characters, unique whatever its case
 * @param roles at least one
 * @param password 12 to 256 characters
 */
public record NewAccountBody(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable List<String> roles,
        @Nullable String password) {

    NewAccount toNewAccount() {
        return new NewAccount(
                Bodies.field("username", username),
                displayName,
                Bodies.list("roles", Bodies.field("roles", roles)),
                Bodies.field("password", password));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "NewAccountBody[]";
    }
}
