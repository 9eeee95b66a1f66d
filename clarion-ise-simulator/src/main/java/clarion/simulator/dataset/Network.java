package clarion.simulator.dataset;

import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.Imperfection;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The switches of a data set: in each building access switches and a wireless controller, racks, core and border. */
final class Network {

    private static final int PORTS = 48;
    private static final int SAMPLING = 16;
    private static final long ACTIVE_MILLIS = 30 * 60_000;

    private final DatasetPlan plan;
    private final SplittableRandom random;
    private final List<Exporter> exporters = new ArrayList<>();
    private final List<List<Exporter>> access = new ArrayList<>();
    private final List<Exporter> controllers = new ArrayList<>();
    private final List<Exporter> racks = new ArrayList<>();
    private final int[] wired;
    private int racked;
    private final Exporter core;
    private final Exporter border;

    /**
     * Where a device is plugged in.
     *
     * @param port the interface's number
     */
    record Socket(Exporter exporter, int port) {}

    Network(DatasetPlan plan, int buildings) {
        this.plan = plan;
        this.random = new SplittableRandom(Draws.seed(plan.seed(), 2));
        this.wired = new int[buildings];
        core = exporter("core", false);
        border = exporter("border", false);
        for (int building = 0; building < buildings; building++) {
            access.add(new ArrayList<>());
            controllers.add(exporter(String.format("b%03d-wlc", building + 1), false));
        }
    }

    int buildings() {
        return wired.length;
    }

    Exporter core() {
        return core;
    }

    Exporter border() {
        return border;
    }

    /** How many exporters there are. */
    int size() {
        return exporters.size();
    }

    /** The next free port of a building. */
    Socket wire(int building) {
        int port = wired[building]++;
        List<Exporter> switches = access.get(building);
        if (port % PORTS == 0) {
            switches.add(exporter(String.format("b%03d-sw%02d", building + 1, switches.size() + 1), true));
        }
        return new Socket(switches.get(port / PORTS), Exporter.port(port % PORTS));
    }

    /** The wireless controller of a building. */
    Socket radio(int building) {
        return new Socket(controllers.get(building), Exporter.port(0));
    }

    /** The next free port where servers are. */
    Socket rack() {
        int port = racked++;
        if (port % PORTS == 0) {
            racks.add(exporter(String.format("dc-sw%02d", racks.size() + 1), false));
        }
        return new Socket(racks.get(port / PORTS), Exporter.port(port % PORTS));
    }

    private Exporter exporter(String name, boolean edge) {
        Exporter exporter = new Exporter(
                exporters.size(),
                name,
                chance(Imperfection.SGTS) && plan.sgts() != DatasetPlan.Sgts.NONE,
                edge && chance(Imperfection.ONE_WAY),
                edge && chance(Imperfection.SAMPLED) ? SAMPLING : 1,
                ACTIVE_MILLIS);
        exporters.add(exporter);
        return exporter;
    }

    private boolean chance(Imperfection kind) {
        return Draws.chance(plan.imperfections().of(kind), random);
    }
}
