package clarion.pxgrid.accounts;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key in a file, and what is encrypted with it: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits before
 * the ciphertext. The name of the account is bound in: a password cannot be moved to another account.
 */
final class AccountKey {

    private static final int LEAST = 32;
    private static final int MOST = 64 * 1024;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "clarion pxgrid account 1\n".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final SecretKey key;

    private AccountKey(Path file, SecretKey key) {
        this.file = file;
        this.key = key;
    }

    /** Reads the key; makes one, readable by its owner only, where the file is missing. */
    static AccountKey readOrMake(Path file) throws PxGridException {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[48];
                RANDOM.nextBytes(random);
                make(file, Base64.getEncoder().encode(random));
            }
            return read(file);
        } catch (IOException e) {
            throw unusable("The key file " + file + " is missing and cannot be made: " + words(e) + ".", e);
        }
    }

    private static void make(Path file, byte[] content) throws IOException {
        try {
            OwnerOnly.create(file, content);
        } catch (FileAlreadyExistsException e) {
            // another replica was faster: its key is the key
        }
    }

    static AccountKey read(Path file) throws PxGridException {
        byte[] content;
        try {
            long size = Files.size(file);
            content = size > MOST ? new byte[0] : Files.readAllBytes(file);
            if (size > MOST) {
                throw unusable("The key file " + file + " is larger than " + MOST + " octets.", null);
            }
        } catch (NoSuchFileException e) {
            throw unusable("The key file " + file + " does not exist.", e);
        } catch (IOException e) {
            throw unusable("The key file " + file + " cannot be read: " + words(e) + ".", e);
        }
        int length = content.length;
        while (length > 0 && (content[length - 1] == '\n' || content[length - 1] == '\r')) {
            length--; // an editor's line end is not part of the key
        }
        if (length < LEAST) {
            throw unusable(
                    "The key file " + file + " holds " + length + " octets; a key has " + LEAST + " or more.", null);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(PURPOSE);
            digest.update(content, 0, length);
            return new AccountKey(file, new SecretKeySpec(digest.digest(), "AES"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    String encrypt(String nodeName, String password) {
        try {
            byte[] nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, nonce, nodeName).doFinal(password.getBytes(StandardCharsets.UTF_8));
            byte[] all = new byte[NONCE + encrypted.length];
            System.arraycopy(nonce, 0, all, 0, NONCE);
            System.arraycopy(encrypted, 0, all, NONCE, encrypted.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    String decrypt(String nodeName, String text, Path from) throws PxGridException {
        try {
            byte[] all = Base64.getDecoder().decode(text);
            byte[] nonce = new byte[NONCE];
            System.arraycopy(all, 0, nonce, 0, NONCE);
            byte[] clear = cipher(Cipher.DECRYPT_MODE, nonce, nodeName).doFinal(all, NONCE, all.length - NONCE);
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unusable(
                    "The password of the account '" + nodeName + "' in " + from
                            + " cannot be decrypted with the key in " + file + ".",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String nodeName) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(nodeName.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    static PxGridException unusable(String what, @Nullable Throwable cause) {
        return new PxGridException(Fault.ACCOUNT_PASSWORD_UNUSABLE, what, cause);
    }

    static String words(IOException e) {
        return e instanceof AccessDeniedException
                ? "the user that runs Clarion may not write there"
                : e instanceof NoSuchFileException ? "there is no such directory" : String.valueOf(e.getMessage());
    }
}
