package clarion.ejb.access;

import java.util.Optional;

/**
 * What a password must be: 12 to 256 characters and not the user name. No rules of composition, which NIST SP 800-63B
 * (section 5.1.1.2) advises against.
 */
final class PasswordRules {

    static final int MIN_CHARACTERS = 12;
    static final int MAX_CHARACTERS = 256;

    private PasswordRules() {}

    /** What is wrong with the password, in words for the one who chose it; empty when nothing is. Never quotes it. */
    static Optional<String> fault(String password, String username) {
        int characters = password.codePointCount(0, password.length());
        if (characters < MIN_CHARACTERS) {
            return Optional.of(
                    "The password has " + characters + " characters; choose one of at least " + MIN_CHARACTERS + ".");
        }
        if (characters > MAX_CHARACTERS) {
            return Optional.of(
                    "The password has " + characters + " characters; choose one of at most " + MAX_CHARACTERS + ".");
        }
        if (password.isBlank()) {
            return Optional.of("The password is blank; choose one that is more than spaces.");
        }
        if (password.strip().equalsIgnoreCase(username)) {
            return Optional.of("The password is the user name; choose another.");
        }
        return Optional.empty();
    }
}
