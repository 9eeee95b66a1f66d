package clarion.pxgrid.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** By what a certificate is recognised. */
final class Fingerprints {

    private Fingerprints() {}

    /** SHA-256 of the whole certificate, lower-case hexadecimal with colons, as {@code openssl x509} tells it. */
    static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(":")
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that cannot be encoded", e);
        }
    }
}
