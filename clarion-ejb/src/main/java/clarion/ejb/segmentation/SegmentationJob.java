package clarion.ejb.segmentation;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.ClarionException;
import clarion.domain.logging.ContextLogger;
import clarion.domain.segmentation.EndpointGraph;
import clarion.domain.segmentation.Findings;
import clarion.domain.segmentation.Segmentation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run: reads, groups, stores. Whatever fails before the last transaction leaves the results before in force. */
final class SegmentationJob implements Runnable {

    private static final System.Logger LOG = ContextLogger.of(SegmentationJob.class);

    private final long id;
    private final SegmentRunTable.Plan plan;
    private final RunLock lock;
    private final SegmentStepService steps;

    SegmentationJob(long id, SegmentRunTable.Plan plan, RunLock lock, SegmentStepService steps) {
        this.id = id;
        this.plan = plan;
        this.lock = lock;
        this.steps = steps;
    }

    @Override
    public void run() {
        try (lock) {
            group();
        } catch (SQLException | RuntimeException | Error e) { // whatever ends a run is told
            LOG.log(WARNING, "CLARION-SEG-001 event=segmentation-failed run={0} cause=\"{1}\"", id, e);
            fail(e);
        }
    }

    private void group() throws SQLException {
        Campus campus = steps.read(plan.from(), plan.to());
        if (campus.endpoints().isEmpty()) {
            steps.fail(
                    id,
                    "There is nothing to group: between " + plan.from() + " and " + plan.to()
                            + " no device was seen and no"
                            + " flow was stored. Connect ISE, let switches send flows or import a file of them, then start"
                            + " another run.");
            return;
        }
        note("GROUPING", 30);
        EndpointGraph graph = campus.graph();
        Findings findings = new Segmentation(graph, plan.seed()).run();
        note("STORING", 85);
        steps.publish(id, campus, findings, remarks(campus));
        LOG.log(
                INFO,
                "event=segmentation-done run={0} endpoints={1} clusters={2}",
                id,
                campus.endpoints().size(),
                findings.grouping().groups());
    }

    private void note(String step, int percent) throws SQLException {
        lock.require();
        if (!steps.note(id, step, percent)) {
            throw new IllegalStateException("it was given up meanwhile");
        }
    }

    /** What to know of the results that nobody sees in them. */
    private static @Nullable String remarks(Campus campus) {
        List<String> remarks = new ArrayList<>();
        if (campus.conversations() == 0) {
            remarks.add("No flows were stored in the window: this rests on profiles, AD groups and VLANs alone.");
        }
        if (campus.endpoints().stream().allMatch(Endpoint::isUnidentified)) {
            remarks.add("Of no device profile, AD group or type is known: this rests on flows alone.");
        }
        return remarks.isEmpty() ? null : String.join(" ", remarks);
    }

    private void fail(Throwable e) {
        String why = e instanceof ClarionException known
                ? String.valueOf(known.getMessage())
                : "The run failed (" + (e instanceof Error ? e : e.getMessage())
                        + "). The results before stay in force; start another run.";
        try {
            steps.fail(id, why);
        } catch (RuntimeException again) {
            LOG.log(WARNING, "CLARION-SEG-002 event=segmentation-left run={0}", id);
        }
    }
}
