package clarion.ejb.flows.collector;

import clarion.domain.flows.wire.ExporterStatistics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the collector of this process is, for health and metrics. */
@ApplicationScoped
public class CollectorMonitor {

    private volatile @Nullable FlowCollector collector;

    void watch(FlowCollector running) {
        collector = running;
    }

    /** How it is now. */
    public CollectorStatus status() {
        FlowCollector running = collector;
        return running == null ? CollectorStatus.OFF : running.status();
    }

    /** What it has seen of each exporter. */
    public List<ExporterStatistics> exporters() {
        FlowCollector running = collector;
        return running == null ? List.of() : running.exporters();
    }
}
