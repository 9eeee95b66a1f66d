package clarion.pxgrid.life;

import clarion.pxgrid.control.ControlClient;
import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One round of looking services up, each once. ISE may forbid one, or fail at one, and tell of the others. For one
 * thread.
 */
final class Lookups {

    private final ControlClient control;
    private final int mostFailures;
    private final Map<String, List<ServiceNode>> found = new HashMap<>();
    private final Map<String, PxGridException> failed = new HashMap<>();
    private @Nullable PxGridException failure;

    /**
     * @param mostFailures a control plane that is away takes its timeout each time: after so many, what is left is not
     *     asked in this round
     */
    Lookups(ControlClient control, int mostFailures) {
        this.control = control;
        this.mostFailures = mostFailures;
    }

    /**
     * The nodes of a service; none if ISE does not let this account know, since the account itself is in order, or if
     * the lookup {@linkplain #failureOf failed}.
     */
    List<ServiceNode> permitted(String service) throws InterruptedException {
        List<ServiceNode> known = found.get(service);
        if (known == null) {
            known = lookUp(service);
            found.put(service, known);
        }
        return known;
    }

    private List<ServiceNode> lookUp(String service) throws InterruptedException {
        PxGridException last = failure;
        if (last != null && failed.size() >= mostFailures) {
            failed.put(service, last);
            return List.of();
        }
        try {
            return control.lookUp(service);
        } catch (PxGridException e) {
            if (e.fault() != Fault.UNAUTHORIZED && e.fault() != Fault.FORBIDDEN) {
                failed.put(service, e);
                failure = e;
            }
            return List.of();
        }
    }

    /** Why the lookup of a service failed, or null if ISE answered it. */
    @Nullable
    PxGridException failureOf(String service) {
        return failed.get(service);
    }

    /** Why the last lookup failed that did, or null if ISE answered them all. */
    @Nullable
    PxGridException failure() {
        return failure;
    }
}
