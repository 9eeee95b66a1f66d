package clarion.pxgrid.remote;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.CheckOrder;
import clarion.pxgrid.CheckReport;
import clarion.pxgrid.CheckRequest;
import clarion.pxgrid.ConnectorAnswer;
import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.LeaderDirectory;
import clarion.pxgrid.PxGridCheck;
import clarion.pxgrid.PxGridConnector;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.settings.SharedKey;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The connector of another process. What is asked of it is done by the process that leads; when none answers, its
 * status says so, and since when.
 */
public final class RemoteConnector implements PxGridConnector, PxGridCheck, AutoCloseable {

    private static final System.Logger LOG = ContextLogger.of(RemoteConnector.class);

    private static final Duration COMMAND_PATIENCE = Duration.ofSeconds(10);
    private static final Duration TEST_PATIENCE = Duration.ofSeconds(70);
    private static final Jsonb JSON = JsonbBuilder.create();

    private final Peers peers;
    private final RemoteStatus status;

    /**
     * @param directory says where the leader is
     * @param urls where processes with the connection may be
     * @param threads for asking how it is doing
     */
    public RemoteConnector(LeaderDirectory directory, List<URI> urls, SharedKey key, Executor threads, Clock clock) {
        this.peers = new Peers(directory, urls, key);
        this.status = new RemoteStatus(peers, threads, clock);
    }

    @Override
    public ConnectorStatus status() {
        return status.get();
    }

    /** The wish stands in the database, so a leader that does not answer now finds it there. */
    @Override
    public void start() {
        order("start", false);
    }

    /** As with {@link #start}. */
    @Override
    public void stop() {
        order("stop", false);
    }

    @Override
    public void reconcile(Snapshot.Reason reason) {
        order("reconcile", true);
    }

    @Override
    public void reload() {
        order("reload", true);
    }

    @Override
    public CheckReport run(String caller, CheckRequest request) {
        String order = JSON.toJson(new CheckOrder(caller, request));
        try {
            return peers.askLeader(
                    TEST_PATIENCE, CheckReport.class, report -> true, (api, bearer) -> api.test(bearer, order));
        } catch (SilentException e) {
            throw unreachable(e);
        }
    }

    private void order(String command, boolean needed) {
        try {
            status.took(peers.askLeader(
                    COMMAND_PATIENCE,
                    ConnectorAnswer.class,
                    ConnectorAnswer::leads,
                    (api, bearer) -> api.command(bearer, command)));
        } catch (SilentException e) {
            if (needed) {
                throw unreachable(e);
            }
            LOG.log(System.Logger.Level.WARNING, "event=leader-silent command={0} why=\"{1}\"", command, e.why());
        }
    }

    private static ClarionException unreachable(SilentException e) {
        return new ClarionException(
                ProblemType.UNAVAILABLE,
                "No process that holds the connection to ISE answers: " + e.why() + ". Try again in a few seconds.",
                e);
    }

    @Override
    public void close() {
        peers.close();
    }
}
