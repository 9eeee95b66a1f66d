package clarion.pxgrid.life;

import clarion.domain.groups.SecurityGroup;
import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.control.ControlClient;
import clarion.pxgrid.control.DataService;
import clarion.pxgrid.control.HttpCaller;
import clarion.pxgrid.control.NetworkFaults;
import clarion.pxgrid.control.ServiceNode;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.records.SecurityGroupRecord;
import clarion.pxgrid.sessions.GroupDocument;
import clarion.pxgrid.wire.ServiceWire;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Fetches the security groups, by which session names become SGT numbers: on every connection, and again when a session
 * names a group that is not among them. ISE may not offer the service; sessions come in any case.
 */
final class GroupCatalogue {

    private static final System.Logger LOG = System.getLogger(GroupCatalogue.class.getName());

    /** A name that ISE does not list either must not make Clarion ask all the time. */
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    private final ControlClient control;
    private final HttpCaller caller;
    private final NetworkFaults faults;
    private final PxGridListener listener;
    private final Executor executor;
    private final Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();

    private volatile Set<String> names = Set.of();
    private volatile long fetchedNanos;

    GroupCatalogue(
            ControlClient control,
            HttpCaller caller,
            NetworkFaults faults,
            PxGridListener listener,
            Executor executor,
            Clock clock) {
        this.control = control;
        this.caller = caller;
        this.faults = faults;
        this.listener = listener;
        this.executor = executor;
        this.clock = clock;
    }

    /** Fetches the groups now; what goes wrong is logged and not fatal. */
    void fetch() throws InterruptedException {
        fetchedNanos = System.nanoTime();
        try {
            List<ServiceNode> nodes = control.lookUp(ServiceWire.TRUSTSEC_CONFIG_SERVICE);
            if (nodes.isEmpty()) {
                LOG.log(System.Logger.Level.INFO, "event=no-group-service consequence=no-sgt-numbers");
                return;
            }
            List<SecurityGroup> groups = new DataService(control, caller, faults, nodes)
                    .call(ServiceWire.GET_SECURITY_GROUPS, "{}", new Reader());
            var snapshot =
                    new Snapshot(UUID.randomUUID(), Topic.SECURITY_GROUPS, Snapshot.Reason.GAP, clock.instant(), null);
            listener.onRecordPage(new RecordPage(
                    snapshot,
                    groups.stream()
                            .<IseRecord>map(group -> new SecurityGroupRecord(group, null, false))
                            .toList()));
            listener.onRecordsComplete(snapshot);
            names = groups.stream().map(SecurityGroup::name).collect(Collectors.toUnmodifiableSet());
            LOG.log(System.Logger.Level.INFO, "event=groups-fetched count={0}", groups.size());
        } catch (PxGridException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} event=groups-not-fetched what=\"{1}\"",
                    e.fault().code(),
                    e.what());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "CLARION-PXG-053 event=groups-not-stored why=\"{0}\"",
                    Causes.deepest(e));
        }
    }

    /** Looks at the groups that sessions name; an unknown one has the catalogue fetched again, beside the stream. */
    void noticed(List<SessionReport> reports) {
        if (System.nanoTime() - fetchedNanos < AT_MOST_EVERY.toNanos()
                || reports.stream().allMatch(this::isKnown)
                || !underWay.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    fetch();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    underWay.set(false);
                }
            });
        } catch (RejectedExecutionException e) {
            underWay.set(false); // on the way down
        }
    }

    private boolean isKnown(SessionReport report) {
        return report.securityGroup() == null || names.contains(report.securityGroup());
    }

    private static final class Reader implements DataService.Reader<List<SecurityGroup>> {

        @Override
        public List<SecurityGroup> read(InputStream body) throws IOException {
            return GroupDocument.read(body);
        }

        @Override
        public List<SecurityGroup> nothing() {
            return List.of();
        }
    }
}
