package clarion.pxgrid.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Looks at the certificate that a peer shows, so that a fault can name it. The handshake is always broken off at that
 * point: nothing is trusted, nothing is sent.
 */
final class PeerCertificates {

    private PeerCertificates() {}

    /** The names (subject alternative names) that a certificate is made out for; the unreadable ones are left out. */
    static List<String> namesOf(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    if (alternative.get(1) instanceof String name) {
                        names.add(name);
                    }
                }
            }
        } catch (CertificateParsingException e) {
            return List.of();
        }
        return names;
    }

    /** The peer's chain, leaf first; empty if the peer does not show one in time. */
    static List<X509Certificate> shownBy(URI peer, Duration timeout) {
        LookOnly look = new LookOnly();
        int port = peer.getPort() < 0 ? 443 : peer.getPort();
        try (Socket socket = new Socket()) {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {look}, null);
            socket.connect(new InetSocketAddress(peer.getHost(), port), (int) timeout.toMillis());
            socket.setSoTimeout((int) timeout.toMillis());
            try (SSLSocket tls =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, peer.getHost(), port, true)) {
                tls.startHandshake();
            }
        } catch (IOException | GeneralSecurityException e) {
            return look.shown; // LookOnly always ends the handshake this way
        }
        return look.shown;
    }

    /** Remembers the chain and refuses it. */
    private static final class LookOnly extends X509ExtendedTrustManager {

        private List<X509Certificate> shown = List.of();

        private void refuse(X509Certificate[] chain) throws CertificateException {
            shown = List.of(chain);
            throw new CertificateException("only looked at");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            refuse(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            refuse(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            refuse(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            refuse(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            refuse(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            refuse(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
