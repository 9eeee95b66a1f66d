package clarion.pxgrid.tls;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.ConnectorStatus.Certificate;
import clarion.pxgrid.ConnectorStatus.Expiry;
import clarion.pxgrid.faults.Fault;
import org.jspecify.annotations.Nullable;

/** Warns once for each threshold that a certificate's end comes within, and once when it is there. Not thread-safe. */
final class ExpiryWatch {

    private static final System.Logger LOG = ContextLogger.named("clarion.pxgrid.certificates");

    private String fingerprint = "";
    private Expiry warned = Expiry.OK;

    void look(@Nullable Certificate certificate) {
        if (certificate == null) {
            return;
        }
        if (!certificate.fingerprintSha256().equals(fingerprint)) {
            fingerprint = certificate.fingerprintSha256();
            warned = Expiry.OK;
        }
        if (certificate.expiry().compareTo(warned) > 0) {
            warned = certificate.expiry();
            Fault fault = warned == Expiry.EXPIRED ? Fault.TLS_CLIENT_EXPIRED : Fault.CERTIFICATE_EXPIRES_SOON;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} event=certificate-expiry expiry={1} subject=\"{2}\" notAfter={3} source=\"{4}\" action=\"{5}\"",
                    fault.code(),
                    warned,
                    certificate.subject(),
                    certificate.notAfter(),
                    certificate.source(),
                    fault.action());
        }
    }
}
