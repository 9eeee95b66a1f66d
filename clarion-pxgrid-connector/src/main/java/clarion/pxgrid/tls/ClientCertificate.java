package clarion.pxgrid.tls;

import clarion.pxgrid.ConnectorStatus.Certificate;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Finds the client certificate in a key store. */
final class ClientCertificate {

    private ClientCertificate() {}

    /** The certificate that is shown to ISE; of several, one that a CA issued and that is valid longest. */
    static Certificate of(KeyStore store, Path file, Clock clock) throws PxGridException {
        X509Certificate best = candidates(store).stream()
                .max(Comparator.comparing(ClientCertificate::isIssuedByCa).thenComparing(X509Certificate::getNotAfter))
                .orElseThrow(() -> new PxGridException(
                        Fault.KEY_STORE_EMPTY, "The key store " + file + " holds no private key with a certificate."));
        Certificate certificate = new Certificate(
                best.getSubjectX500Principal().getName(), best.getNotAfter().toInstant());
        Instant now = clock.instant();
        if (now.isAfter(certificate.notAfter())) {
            throw new PxGridException(
                    Fault.TLS_CLIENT_EXPIRED,
                    "Clarion's certificate '" + certificate.subject() + "' in " + file + " expired on "
                            + certificate.notAfter() + ".");
        }
        if (now.isBefore(best.getNotBefore().toInstant())) {
            throw new PxGridException(
                    Fault.TLS_CLIENT_EXPIRED,
                    "Clarion's certificate '" + certificate.subject() + "' in " + file + " is not valid before "
                            + best.getNotBefore().toInstant() + ".");
        }
        return certificate;
    }

    private static boolean isIssuedByCa(X509Certificate certificate) {
        return !certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static List<X509Certificate> candidates(KeyStore store) {
        try {
            return Collections.list(store.aliases()).stream()
                    .filter(alias -> isKey(store, alias))
                    .map(alias -> certificateOf(store, alias))
                    .filter(Objects::nonNull)
                    .toList();
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e); // only before loading
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificateOf(KeyStore store, String alias) {
        try {
            return (X509Certificate) store.getCertificate(alias);
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
