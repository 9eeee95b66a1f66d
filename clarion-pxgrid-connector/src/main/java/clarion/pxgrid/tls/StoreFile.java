package clarion.pxgrid.tls;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;

/** A PKCS12 or JKS file with its password. */
final class StoreFile {

    private static final int JKS_MAGIC = 0xFEEDFEED;

    private final String what;
    private final Path file;
    private final char[] password;

    StoreFile(String what, Path file, char[] password) {
        this.what = what;
        this.file = file;
        this.password = password;
    }

    Path file() {
        return file;
    }

    char[] password() {
        return password;
    }

    KeyStore load(FileSet files) throws PxGridException {
        byte[] content = files.octets("The " + what, file, Fault.KEY_STORE_UNREADABLE);
        try {
            KeyStore store = KeyStore.getInstance(isJks(content) ? "JKS" : "PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            return store;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new PxGridException(
                        Fault.KEY_STORE_PASSWORD, "The password of the " + what + " " + file + " is wrong.", e);
            }
            throw neither(e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw neither(e);
        }
    }

    private PxGridException neither(Exception e) {
        return new PxGridException(
                Fault.KEY_STORE_UNREADABLE, "The " + what + " " + file + " is neither PKCS12 nor JKS.", e);
    }

    private static boolean isJks(byte[] content) {
        return content.length > 4
                && ((content[0] & 0xff) << 24
                                | (content[1] & 0xff) << 16
                                | (content[2] & 0xff) << 8
                                | content[3] & 0xff)
                        == JKS_MAGIC;
    }
}
