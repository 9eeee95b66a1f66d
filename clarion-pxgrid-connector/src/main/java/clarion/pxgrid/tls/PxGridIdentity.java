package clarion.pxgrid.tls;

import clarion.pxgrid.ConnectorStatus.Certificate;
import clarion.pxgrid.ConnectorStatus.Problem;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.PxGridSettings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who Clarion is towards ISE and whom it trusts.
 *
 * @param context for HTTPS and WebSocket
 * @param leaf the client certificate, or null if it cannot be seen or if there is none
 * @param source where it comes from, in words
 */
public record PxGridIdentity(SSLContext context, @Nullable X509Certificate leaf, String source) {

    private static final char[] IN_MEMORY = "in memory only".toCharArray();

    /** Loads the identity that the settings name, once, and checks that it can be used now. */
    public static PxGridIdentity load(PxGridSettings settings, Properties properties, Clock clock)
            throws PxGridException {
        IdentitySource source =
                new IdentitySource(settings.stores(), !settings.account().isPassword(), properties);
        return source.build(source.read(), clock);
    }

    /** Of one key; null for none. */
    static PxGridIdentity of(@Nullable ClientKey key, @Nullable KeyStore trust, String source, Clock clock)
            throws PxGridException {
        if (key == null) {
            return new PxGridIdentity(context(null, trust), null, source);
        }
        key.checkValid(source, clock);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("client", key.key(), IN_MEMORY, key.chain().toArray(X509Certificate[]::new));
            return new PxGridIdentity(context(managers(store, IN_MEMORY), trust), key.leaf(), source);
        } catch (GeneralSecurityException | IOException e) {
            throw new PxGridException(
                    Fault.CLIENT_KEY_UNSUPPORTED,
                    "The key (" + source + ") cannot be used: " + e.getMessage() + ".",
                    e);
        }
    }

    /** Of a store, whose other keys the server may ask for. */
    static PxGridIdentity of(
            ClientKey shown, KeyStore keys, StoreFile file, @Nullable KeyStore trust, String source, Clock clock)
            throws PxGridException {
        shown.checkValid(source, clock);
        try {
            return new PxGridIdentity(context(managers(keys, file.password()), trust), shown.leaf(), source);
        } catch (GeneralSecurityException e) {
            throw new PxGridException(
                    Fault.KEY_STORE_PASSWORD,
                    "The private key in " + file.file() + " cannot be opened with the store's password.",
                    e);
        }
    }

    private static KeyManager[] managers(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static SSLContext context(KeyManager @Nullable [] keys, @Nullable KeyStore trust) throws PxGridException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trust); // null = the JVM's own
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys == null ? new KeyManager[0] : keys, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new PxGridException(
                    Fault.KEY_STORE_UNREADABLE, "The trust store cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** The client certificate's subject, or null if it is not known. */
    public @Nullable String subject() {
        return leaf == null ? null : ClientKey.nameOf(leaf);
    }

    /** The client certificate as the status shows it, or null if it is not known. */
    public @Nullable Certificate certificate(Clock clock, @Nullable Problem problem) {
        return leaf == null
                ? null
                : new Certificate(
                        ClientKey.nameOf(leaf),
                        leaf.getIssuerX500Principal().getName(),
                        leaf.getNotBefore().toInstant(),
                        leaf.getNotAfter().toInstant(),
                        Fingerprints.sha256(leaf),
                        source,
                        Expiries.of(leaf.getNotAfter().toInstant(), clock.instant()),
                        problem);
    }

    /** Refuses to be used after the certificate's end. */
    void checkValid(Clock clock) throws PxGridException {
        if (leaf != null && clock.instant().isAfter(leaf.getNotAfter().toInstant())) {
            throw new PxGridException(
                    Fault.TLS_CLIENT_EXPIRED,
                    "Clarion's certificate '" + ClientKey.nameOf(leaf) + "' (" + source + ") expired on "
                            + leaf.getNotAfter().toInstant() + ".");
        }
    }
}
