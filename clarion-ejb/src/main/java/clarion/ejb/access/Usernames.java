package clarion.ejb.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** User names: 1 to 64 of ASCII letters, digits and {@code . _ @ -}, beginning with a letter or digit. */
final class Usernames {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private Usernames() {}

    static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }

    /** The form in which two names are the same name. */
    static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
