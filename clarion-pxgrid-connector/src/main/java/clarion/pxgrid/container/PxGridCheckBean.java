package clarion.pxgrid.container;

import clarion.pxgrid.CheckReport;
import clarion.pxgrid.CheckRequest;
import clarion.pxgrid.LeaderDirectory;
import clarion.pxgrid.PxGridCheck;
import clarion.pxgrid.check.CheckDesk;
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
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The connection test in its container: on threads of its own, which end when there is nothing to test. In a process
 * whose role has no connector, the one that leads runs it.
 */
@Singleton
@Local(PxGridCheck.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PxGridCheckBean implements PxGridCheck {

    /** Name look-ups, which may hang, and the callbacks of four tests at a time. */
    private static final int THREADS = 8;

    private static final long IDLE_SECONDS = 10;

    @EJB
    private LeaderDirectory directory;

    @Resource
    private ManagedThreadFactory threadFactory;

    private ScheduledExecutorService threads;
    private PxGridCheck tests;
    private Runnable closing;

    @PostConstruct
    void begin() {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(THREADS, threadFactory);
        pool.setRemoveOnCancelPolicy(true);
        pool.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
        RoleSettings role = RoleSettings.from(ConfigProvider.getConfig());
        if (role.role().connects()) {
            CheckDesk desk =
                    new CheckDesk(() -> PxGridSettings.from(ConfigProvider.getConfig()), threads, Clock.systemUTC());
            tests = desk;
            closing = desk::close;
        } else {
            RemoteConnector remote = Remotes.of(role, directory, threads);
            tests = remote;
            closing = remote::close;
        }
    }

    @PreDestroy
    void end() {
        closing.run();
        threads.shutdownNow();
    }

    @Override
    public CheckReport run(String caller, CheckRequest request) {
        return tests.run(caller, request);
    }
}
