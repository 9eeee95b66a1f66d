package clarion.pxgrid.control;

import clarion.pxgrid.ConnectorStatus.ControllerState;
import clarion.pxgrid.ConnectorStatus.ControllerStatus;
import clarion.pxgrid.ConnectorStatus.Problem;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.Controller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configured controllers and how each of them does. The one that answered last is called first, then the others in
 * the configured order. Safe for all threads; outlives connections.
 */
public final class Controllers {

    private final List<Controller> configured;
    private final Clock clock;
    private final Map<Controller, Problem> problems = new HashMap<>();
    private final Map<Controller, Boolean> answered = new HashMap<>();
    private @Nullable Controller good;
    private @Nullable String suspect;

    public Controllers(List<Controller> configured, Clock clock) {
        this.configured = List.copyOf(configured);
        this.clock = clock;
    }

    /** The order in which to call them now. */
    synchronized List<Controller> order() {
        List<Controller> order = new ArrayList<>(configured);
        order.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        return order;
    }

    private int rank(Controller controller) {
        if (controller.host().equals(suspect)) {
            return 2;
        }
        return controller.equals(good) ? 0 : 1;
    }

    int size() {
        return configured.size();
    }

    /** Those that failed and are not in use: to be looked at again when there is time. */
    public synchronized List<Controller> failed() {
        return configured.stream()
                .filter(controller -> problems.containsKey(controller) && !controller.equals(good))
                .toList();
    }

    synchronized void answered(Controller controller, boolean inUse) {
        problems.remove(controller);
        answered.put(controller, true);
        if (inUse) {
            good = controller;
        }
        if (controller.host().equals(suspect)) {
            suspect = null;
        }
    }

    synchronized void failed(Controller controller, PxGridException why) {
        problems.put(controller, why.problemAt(clock.instant()));
        if (controller.equals(good)) {
            good = null;
        }
    }

    /** A host fell silent: its controller, if it has one, is called last until it has answered. */
    public synchronized void suspect(@Nullable String host) {
        suspect = host;
    }

    /** The one that answered last, or null. */
    public synchronized @Nullable String inUse() {
        return good == null ? null : good.toString();
    }

    public synchronized List<ControllerStatus> status() {
        return configured.stream()
                .map(controller ->
                        new ControllerStatus(controller.toString(), stateOf(controller), problems.get(controller)))
                .toList();
    }

    private ControllerState stateOf(Controller controller) {
        if (controller.equals(good)) {
            return ControllerState.IN_USE;
        }
        if (problems.containsKey(controller)) {
            return ControllerState.FAILED;
        }
        return answered.containsKey(controller) ? ControllerState.STANDBY : ControllerState.UNTRIED;
    }
}
