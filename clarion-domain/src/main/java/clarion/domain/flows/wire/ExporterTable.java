package clarion.domain.flows.wire;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.Exporters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all exporters, shared by the decoders of all threads: their templates, samplers, names and counts.
 * Thread-safe and bounded by {@link DecoderLimits}, whoever sends what.
 */
public final class ExporterTable {

    /** An exporter that was silent for so long makes room for another, in milliseconds. */
    private static final long SILENT = 600_000;

    private static final long PAUSE = 1_000;

    private final DecoderLimits limits;
    private final Exporters exporters;
    private final Predicate<IpAddress> known;
    private final boolean acceptsUnknown;
    private final Budgets budgets;
    private final Map<IpAddress, ExporterState> states = new ConcurrentHashMap<>();
    private final RefusedExporters refused = new RefusedExporters();
    private final LongAdder strays = new LongAdder();
    private final LongAdder beyond = new LongAdder();
    private long lastFailure = Long.MIN_VALUE / 2;

    /**
     * @param limits bounds
     * @param exporters gives the exporters their numbers
     * @param known tells the exporters that are expected
     * @param acceptsUnknown whether others are read, too
     */
    public ExporterTable(
            DecoderLimits limits, Exporters exporters, Predicate<IpAddress> known, boolean acceptsUnknown) {
        this.limits = limits;
        this.exporters = exporters;
        this.known = known;
        this.acceptsUnknown = acceptsUnknown;
        this.budgets = Budgets.of(limits);
    }

    DecoderLimits limits() {
        return limits;
    }

    Budgets budgets() {
        return budgets;
    }

    int number(IpAddress address) {
        return exporters.number(address.toString());
    }

    /** An exporter that was heard before. */
    @Nullable
    ExporterState find(IpAddress address) {
        return states.get(address);
    }

    /** The exporter of an address, made where it is not there yet; null, and counted, if it is refused. */
    @Nullable
    ExporterState state(IpAddress address, long now) {
        ExporterState found = states.get(address);
        if (found != null) {
            return found;
        }
        boolean expected = known.test(address);
        if (!expected && !acceptsUnknown) {
            refused.add(address, now);
            return null;
        }
        return make(address, expected, now);
    }

    private synchronized @Nullable ExporterState make(IpAddress address, boolean expected, long now) {
        ExporterState found = states.get(address);
        if (found != null) {
            return found;
        }
        if (states.size() >= limits.exporters() && !makeRoom(expected, now)) {
            beyond.increment();
            return null;
        }
        ExporterState made = new ExporterState(address, expected, limits, budgets, now);
        states.put(address, made);
        return made;
    }

    /**
     * Forgets the exporters that nobody expects and that have been silent; for one that is expected, else the one that
     * was silent longest. All are looked at, so after a failure not again for a while: addresses can be forged.
     */
    private boolean makeRoom(boolean expected, long now) {
        if (now - lastFailure < PAUSE && now >= lastFailure) {
            return false;
        }
        List<ExporterState> unexpected = states.values().stream()
                .filter(state -> !state.known)
                .sorted(Comparator.comparingLong(state -> state.lastSeen))
                .toList();
        List<ExporterState> silent = unexpected.stream()
                .filter(state -> now - state.lastSeen > SILENT)
                .toList();
        List<ExporterState> go =
                silent.isEmpty() && expected ? unexpected.stream().limit(1).toList() : silent;
        go.forEach(this::forget);
        lastFailure = go.isEmpty() ? now : lastFailure;
        return !go.isEmpty();
    }

    private void forget(ExporterState state) {
        states.remove(state.address);
        synchronized (state) {
            state.close();
        }
    }

    void stray() {
        strays.increment();
    }

    /** Forgets what is too old at {@code now}, in milliseconds since 1970 UTC; to be called every few seconds. */
    public void expire(long now) {
        for (ExporterState state : states.values()) {
            synchronized (state) {
                state.expire(now);
            }
        }
    }

    /** What was seen of each exporter, by address; of refused ones the last few hundred. */
    public List<ExporterStatistics> statistics() {
        Stream<ExporterStatistics> read = states.values().stream().map(state -> {
            synchronized (state) {
                return state.statistics();
            }
        });
        return Stream.concat(read, refused.statistics().stream())
                .sorted(Comparator.comparing(ExporterStatistics::address))
                .toList();
    }

    /** What an exporter named, by its number; empty for an exporter that was not heard. */
    public Map<Long, String> names(IpAddress exporter, NameKind kind) {
        ExporterState state = states.get(exporter);
        if (state == null) {
            return Map.of();
        }
        synchronized (state) {
            return state.names.of(kind);
        }
    }

    /** Packets that are no flow export, from addresses that never sent any. */
    public long strays() {
        return strays.sum();
    }

    /** Packets refused because nobody expects their exporter. */
    public long refused() {
        return refused.packets();
    }

    /** Packets of exporters that there was no room for. */
    public long beyondBound() {
        return beyond.sum();
    }
}
