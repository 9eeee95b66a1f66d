package clarion.ejb.health;

import java.util.List;

/**
 * What a load balancer wants to know.
 *
 * @param status the worst of the checks, where trouble with ISE or with flows counts as degraded only
 * @param checks by name
 */
public record HealthReport(Status status, List<Check> checks) {

    /** How well. */
    public enum Status {
        UP,
        /** Clarion serves what it has; ISE is away or not complete, or flows are lost. */
        DEGRADED,
        /** Clarion cannot serve. */
        DOWN
    }

    /**
     * One thing that was looked at.
     *
     * @param name stable
     * @param status how it is
     */
    public record Check(String name, Status status) {}

    public HealthReport {
        checks = List.copyOf(checks);
    }

    static HealthReport of(List<Check> checks) {
        Status worst = checks.stream().map(Check::status).max(Status::compareTo).orElse(Status.UP);
        return new HealthReport(worst, checks);
    }
}
