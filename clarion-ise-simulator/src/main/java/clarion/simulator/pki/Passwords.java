package clarion.simulator.pki;

import java.security.SecureRandom;

/** Generated passwords: 20 letters and digits that cannot be mistaken for each other. */
public final class Passwords {

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private Passwords() {}

    public static String generate() {
        StringBuilder text = new StringBuilder(20);
        new SecureRandom().ints(20, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }
}
