package clarion.pxgrid.tls;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.PxGridSettings.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where the identity comes from: PEM files; else the stores that the settings name; else the files that the server
 * names in {@code javax.net.ssl.keyStore} and its companions; else {@link SSLContext#getDefault()}, as a server such as
 * WildFly provides it, whose certificate cannot be seen from here.
 *
 * @param stores from the settings
 * @param withKey false for an account by password, which shows no certificate
 * @param properties the JVM's system properties
 */
record IdentitySource(Stores stores, boolean withKey, Properties properties) {

    private static final String KEY_STORE = "javax.net.ssl.keyStore";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    /** What is there now; a changed stamp means a changed identity. */
    FileSet read() {
        Path directory = stores.certificateDirectory();
        Set<Path> files = new LinkedHashSet<>();
        Stream.of(
                        stores.keyStore(),
                        stores.keyStorePasswordFile(),
                        stores.trustStore(),
                        stores.trustStorePasswordFile(),
                        stores.keyPasswordFile())
                .filter(Objects::nonNull)
                .forEach(files::add);
        if (directory != null) {
            files.addAll(PemDirectory.filesOf(directory));
        } else {
            Stream.of(KEY_STORE, TRUST_STORE)
                    .map(properties::getProperty)
                    .filter(Objects::nonNull)
                    .map(Path::of)
                    .filter(Files::isRegularFile)
                    .forEach(files::add);
        }
        return FileSet.read(files);
    }

    /** Puts together what is there, and checks that it can be used now. */
    PxGridIdentity build(FileSet files, Clock clock) throws PxGridException {
        Path directory = stores.certificateDirectory();
        StoreFile trust = trust(files);
        if (directory != null) {
            PemDirectory pem = new PemDirectory(directory, stores.keyPasswordFile(), files);
            KeyStore trusted = pem.hasAuthorities() || trust == null ? pem.authorities() : trust.load(files);
            return PxGridIdentity.of(withKey ? pem.clientKey() : null, trusted, "PEM files in " + directory, clock);
        }
        Path keyStore = stores.keyStore();
        if (!withKey) {
            return trust == null
                    ? ofTheJvm(null)
                    : PxGridIdentity.of(null, trust.load(files), "trust store " + trust.file(), clock);
        }
        if (keyStore != null) {
            return ofStores(store("key store", keyStore, stores.keyStorePasswordFile(), files), trust, files, clock);
        }
        StoreFile keys = ofTheServer("key store", KEY_STORE, files);
        if (keys == null) {
            return ofTheJvm(null);
        }
        try {
            return ofStores(keys, trust, files, clock);
        } catch (PxGridException e) {
            if (e.fault() == Fault.TLS_CLIENT_EXPIRED || e.fault() == Fault.TLS_CLIENT_NOT_YET_VALID) {
                throw e;
            }
            return ofTheJvm(e); // a server may keep a password where system properties do not show it
        }
    }

    /** The trust store that is named, else the server's unless a key store of its own is named, else none. */
    private @Nullable StoreFile trust(FileSet files) throws PxGridException {
        Path named = stores.trustStore();
        if (named != null) {
            return store("trust store", named, stores.trustStorePasswordFile(), files);
        }
        return stores.keyStore() != null ? null : ofTheServer("trust store", TRUST_STORE, files);
    }

    private static PxGridIdentity ofStores(StoreFile keys, @Nullable StoreFile trust, FileSet files, Clock clock)
            throws PxGridException {
        KeyStore keyStore = keys.load(files);
        ClientKey shown = ClientKey.of(keyStore, keys.file(), keys.password());
        return PxGridIdentity.of(
                shown, keyStore, keys, trust == null ? null : trust.load(files), "key store " + keys.file(), clock);
    }

    private static StoreFile store(String what, Path file, @Nullable Path passwordFile, FileSet files)
            throws PxGridException {
        return new StoreFile(
                what,
                file,
                passwordFile == null ? new char[0] : files.password(what, passwordFile, Fault.KEY_STORE_PASSWORD));
    }

    private @Nullable StoreFile ofTheServer(String what, String prefix, FileSet files) {
        String file = properties.getProperty(prefix);
        String password = properties.getProperty(prefix + "Password");
        return file == null || password == null || !files.isThere(Path.of(file))
                ? null
                : new StoreFile(what, Path.of(file), password.toCharArray());
    }

    private static PxGridIdentity ofTheJvm(@Nullable PxGridException reason) throws PxGridException {
        try {
            return new PxGridIdentity(SSLContext.getDefault(), null, "the server's TLS settings");
        } catch (NoSuchAlgorithmException e) {
            throw reason != null
                    ? reason
                    : new PxGridException(
                            Fault.KEY_STORE_UNREADABLE, "The server's own key or trust store cannot be used.", e);
        }
    }
}
