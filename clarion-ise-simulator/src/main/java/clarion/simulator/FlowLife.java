package clarion.simulator;

import clarion.simulator.campus.Campus;
import clarion.simulator.flows.CampusFlows;
import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.records.SxpBindings;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets the campus talk on a thread of its own, so that its switches report on time whatever pxGrid has to do. */
final class FlowLife implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FlowLife.class.getName());
    private static final long TICK_MILLIS = 200;

    /** Who tells the addresses of servers by SXP. */
    private static final String SPEAKER = "10.255.0.250";

    private final CampusFlows flows;
    private final ScheduledExecutorService scheduler;

    private FlowLife(CampusFlows flows) {
        this.flows = flows;
        scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ise-simulator-flows");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused =
                scheduler.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts what the settings say, and has SXP tell of the servers.
     *
     * @return null if nothing is exported
     * @throws SimulatorException if there is no campus, or no socket to send from
     */
    static @Nullable FlowLife start(
            IseSimulatorBuilder settings, CampusLife life, SecurityGroups groups, SxpBindings bindings) {
        if (settings.flows == null) {
            return null;
        }
        Campus campus = life.campus()
                .orElseThrow(() -> new SimulatorException(
                        "flows need a campus: set the number of devices", new IllegalArgumentException("0 devices")));
        Map<Integer, String> names = new TreeMap<>();
        for (SecurityGroup group : groups.all()) {
            names.put(group.tag(), group.name());
        }
        try {
            CampusFlows flows =
                    new CampusFlows(campus, settings.devices, settings.flows, names, settings.seed, settings.clock);
            flows.bindings((prefix, tag) -> bindings.put(tag, prefix, SPEAKER));
            return new FlowLife(flows);
        } catch (IOException e) {
            throw new SimulatorException("cannot send flows to " + settings.flows.target() + ": " + e.getMessage(), e);
        }
    }

    CampusFlows flows() {
        return flows;
    }

    private void tick() {
        try {
            flows.tick();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "event=simulator-flows-failed", e);
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        flows.close();
    }
}
