package clarion.pxgrid.tls;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import org.jspecify.annotations.Nullable;

/** A PKCS12 or JKS file with its password, not yet read. */
final class StoreFile {

    private final String what;
    private final Path file;
    private final char[] password;

    StoreFile(String what, Path file, char[] password) {
        this.what = what;
        this.file = file;
        this.password = password;
    }

    static StoreFile of(String what, Path file, @Nullable Path passwordFile) throws PxGridException {
        if (passwordFile == null) {
            return new StoreFile(what, file, new char[0]);
        }
        try {
            return new StoreFile(
                    what, file, Files.readString(passwordFile).strip().toCharArray());
        } catch (IOException e) {
            throw new PxGridException(
                    Fault.KEY_STORE_PASSWORD,
                    "The file with the " + what + "'s password, " + passwordFile + ", " + why(passwordFile, e) + ".",
                    e);
        }
    }

    Path file() {
        return file;
    }

    char[] password() {
        return password;
    }

    KeyStore load() throws PxGridException {
        try {
            return KeyStore.getInstance(file.toFile(), password);
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new PxGridException(
                        Fault.KEY_STORE_PASSWORD, "The password of the " + what + " " + file + " is wrong.", e);
            }
            throw new PxGridException(
                    Fault.KEY_STORE_UNREADABLE, "The " + what + " " + file + " " + why(file, e) + ".", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PxGridException(
                    Fault.KEY_STORE_UNREADABLE,
                    "The " + what + " " + file + " "
                            + (Files.isRegularFile(file) ? "is neither PKCS12 nor JKS" : "does not exist") + ".",
                    e);
        }
    }

    private static String why(Path file, IOException e) {
        if (e instanceof NoSuchFileException || !Files.exists(file)) {
            return "does not exist";
        }
        return e instanceof java.nio.file.AccessDeniedException || !Files.isReadable(file)
                ? "may not be read by the user that runs Clarion"
                : "cannot be read: " + e.getMessage();
    }
}
