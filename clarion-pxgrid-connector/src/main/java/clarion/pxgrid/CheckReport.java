package clarion.pxgrid;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found, step by step.
 *
 * @param outcome {@code FAILED} if Clarion could not work this way; {@code WARNINGS} if it could, yet something is
 *     wrong, such as one controller of several
 * @param steps in the order in which they were done
 */
public record CheckReport(Instant startedAt, Instant finishedAt, Outcome outcome, List<Step> steps) {

    public CheckReport {
        steps = List.copyOf(steps);
    }

    /** Of the whole test. */
    public enum Outcome {
        PASSED,
        WARNINGS,
        FAILED
    }

    /** What is tested, in this order. */
    public enum StepName {
        NAME_RESOLUTION,
        TCP,
        TLS,
        ACCOUNT,
        LOOKUP,
        SECRET,
        WEBSOCKET,
        SUBSCRIPTION,
        BULK
    }

    /** Of one step. */
    public enum StepOutcome {
        PASSED,
        WARNING,
        FAILED,
        SKIPPED
    }

    /**
     * One step.
     *
     * @param target whom it was tried with: host, {@code host:port}, service or node
     * @param millis how long it took
     * @param code the fault's code, or null if there is none
     * @param what what was found, a sentence or two
     * @param action what to do about it, or null if nothing is to be done
     * @param chain the certificates that the peer showed, its own first; null if the step is not about them
     */
    public record Step(
            StepName step,
            String target,
            StepOutcome outcome,
            long millis,
            @Nullable String code,
            String what,
            @Nullable String action,
            @Nullable List<PeerCertificate> chain) {}

    /**
     * A certificate that a peer showed.
     *
     * @param fingerprintSha256 lower-case hexadecimal with colons
     * @param names that it is made out for (subject alternative names)
     */
    public record PeerCertificate(
            String subject,
            String issuer,
            Instant notBefore,
            Instant notAfter,
            String fingerprintSha256,
            List<String> names) {}
}
