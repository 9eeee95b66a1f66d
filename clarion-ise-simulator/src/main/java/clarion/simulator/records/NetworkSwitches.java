package clarion.simulator.records;

import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The switches that ISE tells to download the matrix. After a push each of them reports a download for every
 * destination that has a cell, or had one when it last downloaded; some fail, some are late, some say nothing.
 * Thread-safe.
 */
public final class NetworkSwitches {

    private static final Duration PROMPT = Duration.ofMillis(200);
    private static final String REASON = "RBACL download timed out";

    /** How a switch behaves. */
    public enum Mode {
        /** Downloads at once. */
        PROMPT,
        /** Downloads later than it should. */
        LAGGING,
        /** Reports that it could not. */
        FAILING,
        /** Reports nothing. */
        SILENT
    }

    private static final class NetworkSwitch {
        final String address;
        final String name;
        Mode mode = Mode.PROMPT;
        Duration lag = Duration.ZERO;
        final TreeSet<String> downloaded = new TreeSet<>();

        NetworkSwitch(String address, String name) {
            this.address = address;
            this.name = name;
        }
    }

    /** A switch as the control API and ISE's list of network devices tell it. */
    public record View(String address, String name, Mode mode, Duration lag) {

        public JsonObject toJson() {
            return Json.createObjectBuilder()
                    .add("address", address)
                    .add("name", name)
                    .add("mode", mode.name().toLowerCase(java.util.Locale.ROOT))
                    .add("seconds", lag.toMillis() / 1000.0)
                    .build();
        }
    }

    private final SecurityGroups groups;
    private final TrustSecConfig config;
    private final PolicyDownloads downloads;
    private final Map<String, NetworkSwitch> switches = new LinkedHashMap<>();
    private @Nullable ScheduledExecutorService scheduler;
    private int waiting;

    NetworkSwitches(SecurityGroups groups, TrustSecConfig config, PolicyDownloads downloads) {
        this.groups = groups;
        this.config = config;
        this.downloads = downloads;
    }

    /** Says who runs what is to be done later. */
    public synchronized void runBy(ScheduledExecutorService executor) {
        scheduler = executor;
    }

    /** Adds a switch, unless there is one at its address. */
    public synchronized void add(String address, String name) {
        switches.putIfAbsent(address, new NetworkSwitch(address, name));
    }

    public synchronized List<View> all() {
        return switches.values().stream()
                .map(one -> new View(one.address, one.name, one.mode, one.lag))
                .toList();
    }

    /**
     * Makes a switch behave otherwise; false if there is none at the address.
     *
     * @param lag how much later than a prompt one it reports
     */
    public synchronized boolean set(String address, Mode mode, Duration lag) {
        NetworkSwitch found = switches.get(address);
        if (found == null) {
            return false;
        }
        found.mode = mode;
        found.lag = lag;
        return true;
    }

    /** Whether switches still have to report after a push. */
    public synchronized boolean isBusy() {
        return waiting > 0;
    }

    /**
     * Tells every switch to download; they do so a little later, and each reports.
     *
     * @return how many there are
     */
    public synchronized int push() {
        ScheduledExecutorService executor = scheduler;
        if (executor == null) {
            throw new IllegalStateException("nobody runs what is to be done later");
        }
        for (NetworkSwitch one : switches.values()) {
            if (one.mode != Mode.SILENT) {
                waiting++;
                long millis = PROMPT.plus(one.lag).toMillis();
                ScheduledFuture<?> unused = executor.schedule(() -> download(one), millis, TimeUnit.MILLISECONDS);
            }
        }
        return switches.size();
    }

    private synchronized void download(NetworkSwitch one) {
        waiting--;
        boolean fails = one.mode == Mode.FAILING;
        TreeSet<String> now = new TreeSet<>(
                destinations(config.cellsOf(TrustSecConfig.MATRIX_ID).all()));
        TreeSet<String> asked = new TreeSet<>(now);
        asked.addAll(one.downloaded);
        for (String destination : asked) {
            groups.find(destination).ifPresent(group -> report(one, group, fails));
        }
        if (!fails) {
            one.downloaded.clear();
            one.downloaded.addAll(now);
        }
    }

    private void report(NetworkSwitch one, SecurityGroup group, boolean fails) {
        downloads.download(one.address, group, fails ? REASON : null);
    }

    private static List<String> destinations(Collection<JsonObject> cells) {
        return cells.stream()
                .map(cell -> cell.getString("destinationSecurityGroupId"))
                .toList();
    }
}
