package clarion.simulator.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** PEM text (RFC 7468) of certificates and PKCS8 keys. */
final class Pem {

    static final Charset CHARSET = StandardCharsets.US_ASCII;

    private static final String KEY = "PRIVATE KEY";

    private Pem() {}

    static String certificates(List<X509Certificate> chain) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : chain) {
            try {
                text.append(block("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that cannot be encoded", e);
            }
        }
        return text.toString();
    }

    static String privateKey(PrivateKey key) {
        return block(KEY, key.getEncoded());
    }

    static Identity read(Path certificates, Path key) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificates)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
        String text = Files.readString(key, CHARSET);
        int from = text.indexOf('\n') + 1;
        int to = text.indexOf("-----END");
        if (chain.isEmpty() || !text.startsWith("-----BEGIN " + KEY) || to < from) {
            throw new GeneralSecurityException("no certificate and PKCS8 key in PEM form");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(text.substring(from, to));
        return new Identity(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded)), chain);
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }
}
