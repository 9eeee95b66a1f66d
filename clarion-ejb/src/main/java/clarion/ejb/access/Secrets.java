package clarion.ejb.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random credentials of 256 bits, and what is derived from them. Only hashes of them are stored. */
public final class Secrets {

    /** How every API token begins, so that secret scanners and people know one when they see it. */
    public static final String TOKEN_PREFIX = "clr_";

    /** Characters of an API token that may be shown later to tell tokens apart. */
    static final int SHOWN_CHARACTERS = 12;

    private static final int OCTETS = 32;
    private static final String PASSWORD_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String newSessionToken() {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    static String newApiToken() {
        return TOKEN_PREFIX + newSessionToken();
    }

    /** A password for people to copy: 24 characters of an alphabet without look-alikes, 120 bits. */
    static String newPassword() {
        StringBuilder password = new StringBuilder(29);
        for (int i = 0; i < 24; i++) {
            if (i > 0 && i % 6 == 0) {
                password.append('-');
            }
            password.append(PASSWORD_ALPHABET.charAt(RANDOM.nextInt(PASSWORD_ALPHABET.length())));
        }
        return password.toString();
    }

    /**
     * What the database knows of a credential: its SHA-256 in hexadecimal. A credential of 256 random bits needs no
     * salt and no slow hash.
     */
    static String hashOf(String credential) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(credential.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /**
     * The CSRF token that belongs to a session: HMAC-SHA-256 under the session's own secret. It is bound to the session
     * without being stored, and does not give the session away.
     */
    public static String csrfTokenOf(String sessionToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(sessionToken.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] code = mac.doFinal("clarion csrf".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    /** Compares without telling by its duration where the texts differ. */
    public static boolean same(String expected, String offered) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }
}
