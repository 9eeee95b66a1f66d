package clarion.pxgrid.tls;

import clarion.pxgrid.CheckReport.PeerCertificate;
import clarion.pxgrid.ConnectorStatus.Certificate;
import clarion.pxgrid.ConnectorStatus.Expiry;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.wire.ControlWire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A TLS connection made for the sake of looking: which certificates the peer shows, by which protocol, whether they and
 * ours are taken.
 *
 * @param chain what the peer showed, its own first; empty if it showed none
 * @param fault why there is no connection, or null
 * @param words what was found, if there is a connection
 * @param warning what is not well although there is a connection, or null
 */
public record PeerLook(
        List<PeerCertificate> chain,
        @Nullable PxGridException fault,
        String words,
        @Nullable Fault warning) {

    public PeerLook {
        chain = List.copyOf(chain);
    }

    /** @param identity who we are, or null to see the peer's certificates only */
    public static PeerLook at(URI peer, Duration patience, @Nullable PxGridIdentity identity, Clock clock) {
        List<X509Certificate> shown = PeerCertificates.shownBy(peer, patience);
        List<PeerCertificate> chain = shown.stream().map(PeerLook::described).toList();
        if (identity == null) {
            return new PeerLook(chain, null, "", null);
        }
        String where = peer.getHost() + ":" + peer.getPort();
        try {
            String protocol = handshake(peer, (int) patience.toMillis(), identity);
            if (shown.isEmpty()) {
                return new PeerLook(chain, null, where + " speaks " + protocol + ".", null);
            }
            X509Certificate leaf = shown.get(0);
            String words = where + " speaks " + protocol + "; its certificate '" + ClientKey.nameOf(leaf)
                    + "' is made out for " + String.join(", ", PeerCertificates.namesOf(leaf)) + " and valid until "
                    + leaf.getNotAfter().toInstant() + ".";
            if (Expiries.of(leaf.getNotAfter().toInstant(), clock.instant()) != Expiry.OK) {
                return new PeerLook(chain, null, words + " That is soon.", Fault.TLS_SERVER_EXPIRED);
            }
            Certificate ours = identity.certificate(clock, null);
            return ours != null && ours.expiry() != Expiry.OK
                    ? new PeerLook(
                            chain,
                            null,
                            words + " Clarion's own, '" + ours.subject() + "', ends on " + ours.notAfter() + ".",
                            Fault.CERTIFICATE_EXPIRES_SOON)
                    : new PeerLook(chain, null, words, null);
        } catch (IOException e) {
            PxGridException why = new TlsFaults(clock, patience, identity).explain(peer, e);
            return new PeerLook(
                    chain,
                    why != null
                            ? why
                            : new PxGridException(
                                    e instanceof SocketTimeoutException ? Fault.CONTROLLER_TIMEOUT : Fault.TLS_FAILED,
                                    "TLS with " + where + " did not come about: " + e.getMessage() + ".",
                                    e),
                    "",
                    null);
        }
    }

    /** The protocol agreed on. By TLS 1.3 a server refuses a client's certificate only after the handshake. */
    private static String handshake(URI peer, int millis, PxGridIdentity identity) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(peer.getHost(), peer.getPort()), millis);
            socket.setSoTimeout(millis);
            try (SSLSocket tls = (SSLSocket)
                    identity.context().getSocketFactory().createSocket(socket, peer.getHost(), peer.getPort(), true)) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                tls.startHandshake();
                tls.getOutputStream()
                        .write(("GET " + ControlWire.BASE_PATH + ControlWire.VERSION + " HTTP/1.1\r\nHost: "
                                        + peer.getAuthority() + "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                awaitAnswer(tls);
                return tls.getSession().getProtocol();
            }
        }
    }

    private static void awaitAnswer(SSLSocket tls) throws IOException {
        try {
            var unused = tls.getInputStream().read();
        } catch (SocketTimeoutException e) {
            // the certificates were taken; what the peer does not answer is for the next step
        }
    }

    private static PeerCertificate described(X509Certificate certificate) {
        return new PeerCertificate(
                ClientKey.nameOf(certificate),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                Fingerprints.sha256(certificate),
                PeerCertificates.namesOf(certificate));
    }
}
