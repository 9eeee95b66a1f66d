package clarion.ejb.flows;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pipeline of this process, on the container's threads; it begins when the first collector asks for it. */
@Singleton
@LocalBean
@Local(FlowIntake.class)
@DependsOn({"SettingsGuard", "MigrationsBean"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FlowPipelineBean implements FlowIntake {

    private final FlowSettings settings;
    private final FlowCommitService service;
    private final Clock clock;

    @Resource
    private ManagedThreadFactory threads;

    private volatile @Nullable FlowPipeline running;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FlowPipelineBean() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the threads come with the container
    public FlowPipelineBean(FlowSettings settings, FlowCommitService service, Clock clock) {
        this.settings = settings;
        this.service = service;
        this.clock = clock;
    }

    @Override
    public FlowBatch exchange(FlowBatch filled) {
        return pipeline().exchange(filled);
    }

    @Override
    public Exporters exporters() {
        return pipeline().exporters();
    }

    /** What it counted; empty if no collector ever asked for it. */
    public Optional<FlowFigures> figures() {
        return Optional.ofNullable(running).map(FlowPipeline::figures);
    }

    private FlowPipeline pipeline() {
        FlowPipeline now = running;
        return now == null ? begin() : now;
    }

    private synchronized FlowPipeline begin() {
        FlowPipeline now = running;
        if (now == null) {
            now = new FlowPipeline(name(), settings, new PairingJoiner(), service, clock);
            running = now;
            threads.newThread(now::join).start();
            threads.newThread(now::write).start();
        }
        return now;
    }

    /** As others see this process; two on one host are told apart by the number of the process. */
    private static String name() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown host";
        }
        return host + "/" + ProcessHandle.current().pid();
    }

    @PreDestroy
    void end() {
        FlowPipeline now = running;
        if (now != null) {
            try {
                now.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
