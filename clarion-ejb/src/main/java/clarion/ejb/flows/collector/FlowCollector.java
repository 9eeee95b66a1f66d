package clarion.ejb.flows.collector;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.wire.ExporterStatistics;
import clarion.domain.flows.wire.ExporterTable;
import clarion.domain.logging.ContextLogger;
import clarion.ejb.flows.FlowIntake;
import clarion.ejb.flows.collector.CollectorStatus.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The collector of one process: opens the port, opens it again where that failed, and tells what was lost. Thread-safe.
 */
public final class FlowCollector {

    private static final System.Logger LOG = ContextLogger.of(FlowCollector.class);

    /** Exporters that are told apart where nothing takes the records. */
    private static final int EXPORTERS = 10_000;

    private final FlowCollectorSettings settings;
    private final Optional<FlowIntake> intake;
    private final Clock clock;
    private final ThreadFactory threads;
    private final ExporterTable table;
    private final LongAdder unclaimed = new LongAdder();

    private @Nullable FlowPort port;
    private @Nullable String problem;
    private @Nullable Instant lastLossAt;

    /** What earlier ports of this process counted. */
    private long closedPackets;

    private long closedOctets;
    private long closedDrops;
    private long seenLoss;

    /**
     * @param settings where it listens
     * @param intake takes what is read; where there is none, records are counted and thrown away
     * @param clock tells when packets arrive
     * @param threads makes the receiving threads
     */
    public FlowCollector(
            FlowCollectorSettings settings, Optional<FlowIntake> intake, Clock clock, ThreadFactory threads) {
        this.settings = settings;
        this.intake = intake;
        this.clock = clock;
        this.threads = threads;
        this.table = new ExporterTable(
                settings.limits(),
                intake.map(FlowIntake::exporters).orElseGet(() -> new Exporters(EXPORTERS)),
                settings.exporters(),
                settings.acceptsUnknown());
    }

    /** Opens the port if it is not open, forgets what is too old, and looks whether anything was lost. */
    public synchronized void tend() {
        FlowPort open = port;
        if (open != null && !open.isWhole()) {
            close();
        }
        if (port == null) {
            open();
        }
        Instant now = clock.instant();
        table.expire(now.toEpochMilli());
        CollectorStatus status = status();
        Long drops = status.kernelDrops();
        long loss = (drops == null ? 0 : drops) + status.unclaimedRecords() + status.beyondBound();
        if (loss > seenLoss) {
            LOG.log(
                    WARNING,
                    "CLARION-FLW-002 event=flows-lost kernel-drops={0,number,#} unclaimed-records={1,number,#}"
                            + " beyond-bound={2,number,#} raise net.core.rmem_max and clarion.flows.receive-buffer, or add a"
                            + " collector",
                    drops == null ? 0 : drops,
                    status.unclaimedRecords(),
                    status.beyondBound());
            lastLossAt = now;
        }
        seenLoss = loss;
    }

    private void open() {
        try {
            FlowPort opened = FlowPort.open(settings, table, this::handOver, clock, threads);
            port = opened;
            problem = null;
            LOG.log(
                    INFO,
                    "CLARION-FLW-000 event=flow-collector-listens port={0,number,#} threads={1}"
                            + " receive-buffer={2,number,#} asked={3,number,#}",
                    opened.port(),
                    opened.threads(),
                    opened.receiveBuffer(),
                    settings.receiveBuffer());
        } catch (IOException | RuntimeException e) {
            String cause = "UDP port " + settings.port() + " cannot be opened (" + e.getMessage()
                    + "): free it, or set clarion.flows.port and clarion.flows.bind";
            if (!cause.equals(problem)) {
                LOG.log(ERROR, "CLARION-FLW-001 event=flow-port-failed " + cause + "; it is tried again");
            }
            problem = cause;
        }
    }

    private FlowBatch handOver(FlowBatch filled) {
        if (intake.isPresent()) {
            return intake.get().exchange(filled);
        }
        unclaimed.add(filled.size());
        filled.clear();
        return filled;
    }

    /** Hands over what was read, and closes the port. */
    public synchronized void close() {
        FlowPort open = port;
        port = null;
        if (open == null) {
            return;
        }
        long drops = open.kernelDrops().orElse(0);
        try {
            open.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closedPackets += open.packets();
        closedOctets += open.octets();
        closedDrops += drops;
    }

    /** How it is now. */
    public synchronized CollectorStatus status() {
        FlowPort open = port;
        Long drops = open == null || open.kernelDrops().isEmpty()
                ? closedDrops > 0 ? Long.valueOf(closedDrops) : null
                : Long.valueOf(closedDrops + open.kernelDrops().getAsLong());
        return new CollectorStatus(
                open == null ? State.FAILED : State.LISTENING,
                open == null ? settings.port() : open.port(),
                open == null ? 0 : open.threads(),
                open == null ? 0 : open.receiveBuffer(),
                closedPackets + (open == null ? 0 : open.packets()),
                closedOctets + (open == null ? 0 : open.octets()),
                drops,
                unclaimed.sum(),
                table.refused(),
                table.strays(),
                table.beyondBound(),
                lastLossAt,
                problem);
    }

    /** What was seen of each exporter, by address. */
    public List<ExporterStatistics> exporters() {
        return table.statistics();
    }
}
