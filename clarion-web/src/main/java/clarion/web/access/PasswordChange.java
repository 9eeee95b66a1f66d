package clarion.web.access;

import jakarta.json.bind.annotation.JsonbProperty;
import org.jspecify.annotations.Nullable;

/** The body of a change of one's own password. */
public record PasswordChange(
        @Nullable String current,
        @JsonbProperty("new") @Nullable String next) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
