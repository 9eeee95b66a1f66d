package clarion.ejb.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords with PBKDF2-HMAC-SHA-512 (RFC 8018), the parameters standing in the encoded text, so that they can
 * be raised later without invalidating what is stored.
 *
 * <p>Encoded as {@code pbkdf2-sha512$ITERATIONS$SALT$HASH}, salt and hash in Base64. 210,000 iterations and a salt of
 * 32 octets follow the OWASP Password Storage Cheat Sheet; one check costs about a fifth of a second, on purpose.
 * Passwords are compared in Unicode form NFC, so that the same characters match whichever keyboard made them.
 */
final class PasswordHasher {

    static final int ITERATIONS = 210_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_OCTETS = 32;
    private static final int HASH_OCTETS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int iterations;
    private final String nobody;

    PasswordHasher() {
        this(ITERATIONS);
    }

    /** With other work than usual; tests make it cheap. */
    PasswordHasher(int iterations) {
        this.iterations = iterations;
        // Checked when the user is unknown: the salt is as good as any, and no password has this hash.
        this.nobody = encode(iterations, new byte[SALT_OCTETS], new byte[HASH_OCTETS]);
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_OCTETS];
        RANDOM.nextBytes(salt);
        return encode(iterations, salt, derive(password, salt, iterations));
    }

    /** True when the password is the one that was encoded; takes the same time for every wrong one. */
    boolean matches(String password, String encoded) {
        Encoded stored = Encoded.parse(encoded);
        return MessageDigest.isEqual(stored.hash, derive(password, stored.salt, stored.iterations));
    }

    /** Costs what {@link #matches} costs, and matches nothing: an unknown user must not answer faster. */
    boolean matchesNobody(String password) {
        return matches(password, nobody);
    }

    /** True when the text was encoded with less work than is asked today. */
    boolean isOutdated(String encoded) {
        return Encoded.parse(encoded).iterations < iterations;
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        char[] normal = Normalizer.normalize(password, Normalizer.Form.NFC).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(normal, salt, iterations, HASH_OCTETS * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
            java.util.Arrays.fill(normal, '\0');
        }
    }

    private static String encode(int iterations, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return SCHEME + "$" + iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static final class Encoded {
        private final int iterations;
        private final byte[] salt;
        private final byte[] hash;

        private Encoded(int iterations, byte[] salt, byte[] hash) {
            this.iterations = iterations;
            this.salt = salt;
            this.hash = hash;
        }

        static Encoded parse(String text) {
            String[] parts = text.split("\\$", -1);
            if (parts.length != 4 || !parts[0].equals(SCHEME)) {
                throw new IllegalArgumentException("not a password hash of the scheme " + SCHEME);
            }
            Base64.Decoder base64 = Base64.getDecoder();
            return new Encoded(Integer.parseInt(parts[1]), base64.decode(parts[2]), base64.decode(parts[3]));
        }
    }
}
