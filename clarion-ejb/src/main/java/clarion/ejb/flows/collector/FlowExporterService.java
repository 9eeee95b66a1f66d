package clarion.ejb.flows.collector;

import clarion.domain.flows.wire.ExporterStatistics;
import clarion.ejb.DatabaseWork;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps and lists what collectors heard of exporters. */
@Stateless
public class FlowExporterService {

    /** An exporter that no collector has told of for so long is forgotten. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final DatabaseWork database;
    private final Lists lists;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FlowExporterService() {
        this(null, null, null);
    }

    @Inject
    public FlowExporterService(DatabaseWork database, Lists lists, Clock clock) {
        this.database = database;
        this.lists = lists;
        this.clock = clock;
    }

    /** Writes what a process knows of its exporters, and forgets what none has written for long. */
    public void write(String process, List<ExporterStatistics> exporters) {
        Instant now = clock.instant();
        database.run(connection -> {
            FlowExporterTable table = new FlowExporterTable(connection);
            table.write(process, exporters, now);
            table.removeBefore(now.minus(KEPT));
        });
    }

    /** A page. */
    public Page<Row> list(ListQuery query) {
        return lists.page(query, row -> row);
    }
}
