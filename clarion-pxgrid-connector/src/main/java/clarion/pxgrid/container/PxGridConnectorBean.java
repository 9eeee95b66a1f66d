package clarion.pxgrid.container;

import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.PxGridConnector;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.life.PxGridClient;
import clarion.pxgrid.settings.PxGridSettings;
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
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The connector in its container, in the way of a resource adapter: it starts and stops with the application, works on
 * the container's threads, and delivers to {@link PxGridListener}, whose transactions are the container's.
 *
 * <p>The bean is a shell around {@link PxGridClient}: it has no transaction of its own and no lock, since the client is
 * safe for all threads. It may start before the database is ready; the client waits for that.
 */
@Singleton
@Startup
@Local(PxGridConnector.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PxGridConnectorBean implements PxGridConnector {

    /** Sessions, other topics, a download of each, the ticking, and the HTTP client's callbacks; all but these wait. */
    private static final int THREADS = 12;

    private static final String ROLE_KEY = "clarion.role";
    private static final String ROLE_WITHOUT_CONNECTOR = "api";

    @EJB
    private PxGridListener listener;

    /** Threads of our own: a pool shared with others may be of any size, also too small to run at all. */
    @Resource
    private ManagedThreadFactory threadFactory;

    private ScheduledExecutorService threads;
    private PxGridClient client;

    @PostConstruct
    void begin() {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(THREADS, threadFactory);
        pool.setRemoveOnCancelPolicy(true);
        threads = pool;
        client = new PxGridClient(
                PxGridConnectorBean::settings, listener, threads, Clock.systemUTC(), new SecureRandom());
        client.start();
    }

    @PreDestroy
    void end() {
        try {
            client.close();
            threads.shutdownNow();
            var unused = threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static PxGridSettings settings() {
        var config = ConfigProvider.getConfig();
        PxGridSettings settings = PxGridSettings.from(config);
        String role = config.getOptionalValue(ROLE_KEY, String.class).orElse("all");
        return role.strip().equals(ROLE_WITHOUT_CONNECTOR) ? settings.withControllers(List.of()) : settings;
    }

    @Override
    public ConnectorStatus status() {
        return client.status();
    }

    @Override
    public void start() {
        client.start();
    }

    @Override
    public void stop() {
        client.stop();
    }

    @Override
    public void reconcile(Snapshot.Reason reason) {
        client.reconcile(reason);
    }

    @Override
    public void reload() {
        client.reload();
    }
}
