package clarion.ejb.segmentation;

import static java.lang.System.Logger.Level.INFO;

import clarion.domain.logging.ContextLogger;
import clarion.domain.segmentation.Grouping;
import clarion.domain.segmentation.Newcomers;
import clarion.ejb.PlainConnections;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Places devices that appeared after the run in force into its clusters, without a run. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NewcomerService {

    private static final System.Logger LOG = ContextLogger.of(NewcomerService.class);

    private final SegmentStepService steps;
    private final SegmentationSettings settings;
    private final PlainConnections connections;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected NewcomerService() {
        this(null, null, null, null);
    }

    @Inject
    public NewcomerService(
            SegmentStepService steps, SegmentationSettings settings, PlainConnections connections, Clock clock) {
        this.steps = steps;
        this.settings = settings;
        this.connections = connections;
        this.clock = clock;
    }

    /** Places those who wait, unless a run is under way, which will; how many. */
    public int place() {
        Instant now = clock.instant();
        Instant since = now.minus(settings.window());
        Optional<Long> run = steps.runWithNewcomers(since);
        if (run.isEmpty()) {
            return 0;
        }
        try {
            Optional<RunLock> lock = RunLock.tryToTake(connections);
            if (lock.isEmpty()) {
                return 0;
            }
            try (RunLock held = lock.get()) {
                held.require();
                int admitted = steps.admit(run.get(), fitting(run.get(), since, now));
                LOG.log(INFO, "event=newcomers-placed run={0} endpoints={1}", run.get(), admitted);
                return admitted;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Newcomers could not be placed; it is tried again", e);
        }
    }

    private List<Newcomer> fitting(long run, Instant since, Instant now) {
        Map<String, Long> found = steps.foundIn(run);
        Campus campus = steps.read(since, now);
        List<Endpoint> endpoints = campus.endpoints();
        List<Long> clusters = List.copyOf(new TreeSet<>(found.values()));
        Map<Long, Integer> numberOf = new TreeMap<>();
        clusters.forEach(cluster -> numberOf.put(cluster, numberOf.size()));
        int[] known = new int[endpoints.size()];
        boolean anyKnown = false;
        for (int i = 0; i < known.length; i++) {
            Integer number = numberOf.get(found.getOrDefault(endpoints.get(i).mac(), 0L));
            known[i] = number == null ? Newcomers.NOWHERE : number;
            anyKnown |= number != null;
        }
        if (!anyKnown) {
            return List.of(); // nobody of then is there now: the next run tells
        }
        Grouping grouping = Newcomers.place(campus.graph(), known, clusters.size());
        List<Newcomer> newcomers = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] == Newcomers.NOWHERE) {
                newcomers.add(new Newcomer(
                        endpoints.get(i),
                        clusters.get(grouping.group(i)),
                        clusters.get(grouping.second(i)),
                        (int) Math.round(100 * grouping.confidence(i)),
                        campus.isSilent(endpoints.get(i))));
            }
        }
        return newcomers;
    }
}
