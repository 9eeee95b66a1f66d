package clarion.pxgrid.tls;

import clarion.pxgrid.ConnectorStatus.Certificate;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.PxGridSettings.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Properties;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who Clarion is towards ISE and whom it trusts.
 *
 * <p>Taken from the stores that the settings name; else from the files that the server names in
 * {@code javax.net.ssl.keyStore} and its companions; else from {@link SSLContext#getDefault()}, as a server such as
 * WildFly provides it, whose certificate cannot be seen from here.
 *
 * @param context for HTTPS and WebSocket
 * @param certificate the client certificate, or null if it cannot be seen
 */
public record PxGridIdentity(SSLContext context, @Nullable Certificate certificate) {

    private static final String KEY_STORE = "javax.net.ssl.keyStore";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    /**
     * Loads the identity and checks that its certificate is valid now.
     *
     * @param properties the JVM's system properties
     */
    public static PxGridIdentity load(Stores stores, Properties properties, Clock clock) throws PxGridException {
        if (stores.keyStore() != null) {
            StoreFile keys = StoreFile.of("key store", stores.keyStore(), stores.keyStorePasswordFile());
            StoreFile trust = stores.trustStore() == null
                    ? null
                    : StoreFile.of("trust store", stores.trustStore(), stores.trustStorePasswordFile());
            return build(keys, trust, clock);
        }
        StoreFile keys = ofTheServer(properties, "key store", KEY_STORE);
        StoreFile trust = stores.trustStore() != null
                ? StoreFile.of("trust store", stores.trustStore(), stores.trustStorePasswordFile())
                : ofTheServer(properties, "trust store", TRUST_STORE);
        if (keys == null) {
            return ofTheJvm(null);
        }
        try {
            return build(keys, trust, clock);
        } catch (PxGridException e) {
            if (e.fault() == Fault.TLS_CLIENT_EXPIRED) {
                throw e;
            }
            return ofTheJvm(e); // a server may keep a password where system properties do not show it
        }
    }

    private static @Nullable StoreFile ofTheServer(Properties properties, String what, String prefix) {
        String file = properties.getProperty(prefix);
        String password = properties.getProperty(prefix + "Password");
        return file == null || password == null || !Files.isReadable(Path.of(file))
                ? null
                : new StoreFile(what, Path.of(file), password.toCharArray());
    }

    private static PxGridIdentity ofTheJvm(@Nullable PxGridException reason) throws PxGridException {
        try {
            return new PxGridIdentity(SSLContext.getDefault(), null);
        } catch (NoSuchAlgorithmException e) {
            throw reason != null
                    ? reason
                    : new PxGridException(
                            Fault.KEY_STORE_UNREADABLE, "The server's own key or trust store cannot be used.", e);
        }
    }

    private static PxGridIdentity build(StoreFile keys, @Nullable StoreFile trust, Clock clock) throws PxGridException {
        KeyStore keyStore = keys.load();
        Certificate certificate = ClientCertificate.of(keyStore, keys.file(), clock);
        TrustManager[] trusted = trustOf(trust);
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keyStore, keys.password());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), trusted, null);
            return new PxGridIdentity(context, certificate);
        } catch (GeneralSecurityException e) {
            throw new PxGridException(
                    Fault.KEY_STORE_PASSWORD,
                    "The private key in " + keys.file() + " cannot be opened with the store's password.",
                    e);
        }
    }

    private static TrustManager[] trustOf(@Nullable StoreFile trust) throws PxGridException {
        KeyStore store = trust == null ? null : trust.load();
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store); // null = the JVM's own
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new PxGridException(
                    Fault.KEY_STORE_UNREADABLE, "The trust store cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
