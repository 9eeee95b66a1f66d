package clarion.pxgrid.check;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.CheckReport;
import clarion.pxgrid.CheckReport.Outcome;
import clarion.pxgrid.CheckReport.PeerCertificate;
import clarion.pxgrid.CheckReport.Step;
import clarion.pxgrid.CheckReport.StepName;
import clarion.pxgrid.CheckReport.StepOutcome;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.control.StoppedException;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does the steps of a test and writes down what came of each. */
final class StepLog {

    private static final System.Logger LOG = ContextLogger.of(StepLog.class);

    private final StopSignal stop;
    private final List<Step> steps = new ArrayList<>();

    StepLog(StopSignal stop) {
        this.stop = stop;
    }

    /**
     * What a step found.
     *
     * @param value for the steps that follow; null if these cannot follow
     * @param what in words
     * @param fault null if all is well; with a value it is a warning
     * @param chain what the peer showed, or null
     */
    record Finding<T>(
            @Nullable T value,
            String what,
            @Nullable Fault fault,
            @Nullable List<PeerCertificate> chain) {

        static <T> Finding<T> good(T value, String what) {
            return new Finding<>(value, what, null, null);
        }
    }

    /** A step. */
    @FunctionalInterface
    interface Work<T> {
        Finding<T> run() throws PxGridException, InterruptedException;
    }

    /** Does a step; null if it failed. */
    <T> @Nullable T run(StepName step, String target, Work<T> work) throws InterruptedException {
        long began = System.nanoTime();
        Finding<T> found;
        try {
            stop.check();
            found = work.run();
        } catch (PxGridException e) {
            found = stop.isStopped() ? outOfTime() : new Finding<>(null, e.what(), e.fault(), null);
        } catch (StoppedException e) {
            found = outOfTime();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "CLARION-PXG-099 event=check-step-failed step=" + step, e);
            found = new Finding<>(null, "Clarion failed in this step.", Fault.INTERNAL, null);
        }
        StepOutcome outcome = found.value() == null
                ? StepOutcome.FAILED
                : found.fault() == null ? StepOutcome.PASSED : StepOutcome.WARNING;
        Fault fault = found.fault();
        steps.add(new Step(
                step,
                target,
                outcome,
                (System.nanoTime() - began) / 1_000_000,
                fault == null ? null : fault.code(),
                found.what(),
                fault == null ? null : fault.action(),
                found.chain()));
        return found.value();
    }

    private static <T> Finding<T> outOfTime() {
        return new Finding<>(null, "The time for the whole test ran out in this step.", Fault.CONTROLLER_TIMEOUT, null);
    }

    void skip(StepName step, String target, String why) {
        steps.add(new Step(step, target, StepOutcome.SKIPPED, 0, null, why, null, null));
    }

    /** Each kind of step must have succeeded with somebody: one controller or node of several is enough. */
    CheckReport report(Instant startedAt, Instant finishedAt) {
        boolean complete = Arrays.stream(StepName.values())
                .allMatch(name -> steps.stream().anyMatch(step -> step.step() == name && isGood(step)));
        boolean clean = steps.stream().allMatch(step -> step.outcome() == StepOutcome.PASSED);
        return new CheckReport(
                startedAt, finishedAt, !complete ? Outcome.FAILED : clean ? Outcome.PASSED : Outcome.WARNINGS, steps);
    }

    private static boolean isGood(Step step) {
        return step.outcome() == StepOutcome.PASSED || step.outcome() == StepOutcome.WARNING;
    }
}
