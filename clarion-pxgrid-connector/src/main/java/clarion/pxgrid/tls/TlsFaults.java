package clarion.pxgrid.tls;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.net.URI;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts a failed TLS handshake into words: which certificate, whose, and what is wrong with it. */
public final class TlsFaults {

    private final Clock clock;
    private final Duration timeout;
    private final PxGridIdentity ours;

    /** @param timeout for looking at the peer's certificate */
    public TlsFaults(Clock clock, Duration timeout, PxGridIdentity ours) {
        this.clock = clock;
        this.timeout = timeout;
        this.ours = ours;
    }

    /** The fault, or null if the cause is not a matter of TLS. */
    public @Nullable PxGridException explain(URI peer, Throwable cause) {
        SSLException ssl = null;
        boolean dated = false;
        StringBuilder words = new StringBuilder();
        Throwable next = cause;
        for (int depth = 0; next != null && depth < 20; depth++) {
            ssl = ssl == null && next instanceof SSLException found ? found : ssl;
            dated |= next instanceof CertificateExpiredException || next instanceof CertificateNotYetValidException;
            words.append(next.getMessage()).append('\n');
            next = next.getCause();
        }
        if (ssl == null) {
            return null;
        }
        String text = words.toString();
        String where = peer.getHost() + ":" + (peer.getPort() < 0 ? 443 : peer.getPort());
        if (text.contains("fatal alert: protocol_version") || text.contains("not accepted by client preferences")) {
            return tooOld(peer, where, cause);
        }
        if (text.contains("nrecognized SSL message")) {
            return new PxGridException(Fault.TLS_FAILED, "What listens at " + where + " does not speak TLS.", cause);
        }
        List<X509Certificate> chain = PeerCertificates.shownBy(peer, timeout);
        if (text.contains("Received fatal alert")) {
            return alert(where, text, chain, cause);
        }
        X509Certificate leaf = chain.isEmpty() ? null : chain.get(0);
        String subject = leaf == null ? "of " + where : "'" + ClientKey.nameOf(leaf) + "' of " + where;
        if (dated) {
            return dated(where, chain, cause);
        }
        if (text.contains("No subject alternative") || text.contains("No name matching")) {
            String names = leaf == null ? "" : String.join(", ", PeerCertificates.namesOf(leaf));
            return new PxGridException(
                    Fault.TLS_HOST_MISMATCH,
                    "The certificate " + subject + " is not made out for " + peer.getHost() + " but for "
                            + (names.isEmpty() ? "no name at all" : names) + ".",
                    cause);
        }
        if (text.contains("unable to find valid certification path")
                || text.contains("PKIX path")
                || text.contains("trustAnchors")) {
            String issuer = leaf == null
                    ? ""
                    : ", issued by '" + leaf.getIssuerX500Principal().getName() + "'";
            return new PxGridException(
                    Fault.TLS_UNKNOWN_CA,
                    "The certificate " + subject + issuer + ", is signed by no CA that Clarion trusts.",
                    cause);
        }
        return new PxGridException(Fault.TLS_FAILED, "TLS with " + where + " failed: " + ssl.getMessage() + ".", cause);
    }

    private PxGridException tooOld(URI peer, String where, Throwable cause) {
        List<X509Certificate> chain = OldTlsPeer.certificatesOf(peer, timeout);
        String subject = chain.isEmpty() ? "" : ", whose certificate is '" + ClientKey.nameOf(chain.get(0)) + "',";
        return new PxGridException(
                Fault.TLS_TOO_OLD, where + subject + " offers nothing newer than TLS 1.1; Clarion demands 1.2.", cause);
    }

    private PxGridException alert(String where, String text, List<X509Certificate> chain, Throwable cause) {
        String alert = text.replaceAll("(?s).*Received fatal alert: (\\w+).*", "$1");
        X509Certificate leaf = ours.leaf();
        String shown = leaf == null
                ? "Clarion's client certificate"
                : "Clarion's certificate '" + ClientKey.nameOf(leaf) + "', issued by '"
                        + leaf.getIssuerX500Principal().getName() + "', valid until "
                        + leaf.getNotAfter().toInstant();
        return switch (alert) {
            case "certificate_expired" ->
                new PxGridException(
                        Fault.TLS_CLIENT_EXPIRED, where + " says of " + shown + ", that it expired.", cause);
            case "bad_certificate",
                    "certificate_unknown",
                    "unknown_ca",
                    "certificate_required",
                    "unsupported_certificate",
                    "certificate_revoked",
                    "access_denied" ->
                new PxGridException(
                        Fault.TLS_CLIENT_REJECTED, where + " refuses " + shown + " (TLS alert " + alert + ").", cause);
            case "handshake_failure" ->
                chain.isEmpty() // it fails before certificates are shown
                        ? new PxGridException(
                                Fault.TLS_FAILED, where + " has no TLS cipher in common with Clarion.", cause)
                        : new PxGridException(
                                Fault.TLS_CLIENT_REJECTED,
                                where + " refuses " + shown + " (TLS alert " + alert + ").",
                                cause);
            default ->
                new PxGridException(
                        Fault.TLS_FAILED, where + " broke the TLS handshake off (alert " + alert + ").", cause);
        };
    }

    /** Names the certificate of the chain that is at fault, which may be a CA's. */
    private PxGridException dated(String where, List<X509Certificate> chain, Throwable cause) {
        Instant now = clock.instant();
        for (X509Certificate certificate : chain) {
            String which = "The certificate '" + ClientKey.nameOf(certificate) + "' of " + where + ", issued by '"
                    + certificate.getIssuerX500Principal().getName() + "',";
            if (now.isAfter(certificate.getNotAfter().toInstant())) {
                return new PxGridException(
                        Fault.TLS_SERVER_EXPIRED,
                        which + " expired on " + certificate.getNotAfter().toInstant() + ".",
                        cause);
            }
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                return new PxGridException(
                        Fault.TLS_SERVER_NOT_YET_VALID,
                        which + " is not valid before "
                                + certificate.getNotBefore().toInstant() + ".",
                        cause);
            }
        }
        return new PxGridException(
                Fault.TLS_SERVER_EXPIRED, "A certificate of " + where + " is not valid at this time.", cause);
    }
}
