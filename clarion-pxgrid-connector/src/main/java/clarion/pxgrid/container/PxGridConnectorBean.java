package clarion.pxgrid.container;

import clarion.pxgrid.ConnectorCandidate;
import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.LeaderDirectory;
import clarion.pxgrid.PxGridConnector;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.life.PxGridClient;
import clarion.pxgrid.remote.RemoteConnector;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.settings.RoleSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The connector in its container, in the way of a resource adapter: it starts and stops with the application, works on
 * the container's threads, and delivers to {@link PxGridListener}, whose transactions are the container's.
 *
 * <p>The bean is a shell around {@link PxGridClient}: it has no transaction of its own and no lock, since the client is
 * safe for all threads. It stands by until it is told to lead. In a process whose role has no connector, it is a shell
 * around the one of another process, and reads no certificate.
 */
@Singleton
@Startup
@Local({PxGridConnector.class, ConnectorCandidate.class})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PxGridConnectorBean implements PxGridConnector, ConnectorCandidate {

    /** Sessions, other topics, a download of each, the ticking, and the HTTP client's callbacks; all but these wait. */
    private static final int THREADS = 12;

    /** Of a process without a connector: one asks the leader, one may hang for a while. */
    private static final int REMOTE_THREADS = 2;

    @EJB
    private PxGridListener listener;

    @EJB
    private LeaderDirectory directory;

    /** Threads of our own: a pool shared with others may be of any size, also too small to run at all. */
    @Resource
    private ManagedThreadFactory threadFactory;

    private ScheduledExecutorService threads;
    private PxGridConnector connector;
    private @Nullable PxGridClient client;
    private @Nullable RemoteConnector remote;

    @PostConstruct
    void begin() {
        RoleSettings role = RoleSettings.from(ConfigProvider.getConfig());
        ScheduledThreadPoolExecutor pool =
                new ScheduledThreadPoolExecutor(role.role().connects() ? THREADS : REMOTE_THREADS, threadFactory);
        pool.setRemoveOnCancelPolicy(true);
        threads = pool;
        if (role.role().connects()) {
            PxGridClient own = new PxGridClient(
                    () -> PxGridSettings.from(ConfigProvider.getConfig()),
                    listener,
                    threads,
                    Clock.systemUTC(),
                    new SecureRandom());
            own.standBy("No process leads yet.", false);
            client = own;
            connector = own;
        } else {
            RemoteConnector other = Remotes.of(role, directory, threads);
            remote = other;
            connector = other;
        }
    }

    @PreDestroy
    void end() {
        try {
            if (client != null) {
                client.close();
            }
            if (remote != null) {
                remote.close();
            }
            threads.shutdownNow();
            var unused = threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ConnectorStatus status() {
        return connector.status();
    }

    @Override
    public void start() {
        connector.start();
    }

    @Override
    public void stop() {
        connector.stop();
    }

    @Override
    public void reconcile(Snapshot.Reason reason) {
        connector.reconcile(reason);
    }

    @Override
    public void reload() {
        connector.reload();
    }

    @Override
    public boolean isConfigured() {
        return client != null && client.isConfigured();
    }

    @Override
    public void lead(boolean started) {
        if (client != null) {
            client.lead(started);
        }
    }

    @Override
    public void standBy(String why, boolean trouble) {
        if (client != null) {
            client.standBy(why, trouble);
        }
    }
}
