package clarion.pxgrid.tls;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.ConnectorStatus.Certificate;
import clarion.pxgrid.ConnectorStatus.Problem;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.PxGridSettings;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the identity in use and takes up a new one when its files have changed: by what is in them, so that a swapped
 * symbolic link, a mounted secret and a rewritten store are noticed alike. What cannot be used (half written, a key of
 * another certificate, not valid now) is refused, and tried again with every look; the identity before stays.
 *
 * <p>Safe for all threads.
 */
public final class IdentityKeeper {

    private static final System.Logger LOG = ContextLogger.named("clarion.pxgrid.certificates");

    private final Properties properties;
    private final Clock clock;
    private final ExpiryWatch expiry = new ExpiryWatch();

    private @Nullable IdentitySource source;
    private @Nullable PxGridIdentity inUse;
    private String stampInUse = "";
    private String stampRefused = "";
    private int looksAtRefused;
    private @Nullable Problem problem;

    /** Asked whether ISE takes a new identity, before the one in use is given up. */
    @FunctionalInterface
    public interface Trial {

        /** Succeeds, or says why the identity in use is to be kept. */
        void check(PxGridIdentity candidate) throws PxGridException, InterruptedException;
    }

    /** @param properties the JVM's system properties */
    public IdentityKeeper(Properties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The identity for a connection by these settings, the newest that can be used.
     *
     * @throws PxGridException if none ever could, or if the one in use has expired
     */
    public synchronized PxGridIdentity identity(PxGridSettings settings) throws PxGridException {
        IdentitySource wanted =
                new IdentitySource(settings.stores(), !settings.account().isPassword(), properties);
        if (inUse == null || !wanted.equals(source)) {
            FileSet files = wanted.read();
            take(wanted.build(files, clock), files.stamp());
            source = wanted;
        } else {
            var unused = look(null);
        }
        PxGridIdentity identity = Objects.requireNonNull(inUse);
        identity.checkValid(clock);
        return identity;
    }

    /**
     * Looks whether there is a new identity, and takes it up if it can be used.
     *
     * @param trial asked last, or null to take it without asking
     * @return true if it was taken up: connections are to be made anew
     */
    public boolean refresh(@Nullable Trial trial) throws InterruptedException {
        IdentitySource from;
        String known;
        synchronized (this) {
            from = source;
            known = stampInUse;
        }
        if (from == null) {
            return false;
        }
        if (trial == null) {
            return look(null);
        }
        FileSet files = from.read();
        if (files.stamp().equals(known)) {
            return look(null); // clears a problem, and warns of the end
        }
        PxGridException why = null;
        try {
            trial.check(from.build(files, clock)); // may take its time: not under the lock
        } catch (PxGridException e) {
            why = e;
        }
        return look(why);
    }

    private synchronized boolean look(@Nullable PxGridException refusedByIse) {
        IdentitySource from = source;
        PxGridIdentity before = inUse;
        if (from == null || before == null) {
            return false;
        }
        FileSet files = from.read();
        boolean taken = false;
        if (files.stamp().equals(stampInUse)) {
            problem = null;
            stampRefused = "";
        } else {
            try {
                if (refusedByIse != null) {
                    throw refusedByIse;
                }
                take(from.build(files, clock), files.stamp());
                taken = true;
            } catch (PxGridException e) {
                refuse(e, files.stamp());
            }
        }
        expiry.look(certificate());
        return taken;
    }

    private void take(PxGridIdentity identity, String stamp) {
        boolean first = inUse == null;
        inUse = identity;
        stampInUse = stamp;
        stampRefused = "";
        problem = null;
        Certificate certificate = certificate();
        if (certificate != null) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "event=certificate-{0} subject=\"{1}\" notAfter={2} fingerprint={3} source=\"{4}\"",
                    first ? "loaded" : "replaced",
                    certificate.subject(),
                    certificate.notAfter(),
                    certificate.fingerprintSha256(),
                    certificate.source());
        }
        expiry.look(certificate);
    }

    private void refuse(PxGridException why, String stamp) {
        Problem known = problem;
        if (known == null || !known.what().startsWith(why.what())) {
            problem = new Problem(
                    why.fault().code(),
                    why.what() + " The certificate before stays in use.",
                    why.fault().action(),
                    clock.instant());
        }
        looksAtRefused = stamp.equals(stampRefused) ? looksAtRefused + 1 : 1;
        stampRefused = stamp;
        if (looksAtRefused == 2) { // at the first they may just be being written
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} event=certificate-refused what=\"{1}\" action=\"{2}\"",
                    why.fault().code(),
                    why.what(),
                    why.fault().action());
        }
    }

    /** The certificate in use as the status shows it, or null if there is none to be seen. */
    public synchronized @Nullable Certificate certificate() {
        return inUse == null ? null : inUse.certificate(clock, problem);
    }
}
