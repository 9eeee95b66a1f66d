package clarion.web.access;

import org.jspecify.annotations.Nullable;

/** The body of a login. */
public record Login(@Nullable String username, @Nullable String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Login[]";
    }
}
