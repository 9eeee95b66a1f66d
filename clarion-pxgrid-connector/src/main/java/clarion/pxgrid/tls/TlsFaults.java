package clarion.pxgrid.tls;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.net.URI;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts a failed TLS handshake into words: which certificate, whose, and what is wrong with it. */
public final class TlsFaults {

    private final Clock clock;
    private final Duration timeout;
    private final @Nullable String ourSubject;

    /**
     * @param timeout for looking at the peer's certificate
     * @param ourSubject subject of our client certificate, or null if it is not known
     */
    public TlsFaults(Clock clock, Duration timeout, @Nullable String ourSubject) {
        this.clock = clock;
        this.timeout = timeout;
        this.ourSubject = ourSubject;
    }

    /** The fault, or null if the cause is not a matter of TLS. */
    public @Nullable PxGridException explain(URI peer, Throwable cause) {
        SSLException ssl = null;
        boolean expired = false;
        StringBuilder words = new StringBuilder();
        Throwable next = cause;
        for (int depth = 0; next != null && depth < 20; depth++) {
            ssl = ssl == null && next instanceof SSLException found ? found : ssl;
            expired |= next instanceof CertificateExpiredException || next instanceof CertificateNotYetValidException;
            words.append(next.getMessage()).append('\n');
            next = next.getCause();
        }
        if (ssl == null) {
            return null;
        }
        String text = words.toString();
        String where = peer.getHost() + ":" + (peer.getPort() < 0 ? 443 : peer.getPort());
        if (text.contains("Received fatal alert")) {
            return alert(where, text, cause);
        }
        List<X509Certificate> chain = PeerCertificates.shownBy(peer, timeout);
        X509Certificate leaf = chain.isEmpty() ? null : chain.get(0);
        String subject = leaf == null ? "of " + where : "'" + nameOf(leaf) + "' of " + where;
        if (expired) {
            return new PxGridException(
                    Fault.TLS_SERVER_EXPIRED, "The certificate " + subject + validityOf(chain) + ".", cause);
        }
        if (text.contains("No subject alternative") || text.contains("No name matching")) {
            return new PxGridException(
                    Fault.TLS_HOST_MISMATCH,
                    "The certificate " + subject + " is not made out for " + peer.getHost() + " but for "
                            + namesOf(leaf) + ".",
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

    private PxGridException alert(String where, String text, Throwable cause) {
        String alert = text.replaceAll("(?s).*Received fatal alert: (\\w+).*", "$1");
        String ours =
                ourSubject == null ? "Clarion's client certificate" : "Clarion's certificate '" + ourSubject + "'";
        return switch (alert) {
            case "certificate_expired" ->
                new PxGridException(Fault.TLS_CLIENT_EXPIRED, where + " says that " + ours + " has expired.", cause);
            case "bad_certificate",
                    "certificate_unknown",
                    "unknown_ca",
                    "certificate_required",
                    "unsupported_certificate",
                    "certificate_revoked",
                    "access_denied",
                    "handshake_failure" ->
                new PxGridException(
                        Fault.TLS_CLIENT_REJECTED, where + " refuses " + ours + " (TLS alert " + alert + ").", cause);
            default ->
                new PxGridException(
                        Fault.TLS_FAILED, where + " broke the TLS handshake off (alert " + alert + ").", cause);
        };
    }

    private String validityOf(List<X509Certificate> chain) {
        Instant now = clock.instant();
        for (X509Certificate certificate : chain) {
            if (now.isAfter(certificate.getNotAfter().toInstant())) {
                return " expired on " + certificate.getNotAfter().toInstant();
            }
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                return " is not valid before " + certificate.getNotBefore().toInstant();
            }
        }
        return " has expired";
    }

    private static String nameOf(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static String namesOf(@Nullable X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate == null ? null : certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    names.add(String.format(Locale.ROOT, "%s", alternative.get(1)));
                }
            }
        } catch (CertificateParsingException e) {
            names.add("unreadable names");
        }
        return names.isEmpty() ? "no name at all" : String.join(", ", names);
    }
}
