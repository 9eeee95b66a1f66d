package clarion.ejb.access;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What accounts must be like; each check throws {@link ProblemType#VALIDATION_FAILED} naming the field at fault. */
final class AccountRules {

    static final int DISPLAY_NAME_CHARACTERS = 100;

    private AccountRules() {}

    static void checkUsername(String username) {
        if (!Usernames.isValid(username)) {
            throw invalid(
                    "username",
                    "A user name has 1 to 64 of the characters A-Z a-z 0-9 . _ @ - and begins with a letter or"
                            + " digit.");
        }
    }

    static void checkRoles(List<String> roles) {
        List<String> unknown =
                roles.stream().filter(role -> !Roles.isRole(role)).toList();
        if (!unknown.isEmpty()) {
            throw invalid(
                    "roles",
                    "There is no role '" + String.join("', '", unknown) + "'; the roles are "
                            + String.join(", ", Roles.ALL) + ".");
        }
        if (roles.isEmpty()) {
            throw invalid("roles", "An account needs a role; the roles are " + String.join(", ", Roles.ALL) + ".");
        }
    }

    static void checkPassword(String password, String username) {
        PasswordRules.fault(password, username).ifPresent(fault -> {
            throw invalid("password", fault);
        });
    }

    /** The name without space around it; null when nothing is left. */
    static @Nullable String displayName(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = text.strip();
        if (name.length() > DISPLAY_NAME_CHARACTERS || name.chars().anyMatch(Character::isISOControl)) {
            throw invalid(
                    "displayName",
                    "A display name has at most " + DISPLAY_NAME_CHARACTERS + " characters and no control characters.");
        }
        return name;
    }

    static ClarionException invalid(String field, String detail) {
        return new ClarionException(
                ProblemType.VALIDATION_FAILED,
                detail,
                Map.of("errors", List.of(Map.of("field", field, "message", detail))));
    }
}
