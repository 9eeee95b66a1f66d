package clarion.domain.flows.wire;

import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.Mark;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the sets of a packet of version 9 or IPFIX, and the records of version 5, into batches. */
final class SetReader {

    /** Ids of data sets begin here; below are templates and what is reserved. */
    static final int FIRST_DATA = 256;

    private static final int HEADER = 4;

    private final UnaryOperator<FlowBatch> full;
    private final ExporterTable table;
    private final RecordFinish finish;
    private final RecordScratch scratch = new RecordScratch();
    private final OptionsReader options = new OptionsReader();
    private final TemplateParser templates = new TemplateParser(this::announce);
    private final PacketContext waited = new PacketContext();

    private FlowBatch batch;
    private @Nullable ExporterState state;
    private @Nullable DomainState domain;

    /** Data records of the packet, of flows and of options; less than 0 once some could not be counted. */
    private long counted;

    SetReader(ExporterTable table, FlowBatch first, UnaryOperator<FlowBatch> full) {
        this.table = table;
        this.batch = first;
        this.full = full;
        this.finish = new RecordFinish(table.limits());
    }

    FlowBatch batch() {
        return batch;
    }

    /** Hands over what there is. */
    void flush() {
        if (batch.size() > 0) {
            batch = full.apply(batch);
        }
    }

    /**
     * Reads all sets between {@code from} and {@code to}.
     *
     * @return how many data records there were; less than 0 if that cannot be told
     */
    long readSets(ExporterState exporter, DomainState of, byte[] packet, int from, int to, PacketContext context) {
        boolean ipfix = of.version == 10;
        state = exporter;
        domain = of;
        counted = 0;
        int at = from;
        while (to - at >= HEADER) {
            int id = WireBytes.u16(packet, at);
            int length = WireBytes.u16(packet, at + 2);
            if (length < HEADER) {
                fail(exporter, DecodeError.BAD_LENGTH);
                break;
            }
            if (length > to - at) {
                fail(exporter, DecodeError.TRUNCATED);
                break;
            }
            int end = at + length;
            if (id >= FIRST_DATA) {
                readData(exporter, of, id, packet, at + HEADER, end, context);
            } else if (id == (ipfix ? 2 : 0)) {
                templates.read(exporter, packet, at + HEADER, end, ipfix, false, context.arrivalMillis);
            } else if (id == (ipfix ? 3 : 1)) {
                templates.read(exporter, packet, at + HEADER, end, ipfix, true, context.arrivalMillis);
            } else {
                exporter.error(DecodeError.RESERVED_SET);
            }
            at = end;
        }
        return counted;
    }

    private void fail(ExporterState exporter, DecodeError error) {
        exporter.error(error);
        counted = -1;
    }

    private void readData(
            ExporterState exporter, DomainState of, int id, byte[] packet, int from, int to, PacketContext context) {
        Template template = exporter.template(of, id, context.arrivalMillis);
        if (template == null) {
            exporter.pending.add(of, id, packet, from, to, context);
            counted = -1;
            return;
        }
        int shortest = template.plan.shortest();
        if (shortest == 0) {
            fail(exporter, DecodeError.EMPTY_RECORDS);
            return;
        }
        long read = template.isOptions()
                ? readOptions(exporter, of, template, packet, from, to)
                : readRecords(exporter, of, template.plan, packet, from, to, context);
        counted = counted < 0 || read < 0 ? -1 : counted + read;
    }

    private long readOptions(
            ExporterState exporter, DomainState of, Template template, byte[] packet, int from, int to) {
        int at = from;
        long read = 0;
        while (to - at >= template.plan.shortest()) {
            at = options.read(packet, at, to, template, exporter, of);
            if (at < 0) {
                exporter.error(DecodeError.BAD_LENGTH);
                return -1;
            }
            read++;
        }
        exporter.ignored += read;
        return read;
    }

    /** Reads records one after the other; less than 0 if one is longer than its set. */
    long readRecords(
            ExporterState exporter,
            DomainState of,
            RecordPlan plan,
            byte[] packet,
            int from,
            int to,
            PacketContext context) {
        int number = number(exporter);
        int shortest = plan.shortest();
        int at = from;
        long read = 0;
        long kept = 0;
        boolean beyond = false;
        while (to - at >= shortest) {
            int i = batch.add();
            scratch.clear();
            at = plan.read(packet, at, to, batch, i, scratch);
            if (at < 0) {
                batch.removeLast();
                exporter.error(DecodeError.BAD_LENGTH);
                beyond = true;
                break;
            }
            read++;
            if (!plan.isFlow()) {
                batch.removeLast();
                continue;
            }
            batch.exporter[i] = number;
            if (!finish.finish(batch, i, scratch, context, of)) {
                batch.removeLast();
                exporter.error(DecodeError.IMPLAUSIBLE_COUNT);
                continue;
            }
            kept++;
            if ((batch.marks[i] & Mark.CLOCK_CORRECTED.bit()) != 0) {
                exporter.corrected++;
            }
            if (batch.isFull()) {
                batch = full.apply(batch);
            }
        }
        of.records += kept;
        exporter.records += kept;
        exporter.ignored += plan.isFlow() ? 0 : read;
        return beyond ? -1 : read;
    }

    private int number(ExporterState exporter) {
        if (exporter.number < 0) {
            exporter.number = table.number(exporter.address);
        }
        return exporter.number;
    }

    /** Takes a template that the parser has read, and the data that waited for it. */
    private void announce(Template template) {
        ExporterState exporter = state;
        DomainState of = domain;
        if (exporter == null || of == null) {
            throw new IllegalStateException("a template outside of a packet");
        }
        if (!exporter.announce(of, template)) {
            exporter.error(DecodeError.NO_ROOM_FOR_TEMPLATE);
            return;
        }
        long before = counted;
        for (PendingSets.Pending set : exporter.pending.take(of, template.id)) {
            waited.set(set.exportMillis(), set.hasUptime(), set.uptime(), set.arrival(), 0);
            readData(exporter, of, template.id, set.data(), 0, set.data().length, waited);
        }
        counted = before;
    }
}
