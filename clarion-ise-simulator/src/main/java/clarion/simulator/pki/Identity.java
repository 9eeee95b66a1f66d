package clarion.simulator.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with its certificate chain.
 *
 * @param key the private key
 * @param chain the certificate first, then its issuers
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {

    public Identity {
        chain = List.copyOf(chain);
    }

    /** The identity's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** This identity as an in-memory PKCS12 store with one key entry, {@code alias}. */
    public KeyStore keyStore(String alias, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias, key, password, chain.toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the JDK cannot build a PKCS12 store", e);
        }
    }

    /** Writes this identity as a PKCS12 file, readable by its owner only. */
    public void writePkcs12(Path file, String alias, char[] password) {
        try {
            PrivateFiles.write(file, PrivateFiles.bytes(keyStore(alias, password), password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code NAME.pem} (the chain) and {@code NAME-key.pem} (PKCS8, readable by its owner only). */
    public void writePem(Path directory, String name) throws IOException {
        Files.writeString(directory.resolve(name + ".pem"), Pem.certificates(chain));
        PrivateFiles.write(
                directory.resolve(name + "-key.pem"), Pem.privateKey(key).getBytes(Pem.CHARSET));
    }
}
