package clarion.ejb.flows.collector;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.flows.FlowIntake;
import clarion.ejb.jobs.JobBook;
import clarion.pxgrid.settings.RoleSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Starts and stops the collector with the application, where the role has one. */
@Singleton
@Startup
@DependsOn({"SettingsGuard", "FlowPipelineBean"}) // what is read last still finds it when both stop
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FlowCollectorBean {

    private final RoleSettings role;
    private final FlowCollectorSettings settings;
    private final Instance<FlowIntake> intake;
    private final FlowExporterService exporters;
    private final CollectorMonitor monitor;
    private final DatabaseReadiness readiness;
    private final JobBook jobs;
    private final Clock clock;
    private final AtomicBoolean writing = new AtomicBoolean();

    @Resource
    private ManagedThreadFactory threads;

    private volatile @Nullable FlowCollector collector;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FlowCollectorBean() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the threads come with the container
    public FlowCollectorBean(
            RoleSettings role,
            FlowCollectorSettings settings,
            Instance<FlowIntake> intake,
            FlowExporterService exporters,
            CollectorMonitor monitor,
            DatabaseReadiness readiness,
            JobBook jobs,
            Clock clock) {
        this.role = role;
        this.settings = settings;
        this.intake = intake;
        this.exporters = exporters;
        this.monitor = monitor;
        this.readiness = readiness;
        this.jobs = jobs;
        this.clock = clock;
    }

    @PostConstruct
    void begin() {
        if (role.role().collects() && settings.isOn()) {
            Optional<FlowIntake> taker = intake.isResolvable() ? Optional.of(intake.get()) : Optional.empty();
            FlowCollector running = new FlowCollector(settings, taker, clock, threads);
            collector = running;
            monitor.watch(running);
            running.tend();
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void onTimer() {
        FlowCollector running = collector;
        if (running == null) {
            return;
        }
        running.tend();
        // A database that hangs must not pile up timers, nor keep the port from being opened again.
        if (readiness.isReady() && writing.compareAndSet(false, true)) {
            try {
                jobs.run("flow-exporters", () -> exporters.write(name(), running.exporters()));
            } finally {
                writing.set(false);
            }
        }
    }

    @PreDestroy
    void end() {
        FlowCollector running = collector;
        if (running != null) {
            running.close();
        }
    }

    /** The host and the process: no two processes of one Clarion have the same. */
    private static String name() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown-host";
        }
        return host + "/" + ProcessHandle.current().pid();
    }
}
