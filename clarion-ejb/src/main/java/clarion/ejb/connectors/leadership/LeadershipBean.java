package clarion.ejb.connectors.leadership;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.PlainConnections;
import clarion.pxgrid.ConnectorCandidate;
import clarion.pxgrid.PxGridConnector;
import clarion.pxgrid.settings.RoleSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes this process a candidate for the connection to ISE, where its role is one of those that connect. */
@Singleton
@Startup
@DependsOn({"SettingsGuard", "MigrationsBean"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeadershipBean {

    private final RoleSettings settings;
    private final PlainConnections connections;
    private final DatabaseReadiness readiness;
    private final Fence fence;
    private final Clock clock;

    @EJB
    private ConnectorCandidate connector;

    @EJB
    private PxGridConnector control;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable Election election;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected LeadershipBean() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the rest comes with the container
    public LeadershipBean(
            RoleSettings settings,
            PlainConnections connections,
            DatabaseReadiness readiness,
            Fence fence,
            Clock clock) {
        this.settings = settings;
        this.connections = connections;
        this.readiness = readiness;
        this.fence = fence;
        this.clock = clock;
    }

    @PostConstruct
    void begin() {
        if (settings.role().connects()) {
            String url = settings.advertisedUrl().map(URI::toString).orElse(null);
            Candidate candidate = new Candidate(name(), url, clock.instant());
            Election running = new Election(connections, readiness, connector, control, candidate, fence, clock);
            election = running;
            threads.newThread(running).start();
        }
    }

    @PreDestroy
    void end() {
        Election running = election;
        if (running != null) {
            try {
                running.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
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
