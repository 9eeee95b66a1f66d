package clarion.pxgrid.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How Clarion proves to ISE who it is.
 *
 * @param kind by certificate or by password
 * @param keyFile what the password is encrypted with; there with {@link Kind#PASSWORD}
 * @param file where the encrypted password is kept; there with {@link Kind#PASSWORD}
 */
public record PxGridAccount(
        Kind kind, @Nullable Path keyFile, @Nullable Path file) {

    /** Kinds of pxGrid accounts. */
    public enum Kind {
        CERTIFICATE,
        PASSWORD
    }

    public static final PxGridAccount BY_CERTIFICATE = new PxGridAccount(Kind.CERTIFICATE, null, null);

    /** A password account; its password lies beside the key unless another file is named. */
    public static PxGridAccount byPassword(Path keyFile, @Nullable Path file) {
        Path beside = keyFile.resolveSibling(keyFile.getFileName() + ".account");
        return new PxGridAccount(Kind.PASSWORD, keyFile, file == null ? beside : file);
    }

    public boolean isPassword() {
        return kind == Kind.PASSWORD;
    }
}
