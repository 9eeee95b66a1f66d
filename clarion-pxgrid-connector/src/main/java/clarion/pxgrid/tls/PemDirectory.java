package clarion.pxgrid.tls;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory with {@code client.crt}, {@code client.key} and {@code ca.crt}, as a Docker secret, a Kubernetes secret
 * or a volume shows it. {@code tls.crt} and {@code tls.key}, as Kubernetes calls them in its own kind of TLS secret,
 * will do as well.
 */
final class PemDirectory {

    private static final List<String> CERTIFICATES = List.of("client.crt", "tls.crt");
    private static final List<String> KEYS = List.of("client.key", "tls.key");
    private static final String AUTHORITIES = "ca.crt";

    private final Path directory;
    private final @Nullable Path passwordFile;
    private final FileSet files;

    PemDirectory(Path directory, @Nullable Path passwordFile, FileSet files) {
        this.directory = directory;
        this.passwordFile = passwordFile;
        this.files = files;
    }

    static Set<Path> filesOf(Path directory) {
        return Set.copyOf(Stream.of(CERTIFICATES, KEYS, List.of(AUTHORITIES))
                .flatMap(List::stream)
                .map(directory::resolve)
                .toList());
    }

    ClientKey clientKey() throws PxGridException {
        PemFile certificates = read(CERTIFICATES);
        PemFile key = read(KEYS);
        char[] password = passwordFile == null ? null : files.password("key", passwordFile, Fault.CLIENT_KEY_PASSWORD);
        return ClientKey.of(PemKey.of(key, password), certificates.certificates(), key.file(), certificates.file());
    }

    boolean hasAuthorities() {
        return files.isThere(directory.resolve(AUTHORITIES));
    }

    /** Every CA of {@code ca.crt}. */
    KeyStore authorities() throws PxGridException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (X509Certificate authority : read(List.of(AUTHORITIES)).certificates()) {
                store.setCertificateEntry("ca" + number++, authority);
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the JDK cannot build a store", e);
        }
    }

    private PemFile read(List<String> names) throws PxGridException {
        for (String name : names) {
            Path file = directory.resolve(name);
            if (files.isThere(file)) {
                return PemFile.parse(file, files.octets("The file", file, Fault.CERTIFICATE_FILE_MISSING));
            }
        }
        Path file = directory.resolve(names.get(0));
        throw new PxGridException(Fault.CERTIFICATE_FILE_MISSING, "The file " + file + " " + files.faultOf(file) + ".");
    }
}
